import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPage } from "./held.ts";
import { htmlExport, toldPosts } from "./three-shapes.ts";

/** A post of t.me's pages with this inside. */
function post(inner: string, number = 7, time = "2024-12-07T21:24:19+00:00", classes = ""): string {
  return `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap ${classes} js-widget_message" data-post="tidewatch/${number}">
<div class="tgme_widget_message_bubble">
<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/tidewatch"><span dir="auto">Tidewatch <i class="emoji"><b>🌊</b></i></span></a></div>
${inner}
<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/tidewatch/${number}"><time datetime="${time}" class="time">21:24</time></a></span></div>
</div></div></div>`;
}

function words(inner: string): string {
  return `<div class="tgme_widget_message_text js-message_text" dir="auto">${inner}</div>`;
}

function postsOf(html: string) {
  return readPage(html)?.exported.channels.flatMap(({ posts }) => [...posts]) ?? [];
}

/** A message of Telegram Desktop's export with this inside. */
function message(
  inner: string,
  number = 7,
  stamp = "07.12.2024 22:24:19 UTC+01:00",
  classes = "default clearfix",
): string {
  return `<div class="message ${classes}" id="message${number}">
<div class="body">
<div class="pull_right date details" title="${stamp}">22:24</div>
${inner}
</div></div>`;
}

describe("a saved page of t.me", () => {
  test("tells the channel, the number, the moment and the words, with emoji, quotes and code as they show", () => {
    const inner = words(
      'High&nbsp;water <b>at nine</b> <i class="emoji" style="background-image:url(\'//e/1.png\')"><b>🌊</b></i><br/><br/>They said:<blockquote>Wait for the bell.</blockquote>and <a href="https://tides.example/x">see here</a>, <a href="https://t.me/pilots">@pilots</a> <a href="?q=%23fog">#fog</a><pre>one\ntwo</pre>&lt;script&gt;',
    );
    const read = readPage(`<!DOCTYPE html><html><body>${post(inner)}</body></html>`);
    expect(read?.kind).toBe("telegram-page");
    expect(read?.exported.channels).toMatchObject([{ name: "Tidewatch 🌊", handle: "tidewatch" }]);
    expect(postsOf(post(inner))).toMatchObject([
      {
        number: 7,
        time: { kind: "moment", utc: "2024-12-07T21:24:19Z" },
        text: "High\u00A0water at nine 🌊\n\nThey said:\nWait for the bell.\nand see here, @pilots #fog\none\ntwo\n<script>",
        hiddenLinks: ["https://tides.example/x"],
      },
    ]);
  });

  test("tells forwards, replies, reactions, link previews, polls, files and service lines", () => {
    const page = [
      post(
        `<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/p"><span dir="auto">Pilot Station</span></a></div>
<a class="tgme_widget_message_reply" href="https://t.me/tidewatch/3"><div class="tgme_widget_message_author accent_color"><span class="tgme_widget_message_author_name" dir="auto">Tidewatch</span></div><div class="tgme_widget_message_text js-message_reply_text" dir="auto">The bell was rung…</div></a>
${words("By whom?")}
<a class="tgme_widget_message_link_preview" href="https://tides.example"><div class="link_preview_site_name">Tides</div><div class="link_preview_title">Table</div></a>
<div class="tgme_widget_message_reactions js-message_reactions"><span class="tgme_reaction"><i class="emoji"><b>👍</b></i>2.49K</span><span class="tgme_reaction"><tg-emoji emoji-id="5"></tg-emoji>7</span><span class="tgme_reaction tgme_reaction_paid"><i class="icon"></i>3</span></div>`,
        8,
      ),
      post(
        `<div class="tgme_widget_message_poll js-poll"><div class="tgme_widget_message_poll_question">Which day?</div><div class="tgme_widget_message_poll_type">Anonymous Quiz</div><a class="tgme_widget_message_poll_options"><div class="tgme_widget_message_poll_option"><div class="tgme_widget_message_poll_option_percent">75%</div><div class="tgme_widget_message_poll_option_text">Saturday</div></div></a></div><span class="tgme_widget_message_voters">8</span>`,
        9,
      ),
      post(
        `<a class="tgme_widget_message_document_wrap"><div class="tgme_widget_message_document_icon"></div><div class="tgme_widget_message_document_title">chart.pdf</div><div class="tgme_widget_message_document_extra">1.2 MB</div></a>`,
        10,
      ),
      post(
        words(
          '<a class="tgme_widget_message_author_name" href="https://t.me/tidewatch">Tidewatch</a> pinned «<span>By whom?</span>»',
        ),
        11,
        undefined,
        "service_message",
      ),
      post(
        `<a class="tgme_widget_message_photo_wrap"></a><div class="tgme_widget_message_video_player"><time class="message_video_duration">0:27</time><div class="message_media_not_supported">x</div></div>${words(`${words("Two")}`)}`,
        12,
      ),
      post(
        '<div class="message_media_not_supported_wrap"><div class="message_media_not_supported">Please open Telegram to view this post</div></div>',
        13,
      ),
    ].join("\n");
    expect(postsOf(page)).toMatchObject([
      {
        forwardedFrom: "Pilot Station",
        replyTo: { author: "Tidewatch", excerpt: "The bell was rung…", number: 3 },
        text: "By whom?",
        linkPreview: { site: "Tides", title: "Table" },
        reactions: [
          { emoji: "👍", count: 2490, printed: "2.49K" },
          { emoji: "", count: 7 },
          { emoji: "⭐", count: 3 },
        ],
      },
      {
        text: "Which day?\nAnonymous Quiz\n75%\nSaturday\n8 voters",
        media: ["poll"],
        poll: { kind: "Anonymous Quiz", voters: 8 },
      },
      { text: "", media: ["document"], files: [{ name: "chart.pdf", size: "1.2 MB" }] },
      { text: "Tidewatch pinned «By whom?»", media: ["service"], service: { event: "pinned" }, hiddenLinks: [] },
      { text: "Two", media: ["photo", "video"] },
      { text: "", media: ["hidden"] },
    ]);
  });

  test("tells views, the author's signature, and that a post was edited", () => {
    const foot = (meta: string) =>
      post(words("fog")).replace(
        /<span class="tgme_widget_message_meta">/u,
        `<span class="tgme_widget_message_meta">${meta}`,
      );
    const signed = '<span class="tgme_widget_message_from_author" dir="auto">Ada Fenn</span>, edited &nbsp;';
    const views = { count: 1_200, printed: "1.2K" };
    expect(postsOf(foot(signed))).toMatchObject([{ views, signature: "Ada Fenn", editedMark: true }]);
    expect(postsOf(foot("edited &nbsp;"))[0]).toMatchObject({ views, editedMark: true });
    const plain = postsOf(post(words("The table was edited")))[0];
    expect([plain?.signature, plain?.editedMark]).toEqual([undefined, undefined]);
  });

  test("tells the bot through which a post was sent", () => {
    const via = '<span class="tgme_widget_message_via_bot">via <a href="https://t.me/tide_bot">@tide_bot</a></span>';
    expect(postsOf(post(`${via}${words("fog")}`))).toMatchObject([{ text: "fog", viaBot: "tide_bot" }]);
  });

  test("a reply to a post of another channel tells no number", () => {
    const reply = (address: string) =>
      `<a class="tgme_widget_message_reply" href="${address}"><div class="tgme_widget_message_metatext">Photo</div></a>`;
    const numbers = ["https://t.me/tidewatch/3", "https://t.me/other/3", "https://t.me/tidewatch"].map(
      (address) => postsOf(post(reply(address) + words("fog")))[0]?.replyTo?.number,
    );
    expect(numbers).toEqual([3, undefined, undefined]);
  });

  test("a post without a date stands between its neighbours, and is told with its line", () => {
    const exported = readPage(`<html>\n${post(words("fog"), 1, "soon")}\n${post(words("sun"), 2)}</html>`)?.exported;
    const [fog, sun] = exported?.channels.flatMap(({ posts }) => [...posts]) ?? [];
    expect([fog?.text, fog?.time]).toEqual(["fog", { kind: "between", times: [sun?.time, sun?.time] }]);
    expect(exported?.findings.map(({ rule, line }) => [rule, line])).toEqual([["export/unreadable-date", 2]]);
  });

  test("a page none of whose posts has a date has no posts", () => {
    const exported = readPage(post(words("fog"), 1, "soon"))?.exported;
    expect(exported?.channels.flatMap(({ posts }) => [...posts])).toEqual([]);
    expect(exported?.findings[0]?.reason).toContain("it was left out");
  });
});

describe("a page of Telegram Desktop's export", () => {
  test("tells who signed a post", () => {
    const page = message('<div class="text">fog</div><div class="signature details">\nAda Fenn\n</div>');
    expect(postsOf(page)).toMatchObject([{ text: "fog", signature: "Ada Fenn" }]);
  });

  test("a reply tells the number of the post that it answers, be that in another file", () => {
    const reply = (file: string, number: number) =>
      `<div class="reply_to details">In reply to <a href="${file}#go_to_message${number}">this message</a></div><div class="text">sun</div>`;
    const page = [
      `<div class="page_header"><div class="text bold">Tidewatch</div></div>`,
      message('<div class="text">fog</div>', 7),
      message(reply("", 7), 8),
      message(reply("messages.html", 3), 9),
    ].join("\n");
    expect(postsOf(page).map(({ replyTo }) => replyTo)).toEqual([
      undefined,
      { author: "Tidewatch", excerpt: "fog", number: 7 },
      { author: "Tidewatch", excerpt: "", number: 3 },
    ]);
  });

  test("a joined message prints no name, a joined forward no source, and both have theirs", () => {
    const forwarded = (inner: string): string =>
      `<div class="forwarded body">${inner}<div class="text">fog</div></div>`;
    const name =
      '<div class="from_name">Pilot Station <span class="date details" title="01.01.2020 08:00:00"> 01.01.2020 08:00:00</span></div>';
    const page = [
      message(`<div class="from_name">Tidewatch</div>${forwarded(name)}`, 1),
      message(forwarded(""), 2, undefined, "default clearfix joined"),
      message('<div class="text">sun</div>', 3, undefined, "default clearfix joined"),
    ].join("\n");
    expect(postsOf(page).map(({ number, text, forwardedFrom }) => [number, text, forwardedFrom])).toEqual([
      [1, "fog", "Pilot Station"],
      [2, "fog", "Pilot Station"],
      [3, "sun", undefined],
    ]);
  });

  test("tells moments where the export tells its time zone, and clocks where it does not", () => {
    const stamps = [
      "07.12.2024 22:24:19 UTC+01:00",
      "07.12.2024 22:24:19 UTC-03:30",
      "07.12.2024 22:24:19",
      "31.02.2024 22:24:19",
    ];
    const read = readPage(
      stamps.map((stamp, index) => message('<div class="text">fog</div>', index + 1, stamp)).join("\n"),
    );
    expect([...(read?.exported.channels[0]?.posts ?? [])].slice(0, 3).map(({ time }) => time)).toEqual([
      { kind: "moment", utc: "2024-12-07T21:24:19Z", ahead: 3600 },
      { kind: "moment", utc: "2024-12-08T01:54:19Z", ahead: -12600 },
      { kind: "local", local: "2024-12-07T22:24:19" },
    ]);
    expect(read?.exported.findings.map(({ rule, line }) => [rule, line])).toEqual([["export/unreadable-date", 16]]);
  });

  test("lines with a day date the service messages below them and are no posts", () => {
    const service = (id: string, inner: string): string =>
      `<div class="message service" id="message${id}"><div class="body details">\n${inner}\n</div></div>`;
    const page = [
      service("-1", "7 December 2024"),
      service("5", "Channel created"),
      message('<div class="text">fog</div>', 6),
    ];
    expect(postsOf(page.join("\n")).map(({ text, time, media }) => [text, time.kind, media])).toEqual([
      ["Channel created", "day", ["service"]],
      ["fog", "moment", []],
    ]);
  });

  test("tells media, files, polls and reactions", () => {
    const media = (name: string, title: string, status = ""): string =>
      `<div class="media_wrap"><div class="media clearfix ${name}"><div class="body"><div class="title bold">${title}</div><div class="status details">${status}</div></div></div></div>`;
    const page = [
      message(
        '<div class="media_wrap"><a class="photo_wrap" href="photos/1.jpg"><img class="photo"/></a></div><div class="text">a</div>',
        1,
      ),
      message(media("media_video", "Video file", "00:51"), 3),
      message(media("media_file", "chart.pdf", "1.2 MB"), 5),
      message(
        '<div class="media_wrap"><div class="media_poll"><div class="question bold">Which day?</div><div class="details">Anonymous poll</div><div class="answer">- Saturday <span class="details">6 votes, chosen vote</span></div><div class="answer">- Sunday <span class="details">2 votes</span></div><div class="total details">8 votes</div></div></div>',
        7,
      ),
      message(
        '<div class="text">b</div><span class="reactions"><span class="reaction"><span class="emoji">👍</span><span class="count">12</span></span><span class="reaction"><span class="emoji">❤</span><span class="userpics"><div class="userpic"></div><div class="userpic"></div></span></span></span>',
        9,
      ),
    ];
    expect(postsOf(page.join("\n"))).toMatchObject([
      { media: ["photo"] },
      { media: ["video"] },
      { media: ["document"], files: [{ name: "chart.pdf", size: "1.2 MB" }] },
      {
        poll: {
          kind: "Anonymous Poll",
          voters: 8,
          options: [
            { text: "Saturday", percent: 75 },
            { text: "Sunday", percent: 25 },
          ],
        },
      },
      {
        reactions: [
          { emoji: "👍", count: 12 },
          { emoji: "❤", count: 2 },
        ],
      },
    ]);
  });
});

describe("a hostile or damaged page", () => {
  const page = htmlExport(toldPosts(4));

  test("cut off at any place it is read as far as it goes, and never fails", () => {
    fc.assert(
      fc.property(fc.nat(page.length - 1), (length) => {
        const read = readPage(page.slice(0, length));
        if (read === undefined) return;
        const whole = postsOf(page);
        const posts = read.exported.channels.flatMap((channel) => [...channel.posts]);
        for (const [index, { text }] of posts.entries())
          expect(whole[index]?.text.startsWith(text.slice(0, 20))).toBe(true);
        expect(read.exported.lines).toBe(page.slice(0, length).replace(/\n$/u, "").split("\n").length);
      }),
    );
  });

  test("cut off between two posts, or behind the last, it is told as incomplete", () => {
    const whole = `<html><body><div class="history">${message('<div class="text">fog</div>', 1)}</div>`;
    expect(readPage(`${whole}</body></html>`)?.exported.findings).toEqual([]);
    // Authors may leave out the ends of these two.
    expect(readPage(whole)?.exported.findings).toEqual([]);
    expect(readPage(whole.slice(0, -"</div>".length))?.exported.findings).toMatchObject([{ rule: "export/damaged" }]);
  });

  test("nested a million times it is told in one line, soon, and what stands before is kept", () => {
    const deep = message(`<div class="text">sun${"<b>".repeat(1_000_000)}</div>`, 2);
    const read = readPage(`${message('<div class="text">fog</div>', 1)}\n${deep}`);
    expect(read?.exported.channels[0]?.posts.at(0)?.text).toBe("fog");
    expect(read?.exported.findings).toEqual([
      expect.objectContaining({ reason: "the page is nested more than 256 levels deep; the rest was not read" }),
    ]);
  });

  test("a message without its end is ended by the next", () => {
    const open = message('<div class="text">fog', 1).replaceAll("</div>", "");
    expect(postsOf(`${open}\n${message('<div class="text">sun</div>', 2)}`).map(({ text }) => text)).toEqual([
      "fog",
      "sun",
    ]);
  });

  test("of any bytes, it is read or is no page", () => {
    const piece = fc.constantFrom(
      '<div class="message default" id="message1">',
      '<div class="date" title="07.12.2024 22:24:19">',
      '<div class="text">',
      "</div>",
      "<br>",
      "<",
      "&",
      "fog",
      '<time datetime="',
      "<!--",
      "<script>",
      "</p>",
      '"',
      '<div class="tgme_widget_message" data-post="tidewatch/1">',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(() => readPage(pieces.join(""))).not.toThrow();
      }),
    );
  });

  test("a page of anything else is no export", () => {
    expect(readPage("<html><body><p>The fog has gone.</p></body></html>")).toBeUndefined();
  });
});
