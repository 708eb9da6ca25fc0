/** Every word the site's interface says, by page: the table that a translation fills anew. A text that a table lacks is a type error. */
export const english = {
  frame: {
    skip: "Skip to the content",
  },
};

/** The shape of a table of texts: the English one's. */
export type Texts = typeof english;
