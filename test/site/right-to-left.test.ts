import { describe, expect, test } from "vitest";
import { Archive } from "../../src/site/model/archive.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import { labelOf } from "../../src/site/search/facet-values.ts";
import { textsFor } from "../../src/site/texts/texts.ts";
import { render } from "../../templates/channel.11ty.tsx";
import { render as renderPost } from "../../templates/post.11ty.tsx";
import { postWith, settings, stated } from "./fixture.ts";

const posts = ["2025-02-01", "2025-02-08"].map((day, at) =>
  postWith({ id: `rtl000000${at}`, text: `کشتی ${at} به بندر رسید`, language: "fa", dating: stated(day) }),
);
const archive = new Archive({ ...settings, language: "fa", url: "https://sahel.example/" }, posts, { dumps: [] });

describe("pages from right to left", () => {
  test("part facts by the comma of their script", () => {
    const [front] = archive.channelPages;
    if (front === undefined) throw new RangeError("no channel");
    const html = render({ archive, item: front });
    expect(html).toContain("۲ پست، ۱–۸ فوریهٔ ۲۰۲۵");
    expect(html).not.toMatch(/[\u0600-\u06FF], [\u0600-\u06FF\u06F0-\u06F9]/u);
  });

  test("keep an address in a citation from left to right, with its last slash at its end", () => {
    const [page] = archive.posts;
    if (page === undefined) throw new RangeError("no post");
    const html = renderPost({ item: new PostView(page, archive) });
    const [, citation = ""] = /<p class="citation"[^>]*>(.*?)<\/p>/su.exec(html) ?? [];
    expect(citation).toContain(`<bdi dir="ltr">https://sahel.example${page.path}</bdi>`);
  });

  test("write the years of the search in the figures of the language", () => {
    const label = (language: string) =>
      labelOf("year", "2025", { labels: {}, texts: textsFor(language).search } as never);
    expect(label("fa")).toBe("۲۰۲۵");
    expect(label("en")).toBe("2025");
  });
});
