import { z } from "zod";

/** What an archive says of itself in `content/site.yml`. */
export interface Settings {
  readonly title: string;
  readonly description: string;
  /** Where the site is published, with a closing slash. */
  readonly url: string;
  /** BCP 47 tag of the language of `title` and `description`. */
  readonly language: string;
  /** IANA name of the time zone whose calendar days the dates are. */
  readonly timezone?: string;
}

/** Checks the parsed `content/site.yml`. Throws one Error that names the file, each wrong key and its remedy. */
export function settingsFrom(value: unknown, file: string): Settings {
  const checked = schema.safeParse(value);
  if (!checked.success) {
    throw new Error(`Cannot read settings "${file}": ${checked.error.issues.map(issueText).join("; ")}`);
  }
  const { timezone, ...rest } = checked.data;
  return timezone === undefined ? rest : { ...rest, timezone };
}

const schema = z.strictObject(
  {
    title: words("title"),
    description: words("description"),
    url: z
      .string(`write the address the site is published under, such as "https://example.org/"`)
      .refine(isWebAddress, { error: `write a whole address without "?" or "#", such as "https://example.org/"` })
      .transform((text) => (text.endsWith("/") ? text : `${text}/`)),
    language: z
      .string(`write a language tag such as "en"`)
      .refine(isLanguageTag, { error: `write a language tag such as "en" or "pt-BR"` }),
    timezone: z
      .string(`write a time zone such as "Europe/Moscow", or leave the key out`)
      .refine(isTimeZone, { error: `write a time zone such as "Europe/Moscow", or leave the key out` })
      .optional(),
  },
  {
    error: (issue) => (issue.code === "invalid_type" ? "write keys and values such as `title: My archive`" : undefined),
  },
);

function words(key: string) {
  const remedy = `write some words, such as "${key}: My archive"`;
  return z.string(remedy).trim().min(1, remedy);
}

function issueText(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(schema.shape).join(", ");
    return issue.keys.map((key) => `unknown key "${key}": remove it (known keys: ${known})`).join("; ");
  }
  return issue.path.length === 0 ? issue.message : `key "${issue.path.join(".")}": ${issue.message}`;
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
