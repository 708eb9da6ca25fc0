import { expect, test } from "vitest";
import type { Post } from "../../src/model/post.ts";
import { likelyIdentity } from "../../src/site/analysis/likely-identity.ts";
import { archiveOf, postWith } from "./fixture.ts";

const unnamed = { key: "unnamed", name: "Unnamed channel 7", identified: false };
const essays = [
  "The ferry to the northern islands left the harbour an hour late because of the fog that lay over the mole",
  "Nine crates of lemons were unloaded on the old quay before noon while the crane of the customs house rested",
  "The keeper of the lighthouse retires after forty winters and hands the keys to the youngest of her pilots",
];

function own(place: number, more: Partial<Post> = {}): Post {
  return postWith({ id: `unnamed00${place}`, channel: unnamed, text: `${essays[place]}`, ...more });
}

/** Whom an archive of these posts takes the channel without a name for. */
function identityIn(posts: readonly Post[]) {
  const archive = archiveOf(posts);
  const topic = archive.channels.find(({ channel }) => channel.key === "unnamed");
  return likelyIdentity(topic?.posts ?? [], archive.relations, archive.channels);
}

test("a channel is taken for the one that has the same posts", () => {
  const same = essays.map((text, place) => postWith({ id: `harbour00${place}`, text }));
  expect(identityIn([own(0), own(1), own(2), ...same])).toEqual({
    name: "Harbour News",
    evidence: { same: 3, forwarded: 0, replies: 0, signed: 0 },
  });
});

test("a channel is taken for the one that others name where they forward its posts", () => {
  const forwards = essays.map((text, place) => postWith({ id: `harbour00${place}`, text, forwardedFrom: "Pit News" }));
  expect(identityIn([own(0), own(1), ...forwards])).toMatchObject({ name: "Pit News", evidence: { forwarded: 2 } });
});

test("a channel is taken for the one that its replies quote, and for the handle under its posts", () => {
  const replyTo = { author: "Pit News", excerpt: "The ferry" };
  expect(identityIn([own(0, { replyTo }), own(1, { replyTo })])).toMatchObject({ name: "Pit News" });
  const signed = [0, 1].map((place) =>
    own(place, { text: `${essays[place]}\n\nFollow @pit_news`, mentions: ["pit_news"] }),
  );
  expect(identityIn(signed)).toMatchObject({ name: "@pit_news", evidence: { signed: 2 } });
});

test("one post says too little, two names say nothing, and a channel is not the one it forwards from", () => {
  const replyTo = { author: "Pit News", excerpt: "The ferry" };
  expect(identityIn([own(0, { replyTo }), own(1)])).toBeUndefined();
  expect(identityIn([own(0, { replyTo }), own(1, { replyTo: { ...replyTo, author: "Marsh Radio" } })])).toBeUndefined();
  const forwarded = own(2, { forwardedFrom: "Pit News" });
  expect(identityIn([own(0, { replyTo }), own(1, { replyTo }), forwarded])).toBeUndefined();
});

test("the handle below a forwarded post is its source's, and a longer handle is no shorter one", () => {
  const signed = (place: number, more: Partial<Post> = {}) =>
    own(place, {
      text: `${essays[place]}, says @marsh\n\nFollow @marsh_radio`,
      mentions: ["marsh", "marsh_radio"],
      ...more,
    });
  expect(identityIn([signed(0), signed(1)])).toMatchObject({ name: "@marsh_radio", evidence: { signed: 2 } });
  const forwardedFrom = "Marsh Radio";
  expect(identityIn([signed(0, { forwardedFrom }), signed(1, { forwardedFrom })])).toBeUndefined();
});
