import { type Element, elementsIn } from "./elements.ts";
import type { Exported, ExportFinding } from "./exported.ts";
import type { TextFormat } from "./format.ts";

/**
 * A page of t.me about one post, `t.me/channel/123`, without the post itself, which a browser loads from elsewhere. What it offers for link previews
 * names channel and number and has the beginning of the text; it tells no moment.
 */
export const telegramPostPage: TextFormat = {
  kind: "text",
  name: "telegram-post-page",
  title: "a page of t.me that leads to one post",
  extensions: ["html", "htm"],
  fidelity: 1,
  isPartial: true,
  // The pages of an export are asked too, and long: they have no such address.
  recognises: (html) => /tg:\/\/resolve/u.test(html) && postIn(elementsIn(html, isTold).found) !== undefined,
  read: readPostPage,
};

function readPostPage(html: string): Exported {
  const { found, lines } = elementsIn(html, isTold);
  const post = postIn(found);
  if (post === undefined) return { channels: [], findings: [], lines };
  const { handle, number } = post;
  const [name, description] = ["og:title", "og:description"].map((property) => metaOf(found, property));
  // Of a post without words, t.me offers what the channel says of itself, or nothing.
  const text = (description ?? "").replaceAll("\r\n", "\n").trim();
  const findings: ExportFinding[] = [
    {
      rule: "export/partial",
      reason: `post ${number}: the page only contains a link preview: the text may be cut, and pictures and timestamp are missing; to get them, save the page with ?embed=1 at the end of its address`,
    },
  ];
  return {
    channels: [
      {
        handle,
        ...(name === undefined ? {} : { name }),
        posts: [
          {
            number,
            time: { kind: "unknown" },
            text,
            hiddenLinks: [],
            media: ["partial"],
            reactions: [],
            lines: [[1, Math.max(1, lines)]],
          },
        ],
      },
    ],
    findings,
    lines,
  };
}

function isTold({ name }: Element): boolean {
  return name === "meta";
}

/** The post that a page leads to: that which apps are told to open. */
function postIn(found: readonly Element[]): { readonly handle: string; readonly number: number } | undefined {
  const app = metaOf(found, "al:android:url") ?? metaOf(found, "al:ios:url") ?? "";
  const parts =
    /^tg:\/\/resolve\?domain=(?<handle>[A-Za-z]\w{3,31})&(?:\w+=\w*&)*post=(?<number>\d{1,15})(?:&|$)/u.exec(
      app,
    )?.groups;
  if (parts === undefined || !/^telegram$/iu.test(metaOf(found, "og:site_name") ?? "telegram")) return undefined;
  return { handle: parts.handle ?? "", number: Number(parts.number) };
}

/** What a page tells of itself under a name; `undefined` where it says nothing. */
function metaOf(found: readonly Element[], property: string): string | undefined {
  const [told] = found.filter(({ attributes }) => (attributes.property ?? attributes.name) === property);
  return told?.attributes.content?.trim() || undefined;
}
