import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ArchiveChannel, type ArchivePost, madeChannels } from "./made-archive.ts";

/** Writes the posts of a made archive as a site for Hugo: a page for each, lists by fifty, tags and channels, a feed and a sitemap. */
export function writeHugoSite(folder: string, count: number): void {
  const layouts = join(folder, "layouts", "_default");
  mkdirSync(layouts, { recursive: true });
  writeFileSync(join(folder, "hugo.toml"), settings);
  for (const [name, main] of Object.entries(mains)) writeFileSync(join(layouts, `${name}.html`), frame(main));
  for (const channel of madeChannels(count)) {
    const posts = join(folder, "content", "p", channel.handle);
    mkdirSync(posts, { recursive: true });
    for (const post of channel.posts()) writeFileSync(join(posts, `${post.number}.md`), pageOf(post, channel));
  }
}

const settings = `baseURL = "https://made.test/"
title = "Made archive"
paginate = 50
[taxonomies]
tag = "tags"
channel = "channels"
`;

function pageOf({ text, tags, time, forwardedFrom, likes }: ArchivePost, { name }: ArchiveChannel): string {
  const [title = "", ...body] = text.split("\n\n");
  const front = { title, date: new Date(time * 1000).toISOString(), tags, channels: [name], forwardedFrom, likes };
  return `${JSON.stringify(front)}\n\n${body.join("\n\n")}\n`;
}

const list = `<ul>{{ range (.Paginate .Pages).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> <time>{{ .Date.Format "2 January 2006" }}</time><p>{{ .Summary }}</p></li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}`;

const mains = {
  single: `<article><p><a href="/channels/{{ index .Params.channels 0 | urlize }}/">{{ index .Params.channels 0 }}</a></p><h1>{{ .Title }}</h1><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>{{ with .Params.forwardedFrom }} Forwarded from {{ . }}{{ end }}</p>{{ .Content }}<p>👍 {{ .Params.likes }}</p><ul>{{ range .Params.tags }}<li><a href="/tags/{{ . | urlize }}/">#{{ . }}</a></li>{{ end }}</ul></article><nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>`,
  list,
  term: `<h1>{{ .Title }}</h1>${list}`,
  taxonomy: `<ul>{{ range .Data.Terms.ByCount }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>`,
};

function frame(main: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }} · {{ .Site.Title }}</title><meta name="description" content="{{ .Summary }}"><link rel="canonical" href="{{ .Permalink }}"><meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}"></head><body><header><a href="/">{{ .Site.Title }}</a><nav><a href="/p/">Posts</a> <a href="/tags/">Tags</a> <a href="/channels/">Channels</a></nav></header><main>${main}</main><footer>{{ len .Site.RegularPages }} posts</footer></body></html>\n`;
}
