import matter from "gray-matter";
import yaml from "js-yaml";
import { yamlReason } from "../model/yaml-reason.ts";

/** A Markdown file in two parts. */
export interface MarkdownFile {
  readonly data: unknown;
  readonly body: string;
}

/** YAML 1.2 core: `2025-02-04` stays text, `no` is not false. gray-matter's own engine would make a Date of it. */
const yamlEngine = {
  parse: (text: string): object => {
    try {
      return (yaml.load(text, { schema: yaml.CORE_SCHEMA }) ?? {}) as object;
    } catch (error) {
      if (!(error instanceof yaml.YAMLException)) throw error;
      // The text begins with the end of the line that opens it, so that lines count as in the file.
      const mark = error.mark as yaml.Mark | undefined;
      const at = { reason: error.reason, line: mark === undefined ? undefined : mark.line + 1 };
      const { reason, line } = yamlReason(text, at);
      throw new Error(line === undefined ? reason : `line ${line}: ${reason}`);
    }
  },
  stringify: (data: object): string => yaml.dump(data, { schema: yaml.CORE_SCHEMA, lineWidth: -1, noRefs: true }),
};

/** gray-matter runs `---js` front matter as a program; here nothing but YAML is read. */
const refuse = (): never => {
  throw new Error("front matter must be YAML between two lines of ---");
};
const engines = {
  yaml: yamlEngine,
  javascript: { parse: refuse, stringify: refuse },
  json: { parse: refuse, stringify: refuse },
};

/** Parts a file into front matter and body. Throws an Error that tells the reason where the front matter is broken. */
export function partFrontMatter(text: string): MarkdownFile {
  // Without an options object gray-matter keeps every file it ever saw.
  const { data, content } = matter(text.replace(/\r\n/gu, "\n"), { engines });
  return { data, body: content.replace(/\n$/u, "") };
}

/** Joins front matter and body into a file that `partFrontMatter` takes apart again, to the letter. */
export function joinFrontMatter(data: object, body: string): string {
  // Not by gray-matter: it trims the YAML, and with it blanks such as U+2000 at the end of the last value.
  return `---\n${yamlEngine.stringify(data)}---\n${body}\n`;
}
