import { nearTexts } from "../../src/archive/near-texts.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import type { Hints } from "../../src/dialects/kinds/dialect.ts";
import { dialects } from "../../src/dialects/kinds/registry.ts";
import { captureNote } from "../../src/dialects/lines/capture-note.ts";
import { dayBelowAddress, nameTold } from "../../src/dialects/lines/capture-note-lines.ts";
import { clockWithWord, closingClock } from "../../src/dialects/lines/closing-clocks.ts";
import { closingMoment } from "../../src/dialects/lines/closing-moments.ts";
import { isForwardAlone, isForwardLine, isSourceName } from "../../src/dialects/lines/forward-words.ts";
import { labelled } from "../../src/dialects/lines/labelled.ts";
import { markdownLine } from "../../src/dialects/lines/markdown-line.ts";
import { forwardedName, markOf, reactionsOf } from "../../src/dialects/lines/marks.ts";
import { dayOfLog, messageHeader } from "../../src/dialects/lines/message-headers.ts";
import { clockAtEnd } from "../../src/dialects/lines/metadata-lines.ts";
import { isOmittedMedia } from "../../src/dialects/lines/omitted-media.ts";
import { addressBeside, postAddress } from "../../src/dialects/lines/post-addresses.ts";
import { headLine } from "../../src/dialects/lines/post-heads.ts";
import { looksLikeExcerpt } from "../../src/dialects/lines/replies.ts";
import { isRulerLine } from "../../src/dialects/lines/rulers.ts";
import { numberBesideWords, sharedButtons } from "../../src/dialects/lines/share-bars.ts";
import { beginsWithApp, isLanguages, leadsToApp, siteLine } from "../../src/dialects/lines/site-lines.ts";
import { namesHost } from "../../src/dialects/lines/site-names.ts";
import { lengthOf } from "../../src/dialects/lines/timetables.ts";
import { keyOf } from "../../src/dialects/lines/tokens.ts";
import { isUsualReaction } from "../../src/dialects/lines/usual-reactions.ts";
import { readExport } from "../../src/import/read-export.ts";
import { renderBody, visible } from "../../src/markdown/body.ts";
import { writable } from "../../src/markdown/fitting.ts";
import { readFormatted } from "../../src/markdown/formatted-body.ts";
import { partFrontMatter } from "../../src/markdown/front-matter.ts";
import { fingerprintIn, idSaidIn } from "../../src/markdown/post-file.ts";
import { decode, UnreadableDump } from "../../src/read/encoding.ts";
import { BadSidecar, readSidecar } from "../../src/read/sidecar.ts";
import { readSource, type SourceText } from "../../src/read/source-text.ts";
import { BadYaml, yamlIn } from "../../src/read/yaml.ts";
import { searchWords } from "../../src/site/search/forms/words.ts";
import { foldedWords } from "../../src/site/search/post-words.ts";
import { commonConsonants, isArabicName, isTelling } from "../../src/site/search/spellings/arabic-names.ts";
import { romanisationsOf, romanisedWithoutMarks } from "../../src/site/search/spellings/romanisations.ts";
import { nameKeys } from "../../src/site/search/spellings/same-name.ts";
import { phraseOf } from "../../src/site/search/terms.ts";
import { nameInTitle, namesChannel } from "../../src/text/channel-title.ts";
import { dayInLine, dayLine } from "../../src/text/day-line.ts";
import { excerptOf } from "../../src/text/excerpt.ts";
import { unformatted } from "../../src/text/formatted.ts";
import { cut, cutInside } from "../../src/text/graphemes.ts";
import { hashtagsOf, isHashtagLine, tagKey } from "../../src/text/hashtags.ts";
import { headingDay } from "../../src/text/heading-day.ts";
import { periodKey } from "../../src/text/hour-of-day.ts";
import { languagesOf } from "../../src/text/language.ts";
import { languageEvidence } from "../../src/text/language-evidence.ts";
import { linksOf } from "../../src/text/links.ts";
import { mentionsOf } from "../../src/text/mentions.ts";
import { nameKey } from "../../src/text/name-key.ts";
import { pageDay } from "../../src/text/page-day.ts";
import { inFigures, printedCount, undirected } from "../../src/text/printed-count.ts";
import { languageByLetters } from "../../src/text/rarer-languages.ts";
import { mend } from "../../src/text/repairs.ts";
import { openedTopic, serviceLineOf } from "../../src/text/service-lines.ts";
import { slugOf } from "../../src/text/slug.ts";
import { handleAlone, telegramAddressIn } from "../../src/text/telegram-address.ts";
import { textKey } from "../../src/text/text-key.ts";
import { titleOf } from "../../src/text/title.ts";
import { withoutWeekday } from "../../src/text/weekday-names.ts";
import { wordKey } from "../../src/text/word-key.ts";
import { wordTokens } from "../../src/text/words.ts";

/** Takes a text of a dump, a file or a question apart. Its result counts for nothing here, its time does. */
export type TextReader = (text: string) => unknown;

const noHints: Hints = { start: new Set(), join: new Set() };

/** Every reader of texts that people give, by name. `test/lab/growth.test.ts` keeps that no exported one is missing. */
export const readers: Readonly<Record<string, TextReader>> = {
  captureNote: (text) =>
    refusing(() => captureNote(readSource(Buffer.from(`${text}\nsaved 11.02.2026\n\nfog`), "a.txt"))),
  clockAtEnd,
  cut: (text) => cut(text, 140),
  cutInside: (text) => cutInside(text, 40),
  dayInLine,
  dayLine,
  decode: (text) => refusing(() => decode(Buffer.from(text), "a.txt")),
  evidenceOf: (text) => evidenceOf(text, "en"),
  excerptOf,
  fingerprintIn,
  forwardedName,
  hashtagsOf,
  inFigures,
  isHashtagLine,
  keyOf,
  labelled,
  languageByLetters,
  languageEvidence,
  languagesOf: (text) => languagesOf([text]),
  linksOf,
  looksLikeExcerpt,
  markOf,
  markdownLine,
  mend,
  mentionsOf,
  dayOfLog,
  messageHeader,
  nameKey,
  nameTold,
  dayBelowAddress,
  postAddress,
  addressBeside,
  isOmittedMedia,
  isRulerLine,
  beginsWithApp,
  isUsualReaction,
  isLanguages,
  leadsToApp,
  siteLine,
  telegramAddressIn,
  handleAlone,
  namesHost: (text) => namesHost(text, "pier.example"),
  nearTexts: (text) => nearTexts([text, `${text} fog`]),
  partFrontMatter: (text) => refusing(() => partFrontMatter(`---\ntitle: fog\n---\n${text}`)),
  printedCount,
  reactionsOf,
  readExport: (text) => {
    for (const file of ["a.html", "a.json", "a.csv"]) refusing(() => exported(text, file));
  },
  readSidecar: (text) => refusing(() => readSidecar(`channel: "${text.replace(/["\\]/gu, "")}"`, "a.yml")),
  readSource: (text) => refusing(() => readSource(Buffer.from(text), "a.txt")),
  renderBody: (text) => renderBody(text),
  searchWords,
  foldedWords,
  openedTopic,
  clockWithWord,
  closingClock,
  lengthOf,
  isForwardAlone,
  isForwardLine,
  isSourceName,
  numberBesideWords,
  sharedButtons,
  headLine,
  nameInTitle,
  namesChannel,
  periodKey,
  closingMoment,
  headingDay,
  pageDay,
  serviceLineOf,
  slugOf,
  tagKey,
  textKey,
  titleOf,
  undirected,
  visible,
  unformatted,
  readFormatted,
  phraseOf,
  writable,
  withoutWeekday,
  wordKey,
  wordTokens,
  ...{ commonConsonants, isArabicName, isTelling, nameKeys, romanisationsOf, romanisedWithoutMarks },
  idSaidIn,
  yamlIn: (text) => refusing(() => yamlIn(text)),
  ...Object.fromEntries(
    dialects.map((dialect): readonly [string, TextReader] => [
      `dialect ${dialect.name}`,
      (text) => {
        // A dialect may remember the page that it judged last; another page comes between, so that each run takes its whole time.
        dialect.parse(sourceOf("Rain.\n👍1\nHail.\n"), noHints);
        const source = sourceOf(`Fog.\n👍1\n${text}\n👍2\nSun.\n`);
        return dialect.recognise(source).lines + dialect.parse(source, noHints).drafts.length;
      },
    ]),
  ),
};

/** Texts that patterns stumble over, one behind the other; each is repeated to the length that is asked for. */
export const nastyUnits: readonly string[] = [
  ..."a - _ # @ 1 / . : ( < > * ` ' & 漢 ไ é 👍 \u200d".split(" "),
  ...[
    " ",
    "\n",
    "\r",
    "\t ",
    "#a_ ",
    "#हिन्दी ",
    "@harbour_",
    "http://a.b/",
    "www.a.b/c ",
    "1.1.",
    "1. ",
    "a.",
    "2025-",
  ],
  ...[
    "1月1日",
    "👍99K",
    "👍1",
    "9K",
    "12,345 ",
    "<a href=",
    "<b>",
    "&amp;",
    "[a](b",
    "> ",
    "a\u0301",
    "a'",
    "noscript",
  ],
  ...[
    "Jan ",
    "1 May ",
    "Monday, ",
    "00:00 ",
    "[1.1.2025, 1",
    "«a» ",
    "12.4K views ",
    "Forwarded from ",
    "x: ",
    "---\n",
  ],
  ...[
    "\u202e",
    "\ud83d",
    "ﷺ",
    "e\u200c",
    "١٢ مارس ",
    "A. B. ",
    "\u00a0",
    '{"a":',
    "\\",
    "!",
    "~",
    "|",
    "a\n\n",
    "👍\n",
  ],
];

function exported(text: string, file: string): unknown {
  const { write, end } = readExport({ file, sidecar: {} });
  write(
    Buffer.from(file.endsWith(".json") ? `{"name":"Pier","messages":[{"id":1,"type":"message","text":"${text}"` : text),
  );
  return end();
}

function sourceOf(text: string): SourceText {
  const lines = text.split("\n");
  return { file: "a.txt", sha256: "0".repeat(64), bytes: text.length, lines, decoded: { encoding: "utf-8" } };
}

/** Refusals in one line are a reader's answer too. */
function refusing(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if ([UnreadableDump, BadSidecar, BadYaml].some((refusal) => error instanceof refusal)) return undefined;
    throw error;
  }
}
