import type { Capture } from "../../src/archive/compare.ts";
import type { ChannelTopic } from "../../src/site/model/channel-topic.ts";
import { shortDay } from "../../src/site/model/dates.ts";
import { tellingNumbers } from "../../src/site/model/missing-numbers.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { langOf, lineRanges } from "../../src/site/model/wording.ts";
import type { Texts } from "../../src/site/texts/texts.ts";
import { usePage } from "./page-context.tsx";

interface CaptureDifferencesProps {
  readonly topic: ChannelTopic;
}

/** So many posts, and gaps in numbers, are listed. */
const listed = 10;

/** What later captures of a channel add, change and no longer show, and the numbers that no post of it bears. */
export function CaptureDifferenceList({ topic }: CaptureDifferencesProps) {
  const { archive } = usePage();
  const { texts } = archive;
  const words = texts.captures;
  const pairs = archive.captureDifferences.of(topic.channel.key);
  const missing = tellingNumbers(topic.posts.map((page) => page.post));
  return (
    <>
      {pairs.length > 0 && (
        <section class="compared" aria-labelledby="captures">
          <h2 id="captures">{words.title}</h2>
          <p class="note">{words.why}</p>
          {pairs.map(({ earlier, later, shared, added, changed, gone }) => (
            <div class="capture-pair" key={`${earlier.file} ${later.file}`}>
              <h3>{words.pair(captureWords(earlier, texts), captureWords(later, texts), shared)}</h3>
              <Posts title={words.added(added.length)} pages={added} />
              <Posts title={words.changed(changed.length)} pages={changed} />
              <Posts title={words.gone(gone.length)} pages={gone} />
            </div>
          ))}
        </section>
      )}
      {missing.length > 0 && (
        <section class="compared" aria-labelledby="numbers">
          <h2 id="numbers">{words.numbers}</h2>
          <p>
            {lineRanges(missing.slice(0, listed))}
            {missing.length > listed && <span> {words.moreNumbers(missing.length - listed)}</span>}
          </p>
          <p class="note">{words.numbersWhy}</p>
        </section>
      )}
    </>
  );
}

/** `harbour.txt (4 Feb 2025)`. */
export function captureWords({ file, retrieved }: Capture, texts: Texts): string {
  return texts.captures.capture(file, retrieved === undefined ? undefined : shortDay(retrieved, texts));
}

interface PostsProps {
  readonly title: string;
  readonly pages: readonly PostPage[];
}

function Posts({ title, pages }: PostsProps) {
  const { texts, link } = usePage();
  if (pages.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="index">
        {pages.slice(0, listed).map((page) => (
          <li key={page.path}>
            <a href={link(page.path)} dir="auto" {...langOf(page.post.language)}>
              {page.title}
            </a>
          </li>
        ))}
      </ul>
      {pages.length > listed && <p class="note">{texts.captures.more(pages.length - listed)}</p>}
    </details>
  );
}
