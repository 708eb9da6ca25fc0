/**
 * Posts of an invented harbour channel that a judge of lines cannot tell apart: no blank lines, no reactions, lines of figures, hashtags and questions
 * that are posts of their own.
 */
export const posts: readonly string[] = [
  "Kestrel Bay port office: cargo figures for the year",
  "Riga: 2.9 million tonnes (−4%)",
  "Tallinn: 1.4 million tonnes (+2%)",
  "Ventspils: 3.1 million tonnes (−7%)",
  "Klaipeda: 5.8 million tonnes (+1%)",
  "Question: who pays for the new breakwater?",
  "Answer: the harbour board pays two thirds, the county the rest.\nThe board meets again in May.",
  "#KestrelBay",
  "Fog over the outer pier since five in the morning.\nSmall boats stay in.",
  "#KestrelBay",
  "The ferry Marigold is back from the yard.\nShe sails at noon.",
  "Question: is the lower lock open on Sunday?",
  "Answer: yes, from nine to six.",
  "Riga: 3.0 million tonnes (+3%)",
  "Tallinn: 1.3 million tonnes (−5%)",
  "#KestrelBay",
  "Crane two is out of service.\nShips for the salt yard go to the east quay.\nThe repair takes a week.",
  "Question: where can visitors moor?",
  "Answer: at the mill pond, first come, first served.",
  "Ventspils: 3.3 million tonnes (+6%)",
  "Klaipeda: 5.7 million tonnes (−2%)",
  "#KestrelBay",
  "The light on the north bank is mended.\nThanks to all who reported it.",
  "Question: when does the ice service begin?",
  "Answer: in the second week of December.",
  "The office is closed on Friday.",
];

const head = ["Kestrel Bay", "@kestrelbay", "4.1K subscribers", "Download Telegram"];

/** The page as text, as a preview prints it. */
export const page = [...head, ...posts, ""].join("\n");

/** The lines that posts start at, from 1. */
export const starts: readonly number[] = posts.map(
  (_, at) => head.length + 1 + posts.slice(0, at).reduce((sum, post) => sum + post.split("\n").length, 0),
);
