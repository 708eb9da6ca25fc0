import type { CountedForms } from "../search/wording.ts";

/** Every word the site's interface says, by page: the table that a translation fills anew. A text that a table lacks is a type error. */
export const english = {
  frame: {
    skip: "Skip to the content",
  },
  /** Words alone, because they go to the browser as JSON: `{name}` stands for what is filled in there. */
  search: {
    /** How numbers and months are written. */
    locale: "en-GB",
    title: "Search",
    description: "Search the text of all posts of {title}.",
    label: "Search the text of all posts",
    withoutScripts: "Searching needs JavaScript, which is switched off here. Everything can be reached without it:",
    /** `{command}`: a command that serves a folder. */
    fromFiles:
      "Searching needs a web server: a browser gives no page that was opened as a file leave to read the index. Serve the folder of the site on this machine, for instance with {command}, and open the address it prints. Without a server everything can be reached by these lists:",
    byDate: "posts by date",
    byTag: "posts by tag",
    byChannel: "posts by channel",
    bySubject: "posts by subject",
    loading: "Loading the search…",
    failed: "The search could not be loaded ({reason}). Everything can be reached without it:",
    hint: "Type words of any language: their other forms are found too. “Quotes” find exact words in their order, an asterisk finds beginnings: harb*.",
    keys: "/ goes to the box, ↓ and ↑ go through the results, Enter opens one, Escape clears.",
    results: "Results",
    found: { one: "{count} post", other: "{count} posts" } as CountedForms,
    foundFor: { one: "{count} post for “{words}”", other: "{count} posts for “{words}”" } as CountedForms,
    none: "No posts",
    noneFor: "No posts for “{words}”",
    showMore: "Show more",
    sortBy: "Sort by",
    orders: { relevance: "Relevance", newest: "Newest first", oldest: "Oldest first" },
    open: "Open the post with this address:",
    narrowBy: "Narrow by",
    clearAll: "Clear all",
    remove: "Remove {value}",
    days: "Days",
    from: "From",
    to: "To",
    facets: {
      year: "Year",
      month: "Month",
      channel: "Channel",
      language: "Language",
      date: "Date",
      forwarded: "Forwarded",
      media: "Not captured",
      tag: "Tag",
    },
    values: {
      date: { stated: "Stated by the post", inferred: "Inferred" },
      forwarded: { yes: "Forwarded posts", no: "Own posts" },
      media: {
        video: "Video",
        photo: "Photo",
        audio: "Audio",
        document: "Document",
        poll: "Poll",
        service: "Service message",
        "custom-emoji": "Custom emoji",
        hidden: "Whole post",
      },
      language: { und: "Not known" },
    },
    unknownWords: "In no post:",
    near: "spelled nearly so:",
    apart: "Each of these words stands in some post, but in none together. Search for one of them:",
    alone: "These words stand in posts:",
    broken: "All words of the phrase stand together in some post, but not in this order:",
    narrowed: "Other choices hide posts:",
    withoutNarrowing: "without “{name}”",
    withoutAny: "search all posts",
    otherWays: "There are other ways in:",
  },
};

/** The shape of a table of texts: the English one's. */
export type Texts = typeof english;
