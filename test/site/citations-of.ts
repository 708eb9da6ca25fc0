import { besideOf } from "../../src/site/formats/citations.ts";
import { postingOf } from "../../src/site/formats/json-ld.ts";
import { type References, referencesFrom } from "../../src/site/formats/posting-references.ts";
import { citationOf } from "../../src/site/formats/record.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";

/** A post's references as its page shows them: in words, and in the forms that the page's program makes from its structured data. */
export function citationsOf(page: PostPage, archive: Archive): References & { readonly plain: string } {
  const said = JSON.parse(JSON.stringify(postingOf(page, archive)));
  return { plain: citationOf(page, archive), ...referencesFrom(said, besideOf(page, archive)) };
}
