import { expect, test } from "vitest";
import { PostView } from "../../src/site/model/post-view.ts";
import { render } from "../../templates/post.11ty.tsx";
import { archiveOf, inferred, postWith } from "./fixture.ts";

/** Of a post's page with a text of 300 characters. */
const mostBytes = 8000;

test("a post of 300 characters has a page of 8 kB, and no fact of its structured data stands in it again as a reference", () => {
  const sentences = [
    "Two boats wait at the pier until the fog has gone. ",
    "Lamps were lit early. ",
    "Nobody saw whales today, said Ada. ",
  ];
  const posts = sentences.map((sentence, index) =>
    postWith({
      id: `k3v9x0q2m${index}`,
      text: `Headline number ${index}\n\n${sentence.repeat(20)}`.slice(0, 300),
      dating: inferred("2025-02-04", index),
    }),
  );
  const archive = archiveOf(posts);
  const pages = archive.posts.map((item) => render({ item: new PostView(item, archive) }));
  for (const page of pages) expect(Buffer.byteLength(page)).toBeLessThan(mostBytes);
  expect(pages.join("")).not.toMatch(/@misc|TY {2}-|citation-key/u);
});
