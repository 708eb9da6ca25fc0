import { z } from "zod";

/** The search engines that the search page can ask in the place of Pagefind. */
export const engineKinds = ["opensearch", "meilisearch", "typesense"] as const;
/** One of `engineKinds`. */
export type EngineKind = (typeof engineKinds)[number];

/** The search engine that an archive's search page asks. All of it is published with the site. */
export interface SearchServer {
  readonly engine: EngineKind;
  /** The engine's address, without a closing slash. */
  readonly url: string;
  /** A key that can search and nothing else; absent where an OpenSearch needs none. For OpenSearch `name:password`, or a token. */
  readonly key?: string;
  /** What the engine calls the archive's posts: its index, or its collection. */
  readonly index: string;
}

/** The name of an index where the settings give none. */
const usualIndex = "scrollback";

const engineRemedy = `write one of: ${engineKinds.join(", ")}`;
const urlRemedy = 'write the address of the search engine, such as "https://search.example.org"';
const keyRemedy = "write the key that can search and nothing else: it is published with the site";
const indexRemedy = 'write small letters, digits, "-" and "_", such as "harbour-news"';

/** The keys of `search` in `content/site.yml`. */
export const searchServerSchema = z.strictObject(
  {
    engine: z.enum(engineKinds, { error: engineRemedy }).meta({ description: "The kind of search engine." }),
    url: z
      .string(urlRemedy)
      .refine(isEngineAddress, {
        error: `${urlRemedy}, with http:// or https:// and without a name, a password, "?" or "#"`,
      })
      .transform((text) => text.replace(/\/+$/u, ""))
      .meta({
        description: "The address of the search engine, which the readers' browsers ask.",
        pattern: "^https?://[^?#@]+$",
        examples: ["https://search.example.org"],
      }),
    key: z
      .string(`${keyRemedy}; put one of figures in quotes`)
      .regex(/^[\x21-\x7e]+$/u, { error: keyRemedy })
      .meta({
        description:
          "A key that can search and nothing else; it is published with the site. For OpenSearch name:password or a token, or no key.",
      })
      .optional(),
    index: z
      .string(indexRemedy)
      .regex(/^[a-z0-9][a-z0-9_-]{0,99}$/u, { error: indexRemedy })
      .default(usualIndex)
      .meta({ description: "The name of the index or collection.", examples: [usualIndex] }),
  },
  {
    error: (issue) =>
      issue.code === "invalid_type" ? 'write "engine", "url" and "key" below it, or remove it' : undefined,
  },
);

/** What is wrong with a search engine as a whole, with the remedy; nothing where it is right. */
export function searchServerProblem({ engine, key }: Pick<SearchServer, "engine" | "key">): string | undefined {
  return key === undefined && engine !== "opensearch" ? keyRemedy : undefined;
}

/** Whether a text is an address that a browser may ask: no password in it, which a site would publish. */
function isEngineAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\/[^?#@]+$/u.test(text);
}
