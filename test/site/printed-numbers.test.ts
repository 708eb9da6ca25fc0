import { expect, test } from "vitest";
import { Archive } from "../../src/site/model/archive.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import { counterWords, printedNumber } from "../../src/site/model/wording.ts";
import { interfaceLanguages } from "../../src/site/texts/interface-languages.ts";
import { textsFor } from "../../src/site/texts/texts.ts";
import { translator } from "../../src/site/translate/translator.ts";
import { render as renderChannel } from "../../templates/channel.11ty.tsx";
import { render } from "../../templates/post.11ty.tsx";
import { ledger, postWith, settings } from "./fixture.ts";

const english = textsFor("en");
const rounded = postWith({
  id: "turkish001",
  views: { count: 1600, printed: "1,6 B" },
  reactions: [
    { emoji: "👍", count: 2490, printed: "2.49K" },
    { emoji: "", count: 7760, printed: "7.76K" },
  ],
});

/** The pages of a post and of its channel, whose head printed `12,3 тыс.` readers. */
function pages(language: string, post = rounded): { readonly post: string; readonly channel: string } {
  const about = { counters: { subscribers: "12,3 тыс.", photos: "1 204", files: "9千" } };
  const archive = new Archive({ ...settings, language }, [post], {
    dumps: ledger.dumps.map((dump) => ({ ...dump, about })),
  });
  const [page, list] = [archive.posts[0], archive.channelPages[0]];
  if (page === undefined || list === undefined) throw new Error("the archive has a post");
  return { post: render({ item: new PostView(page, archive) }), channel: renderChannel({ archive, item: list }) };
}

test("what a page rounded stands in the reader's language, the page's own spelling beside it", () => {
  const { post, channel } = pages("en");
  expect(post).toContain('<li title="1,6 B">about 1,600 views</li>');
  expect(post).toContain('👍</span> <span title="2.49K">about 2,490</span>');
  expect(post).toContain('custom emoji</span> <span title="7.76K">about 7,760</span>');
  expect(channel).toContain('<td title="12,3 тыс.">about 12,300</td>');
  expect(channel).toContain("<td>1,204</td>");
});

test("what was not rounded is not said to be, and a counter that cannot be read stays as it was printed", () => {
  expect(pages("en", postWith({ id: "exact00001", views: { count: 1604 } })).post).toContain("<li>1,604 views</li>");
  expect(pages("en", postWith({ id: "single0001", views: { count: 1 } })).post).toContain("<li>1 view</li>");
  expect(printedNumber({ count: 12 }, english)).toEqual({ words: "12", printed: undefined });
  expect(counterWords("9千", english)).toEqual({ words: "9千", printed: undefined });
});

test.each(
  interfaceLanguages,
)("in %s no abbreviation of another language is in the words, built so or translated", (to) => {
  const texts = textsFor(to);
  const said = texts.post.viewsAbout(1600);
  expect(said).not.toMatch(/\d[.,]?\d?\s?[BK]/u);
  expect(said).not.toBe(texts.post.views(1600));
  expect(pages(to).post).toContain(`<li title="1,6 B">${said}</li>`);
  if (to === "en") return;
  const translate = translator(english, texts);
  expect(translate("about 1,600 views")).toBe(said);
  expect(translate("1,604 views")).toBe(texts.post.views(1604));
  expect(translate("about 12,300")).toBe(texts.post.about(12_300));
});
