import type { Neighbours } from "../../src/site/model/archive.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { langOf } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";
import { ListedDate } from "./post-list.tsx";

export interface AroundProps {
  readonly neighbours: Neighbours;
  readonly page: PostPage;
}

/** The posts before and after one, in its channel and in the whole archive. */
export function Around({ neighbours, page }: AroundProps) {
  const { texts } = usePage();
  const { older, newer, olderInChannel, newerInChannel } = neighbours;
  const sameWay = older === olderInChannel && newer === newerInChannel;
  return (
    <nav class="around" aria-label={texts.post.around}>
      <Steps name={page.post.channel.name} older={olderInChannel} newer={newerInChannel} />
      {!sameWay && <Steps name={texts.post.allChannels} older={older} newer={newer} />}
    </nav>
  );
}

interface StepsProps {
  readonly name: string;
  readonly older: PostPage | undefined;
  readonly newer: PostPage | undefined;
}

function Steps({ name, older, newer }: StepsProps) {
  const { texts } = usePage();
  return (
    <section class="steps">
      <h2>
        <bdi class={name === texts.post.allChannels ? "said" : undefined}>{name}</bdi>
      </h2>
      <Step way="previous" page={older} />
      <Step way="next" page={newer} />
    </section>
  );
}

interface StepProps {
  readonly way: "previous" | "next";
  readonly page: PostPage | undefined;
}

function Step({ way, page }: StepProps) {
  const { link, texts } = usePage();
  const words = texts.post;
  if (page === undefined) return <p class={`step ${way} faint`}>{way === "next" ? words.newest : words.oldest}</p>;
  return (
    <a class={`step ${way}`} href={link(page.path)} rel={way === "next" ? "next" : "prev"}>
      <span class="way">
        {words[way]} · <ListedDate page={page} />
      </span>
      <span class="step-title" dir="auto" {...langOf(page.post.language)}>
        {page.title}
      </span>
    </a>
  );
}
