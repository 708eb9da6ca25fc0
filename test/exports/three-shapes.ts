/** A post of an invented channel, from which each shape is made. */
export interface Told {
  readonly number: number;
  /** Seconds since 1970. */
  readonly time: number;
  /** The words, in parts: plain, bold, or with an address behind them. */
  readonly parts: readonly (string | { readonly bold: string } | { readonly words: string; readonly href: string })[];
  readonly forwardedFrom?: string;
  readonly repliesTo?: number;
  readonly likes: number;
  /** The name of its picture, without folder and ending. */
  readonly photo?: string;
}

export const channel = { name: "Tidewatch Harbour", handle: "tidewatch_harbour" };

const boats = ["The Heron", "The Kittiwake", "The Old Marguerite", "The Petrel", "The Bluebell", "The Sandpiper"];
const deeds = [
  "left for the outer bank before sunrise",
  "came back with a broken rudder",
  "was painted green from bow to stern",
  "carried eleven crates of lamp oil",
  "waited an hour for the second bell",
];
const weather = [
  "fog lay on the estuary",
  "the wind turned to the north",
  "the lamp on the mole was out",
  "rain fell all night",
];

/** So many posts of some months, with everything that a channel writes. */
export function toldPosts(count: number): readonly Told[] {
  return Array.from({ length: count }, (_, index): Told => {
    const boat = boats[index % boats.length] ?? "";
    const deed = deeds[(index * 7 + Math.floor(index / 5)) % deeds.length] ?? "";
    const sky = weather[(index * 3) % weather.length] ?? "";
    const number = 100 + index * 2;
    const time = 1_727_772_000 + index * 86_400 * 2 + ((index * 7_919) % 40_000);
    const lines = `: ${deed}, while ${sky}.\n\nEntry ${number} of the harbour book & its "notes" <as kept>.`;
    return {
      number,
      time,
      // Every tenth post says again what another said ten posts before, word for word.
      parts:
        index % 10 === 9
          ? ["Good morning to all who are out at sea, and a quiet watch to those who stay. #harbour"]
          : [
              { bold: boat },
              lines,
              ...(index % 4 === 0
                ? [" See the ", { words: "tide table", href: `https://tides.example/${number}` }, "."]
                : []),
            ],
      ...(index % 6 === 2 ? { forwardedFrom: "Pilot Station" } : {}),
      ...(index % 8 === 5 ? { repliesTo: number - 2 } : {}),
      likes: 1 + ((index * 13) % 97),
    };
  });
}

function wordsOf({ parts }: Told): string {
  return parts.map((part) => (typeof part === "string" ? part : "bold" in part ? part.bold : part.words)).join("");
}

/** Telegram Desktop's `result.json`. */
export function resultJson(posts: readonly Told[]): string {
  const messages = posts.map((post) => {
    const entities = post.parts.map((part) => {
      if (typeof part === "string") return { type: "plain", text: part };
      return "bold" in part
        ? { type: "bold", text: part.bold }
        : { type: "text_link", text: part.words, href: part.href };
    });
    return {
      id: post.number,
      type: "message",
      date: new Date(post.time * 1000 + 3_600_000).toISOString().slice(0, 19),
      date_unixtime: `${post.time}`,
      from: channel.name,
      from_id: "channel7000000001",
      ...(post.photo === undefined ? {} : { photo: `photos/${post.photo}.jpg`, width: 640, height: 480 }),
      ...(post.forwardedFrom === undefined ? {} : { forwarded_from: post.forwardedFrom }),
      ...(post.repliesTo === undefined ? {} : { reply_to_message_id: post.repliesTo }),
      text: entities.map((entity) => (entity.type === "plain" ? entity.text : entity)),
      text_entities: entities,
      reactions: [{ type: "emoji", count: post.likes, emoji: "👍" }],
    };
  });
  return JSON.stringify({ name: channel.name, type: "public_channel", id: 7_000_000_001, messages }, undefined, 1);
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}

function htmlOf({ parts }: Told): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return escaped(part);
      return "bold" in part
        ? `<strong>${escaped(part.bold)}</strong>`
        : `<a href="${part.href}">${escaped(part.words)}</a>`;
    })
    .join("");
}

/** `09.04.2022 12:17:30 UTC+01:00`. */
function stampOf(time: number): string {
  const [day = "", clock = ""] = new Date(time * 1000 + 3_600_000).toISOString().slice(0, 19).split("T");
  return `${day.split("-").reverse().join(".")} ${clock} UTC+01:00`;
}

/** A page of Telegram Desktop's HTML export; replies to posts that are not on it lead to the page `before`. */
export function htmlExport(posts: readonly Told[], before = ""): string {
  const here = new Set(posts.map(({ number }) => number));
  const messages = posts.map((post) => {
    const words = ` <div class="text">\n${htmlOf(post)}\n </div>`;
    const forward = `<div class="forwarded body">\n <div class="from_name">\n${post.forwardedFrom} <span class="date details" title="01.01.2020 08:00:00 UTC+01:00"> 01.01.2020 08:00:00</span>\n </div>\n${words}\n</div>`;
    return `     <div class="message default clearfix" id="message${post.number}">
      <div class="pull_left userpic_wrap"><div class="userpic userpic1"><div class="initials">T</div></div></div>
      <div class="body">
       <div class="pull_right date details" title="${stampOf(post.time)}">
09:15
       </div>
       <div class="from_name">
${channel.name}
       </div>
${post.repliesTo === undefined ? "" : `       <div class="reply_to details">\nIn reply to <a href="${here.has(post.repliesTo) ? "" : before}#go_to_message${post.repliesTo}" onclick="return GoToMessage(${post.repliesTo})">this message</a>\n       </div>\n`}${post.forwardedFrom === undefined ? words : forward}
${post.photo === undefined ? "" : `       <div class="media_wrap clearfix">\n<a class="photo_wrap clearfix pull_left" href="photos/${post.photo}.jpg"><img class="photo" src="photos/${post.photo}_thumb.jpg"/></a>\n       </div>\n`}       <span class="reactions"><span class="reaction"><span class="emoji">👍</span><span class="count">${post.likes}</span></span></span>
      </div>
     </div>
`;
  });
  return `<!DOCTYPE html>
<html>
 <head><meta charset="utf-8"/><title>Exported Data</title></head>
 <body>
  <div class="page_wrap">
   <div class="page_header"><div class="content"><div class="text bold">
${channel.name}
   </div></div></div>
   <div class="page_body chat_page">
    <div class="history">
     <div class="message service" id="message-1"><div class="body details">\n1 October 2024\n</div></div>
${messages.join("\n")}
    </div>
   </div>
  </div>
 </body>
</html>
`;
}

/** The channel's page on t.me; `addressOf` tells where it finds the picture of a name. */
export function tmePageOf(posts: readonly Told[], addressOf: (photo: string) => string): string {
  const byNumber = new Map(posts.map((post) => [post.number, post]));
  const shown = posts.map((post) => {
    const { number, time, photo, likes, forwardedFrom, repliesTo } = post;
    const answered = byNumber.get(repliesTo ?? 0);
    const parts = [
      ...(forwardedFrom === undefined
        ? []
        : [
            `<div class="tgme_widget_message_forwarded_from">Forwarded from <span class="tgme_widget_message_forwarded_from_name">${forwardedFrom}</span></div>`,
          ]),
      ...(answered === undefined
        ? []
        : [
            `<a class="tgme_widget_message_reply" href="https://t.me/${channel.handle}/${repliesTo}"><div class="tgme_widget_message_author"><span class="tgme_widget_message_author_name">${channel.name}</span></div><div class="tgme_widget_message_metatext">${escaped(wordsOf(answered)).replaceAll("<br>", " ")}</div></a>`,
          ]),
      ...(photo === undefined
        ? []
        : [
            `<a class="tgme_widget_message_photo_wrap" href="https://t.me/${channel.handle}/${number}" style="width:800px;background-image:url('${addressOf(photo)}')"><div class="tgme_widget_message_photo" style="padding-top:75%"></div></a>`,
          ]),
      `<div class="tgme_widget_message_text js-message_text" dir="auto">${htmlOf(post)}</div>`,
      `<div class="tgme_widget_message_reactions"><span class="tgme_reaction"><i class="emoji"><b>👍</b></i>${likes}</span></div>`,
      `<a class="tgme_widget_message_date" href="https://t.me/${channel.handle}/${number}"><time datetime="${new Date(time * 1000).toISOString().slice(0, 19)}+00:00">09:00</time></a>`,
    ];
    return `<div class="tgme_widget_message" data-post="${channel.handle}/${number}">\n${parts.join("\n")}\n</div>`;
  });
  return `<html><body>\n<div class="tgme_channel_info_header_title">${channel.name}</div>\n${shown.join("\n")}\n</body></html>\n`;
}

/** The text of the channel's page on t.me. */
export function previewText(posts: readonly Told[]): string {
  const byNumber = new Map(posts.map((post) => [post.number, post]));
  const blocks = posts.flatMap((post) => {
    const answered = post.repliesTo === undefined ? undefined : byNumber.get(post.repliesTo);
    return [
      ...(post.forwardedFrom === undefined ? [] : [`Forwarded from\u00A0${post.forwardedFrom}`]),
      ...(answered === undefined ? [] : [channel.name, `${wordsOf(answered).replaceAll("\n", " ").slice(0, 60)}…`]),
      wordsOf(post),
      `👍${post.likes}`,
    ];
  });
  return [channel.name, `@${channel.handle}`, "802 subscribers", "Download Telegram", ...blocks, ""].join("\n");
}
