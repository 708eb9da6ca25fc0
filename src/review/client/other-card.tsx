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

/** What the card of another doubt is made of. */
export interface OtherCardProps {
  readonly doubt: ShownListed;
  readonly place: number;
  readonly count: number;
  readonly step: (by: -1 | 1) => void;
  readonly nameChannel: (name: string) => void;
  readonly describe: (sha256: string, alt: string) => void;
}

/** One thing that an archive leaves open beside boundaries and dates, with what it is judged by. */
export function OtherCard({ doubt, place, count, step, nameChannel, describe }: OtherCardProps) {
  const { kind, title, what, dump, posts, texts = [], pictures = [] } = doubt;
  return (
    <section class="card" aria-labelledby="asked">
      <h2 id="asked">
        {otherKinds[kind]}: “<bdi>{title}</bdi>”
      </h2>
      <p class="why">
        {what} {advice[kind]} ({dump}; {posts.join(", ")})
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
        <button type="button" onClick={() => step(-1)} disabled={place === 0} aria-keyshortcuts="ArrowLeft">
          Previous
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

const advice: Readonly<Record<keyof typeof otherKinds, string>> = {
  channel: "The name goes into the sidecar; the next import applies it.",
  contradicted: "Take the date back in the list, or leave it: the date set by an editor stays.",
  versions: "To show another text, correct the post’s file.",
  duplicates: "If one is a mistake, withdraw it with scrollback remove.",
  media: "",
};

function Words(props: { readonly label: string; readonly button: string; readonly save: (words: string) => void }) {
  const [words, setWords] = useState("");
  return (
    <p>
      <label>
        {props.label} <input value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} />
      </label>{" "}
      <button type="button" disabled={words.trim() === ""} onClick={() => props.save(words)}>
        {props.button}
      </button>
    </p>
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
