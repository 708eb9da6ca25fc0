import type { DumpReport } from "../model/ledger.ts";
import { ownEntry } from "../model/own-entry.ts";
import { type Post, sourcesOf } from "../model/post.ts";

/** What a deposit holds, as its description tells it. */
export interface Deposit {
  readonly title: string;
  readonly description: string;
  /** Where the site is published. */
  readonly url: string;
  readonly language: string;
  /** The day of the packaging, `YYYY-MM-DD`. */
  readonly day: string;
  /** The version of this program, and of what runs it. */
  readonly version: string;
  readonly runtime: string;
  readonly posts: readonly DepositedPost[];
  readonly dumps: readonly DumpReport[];
  readonly files: readonly DepositedFile[];
}

/** A file of a deposit, by its path from the description on. */
export interface DepositedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A post and its file in the deposit. */
export interface DepositedPost {
  readonly path: string;
  readonly post: Post;
}

type Entity = Readonly<Record<string, unknown>> & { readonly "@id": string };

/**
 * Describes a deposit as an RO-Crate 1.2 (https://w3id.org/ro/crate/1.2): every file with its SHA-256; posts with the captures they were read from;
 * captures with address, moment and record; and what made the one of the other.
 */
export function roCrate(deposit: Deposit): string {
  const { title, description, url, language, day, version, runtime, files } = deposit;
  const posts = new Map(deposit.posts.map((each) => [each.path, each.post]));
  const dumps = new Map(deposit.dumps.map((report) => [report.file, report]));
  const dumpFiles = new Map(files.flatMap((file) => dumpAt(file.path, dumps)));
  const captures = deposit.dumps.filter(({ file }) => !dumpFiles.has(file));
  const dumpsById = new Map([...dumpFiles].map(([file, id]) => [id, file]));
  const idOfDump = (file: string): string => dumpFiles.get(file) ?? captureId(file);
  const parts = files.map((file): Entity => {
    const post = posts.get(file.path);
    const dump = dumps.get(dumpsById.get(fileId(file.path)) ?? "");
    return { ...fileEntity(file), ...(post && postPart(post, idOfDump)), ...dumpPart(dump) };
  });
  const channels = new Map(deposit.posts.map(({ post: { channel } }) => [channel.key, channel]));
  const graph: readonly Entity[] = [
    {
      "@id": "ro-crate-metadata.json",
      "@type": "CreativeWork",
      about: ref("./"),
      conformsTo: ref("https://w3id.org/ro/crate/1.2"),
    },
    {
      "@id": "./",
      "@type": "Dataset",
      name: title,
      description,
      url,
      inLanguage: language,
      datePublished: day,
      license: ref("#rights"),
      hasPart: parts.map((part) => ref(part["@id"])),
      mentions: [...captures.map(({ file }) => ref(captureId(file))), ref("#import")],
      about: [...channels.keys()].sort().map((key) => ref(channelId(key))),
    },
    {
      "@id": "#rights",
      "@type": "CreativeWork",
      name: "Rights in the posts",
      description: "The texts belong to those who published them; whoever deposits them states the terms of their use.",
    },
    ...parts,
    ...captures.map(
      (report): Entity => ({
        "@id": captureId(report.file),
        "@type": "CreativeWork",
        name: report.file,
        ...dumpPart(report),
        sha256: report.sha256,
        contentSize: `${report.bytes}`,
        isPartOf: containersOf(report.file, dumpFiles).map(ref),
      }),
    ),
    ...[...channels.values()]
      .toSorted((one, other) => (one.key < other.key ? -1 : 1))
      .map(
        ({ key, name, handle }): Entity => ({
          "@id": channelId(key),
          "@type": "Organization",
          name,
          ...(handle === undefined ? {} : { url: `https://t.me/${handle}`, alternateName: `@${handle}` }),
        }),
      ),
    {
      "@id": "#import",
      "@type": "CreateAction",
      name: "Import of the dumps",
      description: "Each post was read from the lines or records of its dumps, dated, and written as a Markdown file.",
      instrument: [ref("#scrollback"), ref("#node")],
      object: deposit.dumps.map(({ file }) => ref(idOfDump(file))),
      result: deposit.posts.map(({ path }) => ref(fileId(path))),
    },
    { "@id": "#scrollback", "@type": "SoftwareApplication", name: "Scrollback", version, softwareVersion: version },
    { "@id": "#node", "@type": "SoftwareApplication", name: "Node.js", version: runtime, softwareVersion: runtime },
  ];
  return `${JSON.stringify({ "@context": "https://w3id.org/ro/crate/1.2/context", "@graph": graph }, undefined, 2)}\n`;
}

function ref(id: string): { readonly "@id": string } {
  return { "@id": id };
}

/** A path as the address of a file beside the description. */
function fileId(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function captureId(file: string): string {
  return `#capture-${fileId(file)}`;
}

function channelId(key: string): string {
  return `#channel-${encodeURIComponent(key)}`;
}

function fileEntity({ path, sha256, bytes }: DepositedFile): Entity {
  const ending = /\.(?<ending>[a-z0-9]+)$/iu.exec(path)?.groups?.ending?.toLowerCase() ?? "";
  return {
    "@id": fileId(path),
    "@type": "File",
    name: path,
    contentSize: `${bytes}`,
    sha256,
    encodingFormat: ownEntry(mediaTypes, ending) ?? "application/octet-stream",
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  md: "text/markdown",
  txt: "text/plain",
  html: "text/html",
  htm: "text/html",
  json: "application/json",
  jsonl: "application/jsonl",
  yml: "application/yaml",
  zip: "application/zip",
  gz: "application/gzip",
  warc: "application/warc",
  wacz: "application/wacz",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
};

/** Where a dump lies in the deposit: among the dumps, or with the web archives that were kept elsewhere. */
function dumpAt(
  path: string,
  dumps: ReadonlyMap<string, DumpReport>,
): readonly (readonly [file: string, id: string])[] {
  const own = /^content\/dumps\/(?<file>.+)$/u.exec(path)?.groups?.file;
  if (own !== undefined) return dumps.has(own) ? [[own, fileId(path)]] : [];
  const kept = /^web-archives\/(?<name>.+)$/u.exec(path)?.groups?.name;
  if (kept === undefined) return [];
  return [...dumps.keys()].flatMap((file) =>
    file === kept || file.endsWith(`/${kept}`) ? [[file, fileId(path)] as const] : [],
  );
}

/** The packed file or web archive that a capture lies in. */
function containersOf(file: string, dumpFiles: ReadonlyMap<string, string>): readonly string[] {
  const parts = file.split("/");
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const id = dumpFiles.get(parts.slice(0, length).join("/"));
    if (id !== undefined) return [id];
  }
  return [];
}

function dumpPart(report: DumpReport | undefined): Readonly<Record<string, unknown>> {
  if (report === undefined) return {};
  const { record, retrieved, dialect, channel, evidence } = report;
  const day = record?.moment ?? retrieved;
  return {
    description: evidence,
    about: ref(channelId(channel.key)),
    additionalType: dialect,
    ...(day === undefined ? {} : { dateCreated: day }),
    ...(record === undefined
      ? {}
      : { isBasedOn: record.url, identifier: [record.id, ...(record.digest === undefined ? [] : [record.digest])] }),
  };
}

function postPart(post: Post, idOfDump: (file: string) => string): Readonly<Record<string, unknown>> {
  const { id, title, dating, published, language, channel, number } = post;
  return {
    "@type": ["File", "SocialMediaPosting"],
    identifier: id,
    headline: title,
    datePublished: published ?? dating.best,
    temporalCoverage: dating.edtf,
    inLanguage: language,
    author: ref(channelId(channel.key)),
    isBasedOn: [...new Set(sourcesOf(post).map(({ file }) => idOfDump(file)))].map(ref),
    ...(number === undefined || channel.handle === undefined
      ? {}
      : { url: `https://t.me/${channel.handle}/${number}` }),
  };
}
