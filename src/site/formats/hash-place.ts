/** Where a note of a page has the SHA-256 of the dump, which stands on the page already: at the first of the post's captures. */
export const hashPlace = "{hash}";
