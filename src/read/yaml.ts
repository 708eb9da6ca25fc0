import yaml from "js-yaml";
import { yamlReason } from "../model/yaml-reason.ts";

/** A text is no YAML: why, and in which line of it (from 1) where that is known. */
export class BadYaml extends Error {
  constructor(
    readonly reason: string,
    readonly line: number | undefined,
  ) {
    super(line === undefined ? reason : `line ${line}: ${reason}`);
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
    const { reason, line } = yamlReason(text, {
      reason: error.reason,
      line: mark === undefined ? undefined : mark.line + 1,
    });
    throw new BadYaml(reason, line);
  }
}
