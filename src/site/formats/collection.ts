import type { Archive } from "../model/archive.ts";
import { absoluteUrl, homePath } from "../model/urls.ts";

/** The archive as a `Collection` of schema.org, with its channels as parts. */
export function collectionData(archive: Archive): object {
  const { settings, posts, channels } = archive;
  const first = posts[0]?.day;
  const last = posts.at(-1)?.day;
  const languages = new Set(posts.map((page) => page.post.language).filter((language) => language !== "und"));
  const address = absoluteUrl(settings.url, homePath);
  return {
    "@context": "https://schema.org",
    "@type": "Collection",
    "@id": address,
    url: address,
    name: settings.title,
    description: settings.description,
    collectionSize: posts.length,
    inLanguage: [...languages].sort(),
    ...(first !== undefined && last !== undefined && { temporalCoverage: `${first}/${last}` }),
    hasPart: channels.map(({ channel, path, posts: own }) => ({
      "@type": "Collection",
      "@id": absoluteUrl(settings.url, path),
      name: channel.name,
      collectionSize: own.length,
      ...(channel.handle !== undefined && { sameAs: `https://t.me/${channel.handle}` }),
    })),
  };
}
