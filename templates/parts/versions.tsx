import type { ChangedPart } from "../../src/site/model/changes.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { versionsShown } from "../../src/site/model/versions.ts";
import { langOf } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";

interface VersionsProps {
  readonly page: PostPage;
}

/** The other texts that captures show for a post, each compared with the one that its page shows. */
export function Versions({ page: { post } }: VersionsProps) {
  const { texts } = usePage();
  const shown = versionsShown(post, texts);
  if (shown.length === 0) return null;
  const words = texts.versions;
  return (
    <section class="versions" aria-labelledby="versions">
      <h2 id="versions">{words.title}</h2>
      <p class="note">
        {words.why} {words.key}
      </p>
      {shown.map(({ captures, changes }) => (
        <details key={captures} open={shown.length === 1}>
          <summary>{words.version(captures)}</summary>
          <p class="version" dir="auto" {...langOf(post.language)}>
            {changes.map((change, index) => (
              <Stretch key={`${index} ${change.kind}`} change={change} />
            ))}
          </p>
        </details>
      ))}
    </section>
  );
}

/** What changed says so to those who do not see how it is set. */
function Stretch({ change: { kind, text } }: { readonly change: ChangedPart }) {
  const { texts } = usePage();
  if (kind === "same") return <>{text}</>;
  const words = texts.versions;
  const said = kind === "removed" ? words.removed : words.added;
  const Element = kind === "removed" ? "del" : "ins";
  return (
    <Element>
      <span class="hidden" lang={texts.language}>
        {` ${said} `}
      </span>
      {text}
      <span class="hidden" lang={texts.language}>
        {` ${words.end} `}
      </span>
    </Element>
  );
}
