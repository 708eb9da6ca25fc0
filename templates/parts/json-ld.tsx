import { jsonLdText } from "../../src/site/json-ld.ts";

/** Linked data in the head of a page. It is data: nothing of it runs, and `jsonLdText` keeps it inside of its element. */
export function JsonLd({ data }: { readonly data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(data) }} />;
}
