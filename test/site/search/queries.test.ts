import { describe, expect, test } from "vitest";
import type { Dating, Post } from "../../../src/model/post.ts";
import { filtered } from "../../../src/site/client/filter.ts";
import { match } from "../../../src/site/client/match.ts";
import { questionIn } from "../../../src/site/client/question.ts";
import { searchBundles, searchManifest } from "../../../src/site/search/bundles.ts";
import { markedIn } from "../../../src/site/search/excerpt.ts";
import { clausesIn } from "../../../src/site/search/query.ts";
import { archiveOf, inferred, postWith, stated } from "../fixture.ts";
import { opened } from "../opened-bundle.ts";

const harbour = { key: "harbour", name: "Harbour Watch", handle: "harbour_watch", identified: true };
const kran = { key: "kran", name: "Журавель", identified: true };

function said(id: string, text: string, more: Partial<Post> = {}): Post {
  return postWith({ id, text, title: text.split("\n")[0] ?? "", language: "en", channel: harbour, tags: [], ...more });
}

const set: Dating = { ...stated("2025-05-05"), basis: "given" };

const posts: readonly Post[] = [
  said("us-caps", "The US delegation came to the pier", { dating: stated("2025-01-02") }),
  said("us-dots", "A U.S. envoy spoke", { dating: stated("2025-01-03") }),
  said("us-small", "They used to tell us nothing", { dating: stated("2025-01-04") }),
  said("tagged", "#Live from the quay", { tags: [{ key: "live", label: "Live" }], dating: stated("2025-01-05") }),
  said("lively", "We live by the sea", { dating: inferred("2025-01-06", 3) }),
  said("keycaps", "8️⃣0️⃣ years ago the mole was built", { media: ["photo"] }),
  said("nato-exp", "NATO expansion was discussed", { forwardedFrom: "Pit News" }),
  said("nato-talk", "Nato talks went on", { forwardedFrom: "Quay Radio" }),
  said("cpp", "Written in C++ and a little C#", { media: ["document"] }),
  said("c", "Written in C alone"),
  said("fire", "🔥 Warehouse alight"),
  said("flag", "Talks with 🇨🇭 today"),
  said("thumb", "Well done 👍🏽"),
  said("thousands", "A load of 3,500 tonnes"),
  said("plain-number", "It weighs 3500 kilos"),
  said("e-mail", "Send an e-mail to the office"),
  said("email", "Our email is broken"),
  said("links", "See https://docs.example.org/a and more", { links: ["https://docs.example.org/a"] }),
  said("linked", "See https://example.net/b", { links: ["https://www.example.net/b"] }),
  said("corrected", "A day that an editor set", { dating: set }),
  said("poslov", "Прибыли послы двух стран", { language: "ru", channel: kran }),
  said("posla", "Посол встретил посла", { language: "ru", channel: kran, media: ["video"] }),
  said("posle", "После обеда шёл дождь", { language: "ru", channel: kran }),
  said("lavrov", "Лавров приехал", { language: "ru", channel: kran }),
  said("yamalo", "Снег в Ямало-Ненецком округе", { language: "ru", channel: kran }),
  said("hangul", "한국 정부".normalize("NFD"), { language: "ko" }),
  said("bateau", "Le bateau part à midi", { language: "fr" }),
  said("two-words", "The harbour master opened the old bridge"),
  said("other-words", "The old master closed the harbour"),
];

const archive = archiveOf(posts);
const made = searchBundles(archive, { posts: 7, formsAFile: 9, textAFile: 300 });
const bundles = made.map(opened);
const { labels } = searchManifest(made, archive);

/** The ids that a question finds, in the order of the archive. */
async function found(words: string): Promise<readonly string[]> {
  const question = questionIn(`?q=${encodeURIComponent(words)}&sort=oldest`);
  const { places } = filtered(bundles, await match(bundles, words, labels), question);
  const texts = await Promise.all(places.map(({ bundle, post }) => bundles[bundle]?.text(post)));
  return texts.map((text) => text?.path.split("/")[1] ?? "").sort();
}

describe("a question means what is typed", () => {
  test.each<[words: string, ids: readonly string[]]>([
    // Names of capitals, with points and without.
    ["US", ["us-caps", "us-dots"]],
    ["U.S.", ["us-caps", "us-dots"]],
    ["us ", ["us-caps", "us-dots", "us-small"]],
    ["used", ["us-small"]],
    ["nato", ["nato-exp", "nato-talk"]],
    ["NATO", ["nato-exp", "nato-talk"]],
    // Tags and words.
    ["#Live", ["tagged"]],
    ["#LIVE", ["tagged"]],
    ["tag:live", ["tagged"]],
    ["live", ["lively", "tagged"]],
    ["live -#live", ["lively"]],
    // Figures and signs.
    ["80 years ago", ["keycaps"]],
    ['"80 years ago"', ["keycaps"]],
    ["3500", ["plain-number", "thousands"]],
    ["3,500", ["plain-number", "thousands"]],
    ["3.500", ["plain-number", "thousands"]],
    ["C++", ["cpp"]],
    ["c++", ["cpp"]],
    ["C#", ["cpp"]],
    ["in C alone", ["c"]],
    // Emoji and flags.
    ["🔥", ["fire"]],
    ["🇨🇭", ["flag"]],
    ["👍", ["thumb"]],
    ["🔥 warehouse", ["fire"]],
    ["talks 🇨🇭", ["flag"]],
    // Hyphens.
    ["email", ["e-mail", "email"]],
    ["e-mail", ["e-mail", "email"]],
    ["mail", ["e-mail"]],
    ["Ямало-Ненецкий", ["yamalo"]],
    ["ненецкого", ["yamalo"]],
    // Exclusion and choice.
    ["NATO -expansion", ["nato-talk"]],
    ["nato -talks", ["nato-exp"]],
    ["warehouse OR envoy", ["fire", "us-dots"]],
    ["old bridge OR closed", ["other-words", "two-words"]],
    ["old -bridge", ["other-words"]],
    ['"old master"', ["other-words"]],
    ['master -"old master"', ["two-words"]],
    ["-nato from:pit", []],
    // Operators.
    ["channel:harbour nato", ["nato-exp", "nato-talk"]],
    ["channel:Журавель", ["lavrov", "posla", "posle", "poslov", "yamalo"]],
    ['channel:"harbour watch" fire', []],
    ["channel:@harbour warehouse", ["fire"]],
    ["from:pit", ["nato-exp"]],
    ['from:"quay radio"', ["nato-talk"]],
    ["is:forwarded", ["nato-exp", "nato-talk"]],
    ["is:forwarded -expansion", ["nato-talk"]],
    ["is:inferred live", ["lively"]],
    ["is:corrected", ["corrected"]],
    ["has:photo", ["keycaps"]],
    ["has:video", ["posla"]],
    ["has:file", ["cpp"]],
    ["has:media -has:file", ["keycaps", "posla"]],
    ["has:link", ["linked", "links"]],
    ["site:example.org", ["links"]],
    ["site:docs.example.org", ["links"]],
    ["site:www.example.net", ["linked"]],
    ["site:ample.org", []],
    ["lang:ko", ["hangul"]],
    ["lang:ru снег", ["yamalo"]],
    ["lang:fr", ["bateau"]],
    ["lang:french", ["bateau"]],
    // "French" has the letters of the tag "en".
    ["lang:en bateau", []],
    ["after:2025-05", ["corrected"]],
    ["before:2025-01-04", ["us-caps", "us-dots", "lively"].sort()],
    ["before:2025-01-04 -live", ["us-caps", "us-dots"]],
    ["after:2025-01-05 before:2025-01-06", ["lively", "tagged"]],
    // What is no operator is text.
    ["with:", ["flag"]],
    ["tag:", []],
    ["has:nothing", []],
    ["warehouse:alight", ["fire"]],
    // Forms of words.
    ["посол", ["posla", "poslov"]],
    ["посла", ["posla", "poslov"]],
    ["после", ["posle"]],
    // One script in two spellings.
    ["한국", ["hangul"]],
    ["한국".normalize("NFD"), ["hangul"]],
    ["정부", ["hangul"]],
    // Quotes that are left open, minus signs that stand alone.
    ['"old bridge', ["two-words"]],
    ["old - bridge", ["two-words"]],
    ["- - -", []],
    ["OR", []],
    ["OR envoy", ["us-dots"]],
  ])("%s", async (words, ids) => {
    expect(await found(words)).toEqual(ids);
  });

  test("only what was asked for is marked", async () => {
    const marksOf = async (words: string, text: string, language: string): Promise<readonly string[]> => {
      const { wanted } = await match(bundles, words, labels);
      return markedIn(text, language, wanted).flatMap((part) => (part.marked ? [part.text] : []));
    };
    expect(await marksOf("US", "The US and the U.S. used to tell us", "en")).toEqual(["US", "U.S."]);
    expect(await marksOf("посол", "После посла", "ru")).toEqual(["посла"]);
    expect(await marksOf("old -bridge", "An old bridge", "en")).toEqual(["old"]);
    expect(await marksOf("e-mail", "An e-mail, an email", "en")).toEqual(["e-mail", "email"]);
  });

  test("a question of any signs is read without an error", () => {
    for (const words of ['"', "-", "tag:", "-tag:x", "a OR", "| |", "before:2025-99", "#", "#1", "::", '-"']) {
      expect(Array.isArray(clausesIn(words))).toBe(true);
    }
    expect(clausesIn("before:2025-99")[0]?.anyOf[0]?.kind).toBe("words");
    expect(clausesIn("#1")[0]?.anyOf[0]?.kind).toBe("words");
  });
});
