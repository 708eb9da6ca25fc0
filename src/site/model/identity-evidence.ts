/**
 * What speaks for it that a channel which no page names is a certain one: posts that both have, posts that others forwarded from it, replies to its own
 * posts, posts signed with its handle. A file of its own, for tables of words.
 */
export const identityEvidence = ["same", "forwarded", "replies", "signed"] as const;
/** One of `identityEvidence`. */
export type IdentityEvidence = (typeof identityEvidence)[number];
