import { jsonForHtml } from "../../src/site/formats/json-ld.ts";

/** Data for search engines and reference managers. Not run, so that the security policy has nothing to allow; `jsonForHtml` has escaped it. */
export function JsonLd({ value }: { readonly value: unknown }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForHtml(value) }} />;
}
