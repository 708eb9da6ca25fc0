/** Every word the site's interface says, by page: the table that a translation fills anew. A text that a table lacks is a type error. */
export const english = {
  frame: {
    skip: "Skip to the content",
  },
  attachments: {
    answer: "Answer",
    share: "Share of the votes",
    percent: (percent: number): string => `${percent}%`,
    voters: (count: number): string =>
      `${new Intl.NumberFormat("en").format(count)} ${count === 1 ? "voter" : "voters"}`,
    files: (count: number): string => (count === 1 ? "File, not captured" : "Files, not captured"),
    linked: "Linked page",
  },
};

/** The shape of a table of texts: the English one's. */
export type Texts = typeof english;
