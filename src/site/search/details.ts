/** What a post without words is called. */
export const untitled = "Post without text";
