import { expect, test } from "vitest";
import { withQuotes } from "../../src/archive/quotes.ts";
import { postOf } from "./post-arbitrary.ts";

const fog = postOf({ id: "fog0000000", text: "Fog over\nthe pier", number: 3 });
const reply = postOf({
  id: "reply00000",
  text: "Gone",
  replyTo: { author: "Harbour Gazette", excerpt: "", number: 3 },
});
const quote = { author: "Harbour Gazette", excerpt: "Fog over the pier", number: 3 };

test("a reply that knows the number of its quoted post gets that post's opening", () => {
  expect(withQuotes([reply, fog])[0]?.replyTo).toEqual(quote);
});

test("a post that the archive keeps from a dump that is gone is quoted as well", () => {
  expect(withQuotes([reply], [fog])[0]?.replyTo).toEqual(quote);
});

test("a post with the same number in another channel is not quoted, and neither is a withdrawn one", () => {
  const elsewhere = { ...fog, channel: { ...fog.channel, key: "quay" } };
  expect(withQuotes([reply, elsewhere])[0]?.replyTo).toEqual(reply.replyTo);
  expect(withQuotes([reply, fog], [{ ...fog, withdrawn: "asked for" }])[0]?.replyTo).toEqual(reply.replyTo);
});

test("a quote that has words keeps them", () => {
  const told = postOf({ ...reply, replyTo: { author: "Pier", excerpt: "Fog over…", number: 3 } });
  expect(withQuotes([told, fog])).toEqual([told, fog]);
});
