import type { PlainText, Script } from "../plain-text.ts";
import { arabic } from "./arabic.ts";
import { chinese } from "./chinese.ts";
import { persian } from "./persian.ts";
import type { ScriptTable } from "./script-table.ts";

/** The languages of the scripts of a text, the likelier first. Where Persian's own letters stand, Arabic is not listened for. */
export function languagesByScript({ text, scripts }: Pick<PlainText, "text" | "scripts">): readonly ScriptTable[] {
  if (scripts.size === 0) return none;
  return [...scripts].flatMap((script) =>
    script === "Arabic" && persianLetter.test(text) ? [persian] : languagesOfScript[script],
  );
}

const languagesOfScript: Readonly<Record<Script, readonly ScriptTable[]>> = {
  Arabic: [arabic, persian],
  Han: [chinese],
};

const none: readonly ScriptTable[] = [];

/** Sounds that Arabic lacks: hardly a Persian sentence does without any of them. */
const persianLetter = /[پچژگ]/u;
