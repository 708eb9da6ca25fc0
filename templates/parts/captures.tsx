import { Fragment } from "preact";
import type { Source } from "../../src/model/post.ts";
import { longDay } from "../../src/site/model/dates.ts";
import type { DumpTopic } from "../../src/site/model/dump-pages.ts";
import { aboutPath } from "../../src/site/model/urls.ts";
import { isOneLine, lineRanges } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";

interface CapturesProps {
  /** That of the shown text first. */
  readonly sources: readonly Source[];
}

/** Every capture that holds a post: its dump, its lines there, and the dump's hash. */
export function Captures({ sources }: CapturesProps) {
  const { archive, link } = usePage();
  const words = archive.texts.record;
  return (
    <ul class="captures">
      {sources.map((source, index) => {
        const dump = archive.dumpOf(source);
        const notes = [
          ...(source.retrieved === undefined ? [] : [words.captured(longDay(source.retrieved, archive.texts))]),
          ...(index === 0 && sources.length > 1 ? [words.best] : []),
        ];
        const inLines = isOneLine(source.lines) ? words.oneLine : words.lines;
        return (
          <li key={`${source.sha256} ${source.sequence}`}>
            <a class="address" href={link(dump?.path ?? aboutPath)}>
              {source.file}
            </a>
            {notes.length > 0 && <span class="note">{notes.join(", ")}</span>}
            <span class="note">{inLines(<SourceLines source={source} dump={dump} />, source.dialect)}</span>
            <span class="note">
              {words.dumpHash} <code class="hash">{source.sha256}</code>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface SourceLinesProps {
  readonly source: Source;
  readonly dump: DumpTopic | undefined;
}

/** The lines of a post in a dump, each range leading to where it is shown, if it is. */
function SourceLines({ source, dump }: SourceLinesProps) {
  const { link } = usePage();
  return source.lines.map((range, index) => {
    const place = dump?.lineAt(range[0]);
    const words = lineRanges([range]);
    return (
      <Fragment key={words}>
        {index > 0 && ", "}
        {place === undefined ? words : <a href={link(place)}>{words}</a>}
      </Fragment>
    );
  });
}
