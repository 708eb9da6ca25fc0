/** Every word the site's interface says, by page: the table that a translation fills anew. A text that a table lacks is a type error. */
export const english = {
  frame: {
    skip: "Skip to the content",
  },
  accuracy: {
    title: "How good inferred dates are",
    method:
      "From each named day follows how likely the post is on each of the days around it, learnt from channels whose days are known. The order of the posts and the pace of the channel tie the posts together; the days that fit all of it best are chosen, and never run backwards.",
    measured: (channels: number, posts: number): string =>
      `Measured on ${channels} channels (${posts.toLocaleString("en")} posts) whose days are known, each dated by what was learnt from the others alone:`,
    stretches: {
      pages: "Pages of 60 posts or fewer, the day of capture known",
      wholes: "Channels of more than a thousand posts",
    },
    heads: {
      method: "Dated by",
      exact: "To the day",
      within3: "Within 3 days",
      meanError: "Mean error, days",
      covered: "Interval holds the day",
    },
    methods: {
      scrollback: "this archive",
      capture: "the day of capture",
      named: "the day named, as it stands",
      isotonic: "the days named, in order",
    },
  },
};

/** The shape of a table of texts: the English one's. */
export type Texts = typeof english;
