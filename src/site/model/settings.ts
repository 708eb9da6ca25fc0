import { z } from "zod";
import { keyLine } from "../../model/key-line.ts";
import { unknownKeysTold } from "../../text/unknown-keys.ts";
import { type InterfaceLanguage, interfaceLanguages } from "../texts/interface-languages.ts";
import { type Accent, accentFrom } from "./accent.ts";
import { type SearchServer, searchServerProblem, searchServerSchema } from "./search-server.ts";

/** What an archive says of itself in `content/site.yml`. */
export interface Settings {
  readonly title: string;
  readonly description: string;
  /** Where the site is published, with a closing slash. */
  readonly url: string;
  /** BCP 47 tag of the language of `title` and `description`, and of the interface where it has a table for it. */
  readonly language: string;
  /** The languages that readers may have the interface in, beside `language`; none where they are offered no choice. */
  readonly languages?: readonly InterfaceLanguage[];
  /** IANA name of the time zone whose calendar days the dates are. */
  readonly timezone?: string;
  /** The site's one colour in its two forms; the style sheet has its own where this is absent. */
  readonly accent?: Accent;
  /** A picture beside the title: the name of an SVG or PNG file in the content folder. */
  readonly logo?: string;
  /** Whether files beside exports are kept: in `content/media`, as where this is absent, or at an address of one's own, or not. */
  readonly media?: "keep" | "link" | "none";
  /** Of `media: link`: where the files are published, with a closing slash. */
  readonly mediaUrl?: string;
  /** Megabytes of the largest file that is kept; 50 where this is absent. */
  readonly mediaLimit?: number;
  /** Whether each post's record stands beside its page; `post-records.ts` decides where this is absent. */
  readonly records?: "each" | "none";
  /** The search engine that the search page asks; Pagefind where this is absent. */
  readonly search?: SearchServer;
  /** What a person says of channels, by their keys. */
  readonly channels?: Readonly<Record<string, ChannelSettings>>;
}

/** What a person says of a channel; it goes before what the dumps say. */
export interface ChannelSettings {
  readonly name?: string;
  /** Telegram user name without `@`. */
  readonly handle?: string;
  readonly description?: string;
}

/** Checks the parsed `content/site.yml`. Throws one Error that names the file, each wrong key with its line in `text`, and the remedy. */
export function settingsFrom(value: unknown, file: string, text = ""): Settings {
  const checked = schema.safeParse(value);
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) => issueText(issue, text));
    throw new Error(`Cannot read settings "${file}": ${problems.join("; ")}`);
  }
  const { media, mediaUrl } = checked.data;
  if ((media === "link") !== (mediaUrl !== undefined))
    throw new Error(`Cannot read settings "${file}": write both "media: link" and "mediaUrl", or neither`);
  const settings = present(checked.data) as Settings;
  const problem = settings.search === undefined ? undefined : searchServerProblem(settings.search);
  if (problem !== undefined)
    throw new Error(`Cannot read settings "${file}": ${linePrefix(text, ["search"])}key "search.key": ${problem}`);
  return settings;
}

/** Refuses settings of channels that the archive does not have. Throws an Error that names the file, the key and the remedy. */
export function checkChannelSettings(
  { channels = {} }: Settings,
  known: readonly string[],
  file: string,
  text = "",
): void {
  const unknown = Object.keys(channels).filter((key) => !known.includes(key));
  // An archive without posts has no channels yet; what is said of them can wait for them.
  if (unknown.length === 0 || known.length === 0) return;
  const problems = unknown.map(
    (key) =>
      `${linePrefix(text, ["channels", key])}key "channels.${key}": no post is of this channel; write one of: ${known.join(", ")}`,
  );
  throw new Error(`Cannot read settings "${file}": ${problems.join("; ")}`);
}

const handleRemedy = 'write a Telegram user name such as "harbour_news"';

const channel = z.strictObject({
  name: words("name", "Harbour News").meta({ description: "What the channel is called." }).optional(),
  handle: z
    .string(handleRemedy)
    .regex(/^@?\w{4,32}$/u, { error: handleRemedy })
    .transform((handle) => handle.replace("@", ""))
    .meta({ description: "The channel's Telegram user name.", examples: ["harbour_news"] })
    .optional(),
  description: words("description", "What the channel is").meta({ description: "What the channel is." }).optional(),
});

const colourRemedy = 'write a colour such as "#8a2a1c", "rgb(138 42 28)" or "hsl(8 66% 33%)"';
const urlRemedy = `write the address the site is published under, such as "https://example.org/"`;
const languagesRemedy = `write a list of languages of the interface, such as "[en, uk]" (${interfaceLanguages.join(", ")})`;
const zoneRemedy = `write a time zone such as "Europe/Moscow", or leave the key out`;
const mediaUrlRemedy = `write the address that the folder _media is published under, such as "https://files.example.org/"`;
const logoRemedy = 'write the name of an SVG or PNG file in the content folder, such as "logo.svg"';

/** Each key with what editors say of it. */
const schema = z.strictObject(
  {
    title: words("title").meta({ description: "What the archive is called." }),
    description: words("description").meta({ description: "What the archive holds." }),
    url: z
      .string(urlRemedy)
      .refine(isWebAddress, { error: `write a whole address without "?" or "#", such as "https://example.org/"` })
      .transform((text) => (text.endsWith("/") ? text : `${text}/`))
      .meta({
        description: "The address the site is published under. Feeds, the sitemap and citations use it.",
        pattern: "^https?://[^?#]+$",
        examples: ["https://example.org/"],
      }),
    language: z
      .string(`write a language tag such as "en"`)
      .refine(isLanguageTag, { error: `write a language tag such as "en" or "pt-BR"` })
      .meta({
        description:
          "The language of the title and the description. The pages use it too if it is ar, de, en, es, fa, fr, ru or uk.",
        examples: ["en", "ru", "pt-BR"],
      }),
    languages: z
      .array(z.enum(interfaceLanguages, { error: languagesRemedy }), languagesRemedy)
      .meta({
        description: "The languages that readers may choose for the pages, beside the archive's own.",
        examples: [["en", "ru", "uk"]],
      })
      .optional(),
    timezone: z
      .string(zoneRemedy)
      .refine(isTimeZone, { error: zoneRemedy })
      .meta({ description: "The time zone whose calendar days the dates are.", examples: ["Europe/Moscow"] })
      .optional(),
    accent: z
      .string(colourRemedy)
      .transform((text, context) => {
        const accent = accentFrom(text);
        if (accent === undefined) context.addIssue({ code: "custom", message: colourRemedy });
        return accent;
      })
      .meta({ description: "The colour of links and tints, made readable on light and dark.", examples: ["#1f5fa8"] })
      .optional(),
    media: z
      .enum(["keep", "link", "none"], { error: 'write "keep", "link" or "none"' })
      .meta({
        description:
          "Whether pictures, recordings and files beside exports are kept: in content/media and the site, at the address mediaUrl, or not.",
      })
      .optional(),
    mediaUrl: z
      .string(mediaUrlRemedy)
      .refine(isWebAddress, { error: mediaUrlRemedy })
      .transform((text) => (text.endsWith("/") ? text : `${text}/`))
      .meta({
        description: "With media: link, the address under which the files of the folder _media are published.",
        pattern: "^https?://[^?#]+$",
        examples: ["https://files.example.org/harbour/"],
      })
      .optional(),
    mediaLimit: z
      .number({ error: "write a number of megabytes, such as 50" })
      .positive("write a number of megabytes, such as 50")
      .meta({ description: "Megabytes of the largest file that is kept.", examples: [50] })
      .optional(),
    records: z
      .enum(["each", "none"], { error: 'write "each" or "none"' })
      .meta({
        description:
          "Whether each post's record stands beside its page as post.json; each, if an archive has fewer than 10,000 posts. An archive that has published them keeps them.",
      })
      .optional(),
    logo: z
      .string(logoRemedy)
      .refine((text) => /^[\p{L}\p{N}][\p{L}\p{N}._-]*\.(?:svg|png)$/iu.test(text), { error: logoRemedy })
      .meta({
        description: "An SVG or PNG file in the content folder, shown beside the title.",
        // A schema's pattern has no flags, for letters of all languages and endings in both cases.
        pattern: "^[^./\\\\][^/\\\\]*\\.([sS][vV][gG]|[pP][nN][gG])$",
        examples: ["logo.svg"],
      })
      .optional(),
    search: searchServerSchema
      .meta({
        description:
          "The search engine that the search page asks instead of the index in the site, for large archives.",
      })
      .optional(),
    channels: z
      .record(z.string(), channel, 'write keys of channels with "name", "handle" or "description" below them')
      .meta({ description: "What channels are called, by their keys: the names of the folders in posts." })
      .optional(),
  },
  {
    error: (issue) => (issue.code === "invalid_type" ? "write keys and values such as `title: My archive`" : undefined),
  },
);

/** The same rules as a JSON Schema, by which editors complete and check `site.yml`. Draft 7 is what editors of YAML know. */
export function settingsSchema(): object {
  return z.toJSONSchema(schema, { io: "input", target: "draft-7" });
}

function words(key: string, example = "My archive") {
  const remedy = `write some words, such as "${key}: ${example}"`;
  return z
    .string(remedy)
    .trim()
    .min(1, remedy)
    .refine((text) => !/[^\P{Cc}\t\n\r]/u.test(text), "remove its control character");
}

function issueText(issue: z.core.$ZodIssue, text: string): string {
  if (issue.code === "unrecognized_keys") return unknownKeysTold(issue, Object.keys(shapeAt(issue.path)), text);
  return issue.path.length === 0
    ? issue.message
    : `${linePrefix(text, issue.path)}key "${issue.path.join(".")}": ${issue.message}`;
}

/** The keys that may stand below a key. */
function shapeAt([first]: readonly PropertyKey[]): object {
  if (first === undefined) return schema.shape;
  return first === "search" ? searchServerSchema.shape : channel.shape;
}

function linePrefix(text: string, path: readonly PropertyKey[]): string {
  const line = keyLine(text, path);
  return line === undefined ? "" : `line ${line}: `;
}

/** Without the keys that are absent, at every depth. */
function present(value: object): object {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(
    entries.map(([key, entry]) => {
      const isMap = typeof entry === "object" && entry !== null && !Array.isArray(entry);
      return [key, isMap ? present(entry) : entry];
    }),
  );
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\/[^?#]+$/u.test(text);
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    // Intl tells a malformed tag by throwing; there is no other question to ask it.
    return false;
  }
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone !== "";
  } catch {
    // Intl tells an unknown zone by throwing; its own list leaves out names that it understands.
    return false;
  }
}
