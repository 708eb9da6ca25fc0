/**
 * Weights of the features, as log-odds for a boundary: fitted by scripts/lab/fit-feature-weights.ts on previews of sixteen channels.
 * The name of a feature is the key to `features.ts`; a feature without a weight counts with its prior.
 */
export const featureWeights: Readonly<Record<string, number>> = {
  base: 2.45, //                  any candidate
  "poor-in-blanks": 4.05, //        the page has next to no blank lines, so candidates are its boundaries
  "previous-alone": 0.69, //        the line before is a paragraph of its own
  "next-alone": 0.9, //            a blank line stands behind the next line: a headline, or a paragraph of one line
  "next-before-mark": 0.1, //      a mark of the page or the end of the dump stands behind the next line
  "block-of-two": 0.37, //          the two lines are a paragraph of two lines
  "long-block": -0.46, //            the lines stand in a paragraph of many lines: a list
  "middle-of-block": -0.23, //       other lines stand before and behind the two in their paragraph
  "last-of-block": 0.43, //         the next line is the last of a paragraph of three or more
  "closing-line": 5.16, //          the line before closes posts on this page
  "closing-line-next": -2.64, //     the next line closes posts on this page
  "closing-line-missing": -3.96, //  this page closes its posts with such lines, but the line before is none
  bound: -5.11, //                 wherever lines like the first stand on this page, lines like the second follow
  "closing-pair": -6.13, //          the two lines close posts on this page together
  opener: 1.93, //                the next line starts with an emoji that opens posts on this page
  "emoji-next": 0.38, //            the next line starts with an emoji
  "emoji-previous": -0.88, //        the line before starts with an emoji, as headings and list lines do
  "same-emoji": -3.1, //            both lines start with the same emoji
  "emoji-then-none": -0.14, //       an emoji line, then one without: a heading and its text
  "heading-previous": -3.26, //      lines like the one before head paragraphs inside this page's posts
  "list-goes-on": -4.13, //          both lines are list items
  "list-starts": -3.03, //           the next line is a list item, the one before is none
  "list-ends": 0.0, //             the line before is a list item, the next one is none
  "numbers-go-on": -4.0, //         the next line has the next number of a list that began a few lines before
  "sentence-open": -3.03, //         the line before ends in a comma, a dash or an opening sign
  "left-open": -1.47, //             the line before opens a quotation or a bracket and does not close it
  colon: -3.42, //                 the line before ends in a colon
  stop: 0.0, //                  the line before ends a sentence
  "emoji-end": 0.82, //             the line before ends in an emoji
  "lower-case-next": -2.85, //       the next line starts in lower case
  "no-word-next": -3.61, //          the next line has neither letter nor digit
  "quote-next": -0.06, //            the next line starts with a quotation mark
  "tags-before": 2.18, //           the line before is hashtags alone, in a paragraph of its own or last in one
  "tags-next": 1.0, //             the next line is hashtags alone and the text goes on behind it
  "tags-both": -3.0, //             both lines are hashtags alone
  "tag-ends-previous": 0.78, //     the line before ends in a hashtag
  "address-ends-previous": 1.92, // the line before ends in an address
  "mention-ends-previous": 0.75, // the line before ends in a user name
  "handle-next": -3.01, //           the next line is a user name alone: a sign-off
  "short-previous": -0.39, //        the line before is short
  "short-next": -0.82, //            the next line is short
  "short-both": -2.3, //            both lines are short
  "cohesion-before": -1.26, //       the next line shares words with the lines before it
  "cohesion-behind": 1.59, //       the next line shares words with the lines behind it
  "passages-alike": -2.08, //        the lines before the candidate and behind it speak of the same things
};
