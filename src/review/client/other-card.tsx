import { diffWordsWithSpace } from "diff";
import { useEffect, useState } from "preact/hooks";
import type { ShownListed } from "../listed.ts";
import { askPicture } from "./ask.ts";

/** What kinds of other doubts are called. */
export const otherKinds = {
  channel: "Channel not named",
  contradicted: "A capture contradicts an editor",
  versions: "Captures with different texts",
  duplicates: "Possible duplicates",
  media: "Media without a description",
} as const;

/** What tells such a doubt from all others. */
export function keyOfOther({ kind, dump, line, posts }: ShownListed): string {
  return [kind, dump, line, ...posts].join(" ");
}

/** What the card of another doubt is made of. */
export interface OtherCardProps {
  readonly doubt: ShownListed;
  readonly place: number;
  readonly count: number;
  readonly step: (by: -1 | 1) => void;
  readonly nameChannel: (name: string) => void;
  readonly describe: (sha256: string, alt: string) => void;
  /** Says that it is right as it is; absent where nothing can be said so. */
  readonly confirm?: (() => void) | undefined;
  /** Takes back what an editor set and a dump contradicts. */
  readonly takeBack?: (() => void) | undefined;
}

/** One thing that an archive leaves open beside boundaries and dates, with what it is judged by. */
export function OtherCard(props: OtherCardProps) {
  const { doubt, place, count, step, nameChannel, describe, confirm, takeBack } = props;
  const { kind, title, what, dump, posts, texts = [], pictures = [] } = doubt;
  return (
    <section class="card" aria-labelledby="asked">
      <h2 id="asked">
        {otherKinds[kind]}: “<bdi>{title}</bdi>”
      </h2>
      <p class="why">
        {what} {advice[kind]} ({[dump, ...posts].join(", ")})
      </p>
      {kind === "channel" && <Words key={dump} label="Name of the channel" button="Save the name" save={nameChannel} />}
      {pictures.map(({ sha256 }) => (
        <div class="described" key={sha256}>
          <Picture sha256={sha256} />
          <Words label="What the picture shows" button="Save the description" save={(alt) => describe(sha256, alt)} />
        </div>
      ))}
      <div class="readings">
        {texts.map(({ of, text }, at) => (
          <div class="reading" key={of}>
            <p class="why">{of}</p>
            <div class="text" dir="auto">
              <p>{at === 0 || kind === "media" ? text : <Differences before={texts[0]?.text ?? ""} after={text} />}</p>
            </div>
          </div>
        ))}
      </div>
      <div class="acts">
        {confirm && (
          <button type="button" class="answer" onClick={confirm} aria-keyshortcuts="Y">
            {confirmWords[kind]} <kbd>Y</kbd>
          </button>
        )}
        {takeBack && (
          <button type="button" onClick={takeBack} aria-keyshortcuts="N">
            Take the answer back <kbd>N</kbd>
          </button>
        )}
      </div>
      <div class="acts">
        <button type="button" onClick={() => step(-1)} disabled={place === 0} aria-keyshortcuts="ArrowLeft">
          Previous <kbd>←</kbd>
        </button>
        <span>
          {place + 1} of {count}
        </span>
        <button type="button" onClick={() => step(1)} disabled={place + 1 >= count} aria-keyshortcuts="ArrowRight">
          Next <kbd>K</kbd>
        </button>
      </div>
    </section>
  );
}

/** What is said of a thing that is right as it is. */
const confirmWords: Readonly<Record<keyof typeof otherKinds, string>> = {
  channel: "",
  contradicted: "Keep the editor’s answer",
  versions: "The right text is shown",
  duplicates: "Posts of their own",
  media: "No description needed",
};

const advice: Readonly<Record<keyof typeof otherKinds, string>> = {
  channel: "The name goes into the sidecar; the next import applies it.",
  contradicted: "The editor’s answer stays until you take it back.",
  versions: "To show another text, correct the post’s file.",
  duplicates: "If one is a mistake, write withdrawn: and the reason into the front matter of its file.",
  media: "",
};

function Words(props: { readonly label: string; readonly button: string; readonly save: (words: string) => void }) {
  const [words, setWords] = useState("");
  return (
    <form
      class="words"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() === "") return;
        // The next key is an answer again.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        props.save(words);
      }}
    >
      <label>
        {props.label} <kbd>E</kbd>{" "}
        <input
          id="words"
          aria-keyshortcuts="E"
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      </label>{" "}
      <button type="submit" disabled={words.trim() === ""}>
        {props.button}
      </button>
    </form>
  );
}

/** A picture of the archive; only the session's own page gets it. */
function Picture({ sha256 }: { readonly sha256: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    void askPicture(sha256).then((blob) => {
      if (blob === undefined) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [sha256]);
  return url === undefined ? <p>Loading …</p> : <img src={url} alt="Not described yet" />;
}

function Differences({ before, after }: { readonly before: string; readonly after: string }) {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }, at) => {
    if (removed) return <del key={`${at} ${value}`}>{value}</del>;
    return added ? <ins key={`${at} ${value}`}>{value}</ins> : value;
  });
}
