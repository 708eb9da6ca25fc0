import yaml from "js-yaml";

/** A text is no YAML: why, and in which line of it (from 1) where that is known. */
export class BadYaml extends Error {
  constructor(
    readonly reason: string,
    readonly line: number | undefined,
  ) {
    super(line === undefined ? reason : `${reason} at line ${line}`);
  }
}

/** Reads one document of YAML 1.2 core: `2025-02-04` stays text, `no` is not false. Throws `BadYaml`, also for several documents. */
export function yamlIn(text: string): unknown {
  try {
    return yaml.load(text.replace(/^\uFEFF/u, ""), { schema: yaml.CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw new BadYaml("not YAML", undefined);
    // What is said of the text as a whole, such as that it holds two documents, has no place.
    const mark = error.mark as yaml.Mark | undefined;
    throw new BadYaml(error.reason, mark === undefined ? undefined : mark.line + 1);
  }
}
