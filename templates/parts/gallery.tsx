import type { MediaFile } from "../../src/model/post.ts";
import { isKept } from "../../src/site/model/attachments.ts";
import type { PublishedMedia } from "../../src/site/model/published-media.ts";
import { fileSize } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";

/** The pictures, recordings and files of a post that the archive keeps; a picture opens large by itself, without a script. */
export function Gallery({ files }: { readonly files: readonly MediaFile[] }) {
  const { archive, texts } = usePage();
  const kept = files.filter(isKept);
  if (kept.length === 0) return null;
  return (
    <section class={kept.length > 1 ? "gallery several" : "gallery"} aria-label={texts.gallery.title}>
      {kept.map((file, place) => (
        <GalleryItem
          key={`${place} ${file.sha256}`}
          file={file}
          published={archive.media.get(file.sha256 ?? "") ?? { kind: "unshown" }}
        />
      ))}
    </section>
  );
}

function GalleryItem({ file, published }: { readonly file: MediaFile; readonly published: PublishedMedia }) {
  const { link, texts } = usePage();
  if (published.kind === "picture") {
    const { sizes } = published;
    const [small, middle = small] = sizes;
    const large = sizes.at(-1) ?? small;
    return (
      <figure>
        <a href={link(large.path)}>
          <img
            src={link(middle.path)}
            srcset={sizes.map(({ path, width }) => `${link(path)} ${width}w`).join(", ")}
            sizes="(min-width: 50rem) 40rem, 100vw"
            width={middle.width}
            height={middle.height}
            alt={file.alt ?? texts.gallery.noAlt}
            loading="lazy"
            decoding="async"
          />
        </a>
      </figure>
    );
  }
  if (published.kind === "film")
    return (
      <figure>
        {/* biome-ignore lint/a11y/useMediaCaption: exports have no captions */}
        <video
          controls
          preload="none"
          width={file.width}
          height={file.height}
          src={link(published.path)}
          aria-label={file.alt}
        />
        <FileCaption file={file} path={link(published.path)} />
      </figure>
    );
  if (published.kind === "sound")
    return (
      <figure>
        {/* biome-ignore lint/a11y/useMediaCaption: exports have no captions */}
        <audio controls preload="none" src={link(published.path)} aria-label={file.alt} />
        <FileCaption file={file} path={link(published.path)} />
      </figure>
    );
  return (
    <figure class="file">
      {published.kind === "unshown" && <p class="media">{texts.gallery.unshown}</p>}
      <FileCaption file={file} path={published.kind === "file" ? link(published.path) : undefined} />
    </figure>
  );
}

/** A file by name, size and hash. */
function FileCaption({ file, path }: { readonly file: MediaFile; readonly path?: string | undefined }) {
  const { texts } = usePage();
  const name = file.name ?? file.path?.replace(/^.*\//u, "") ?? texts.media[file.kind](1);
  return (
    <figcaption>
      {path === undefined ? (
        <bdi>{name}</bdi>
      ) : (
        <a href={path} download={name} aria-label={`${texts.gallery.download}: ${name}`}>
          <bdi>{name}</bdi>
        </a>
      )}{" "}
      {file.bytes !== undefined && <span class="size">{fileSize(file.bytes, texts)}</span>}{" "}
      <code class="hash" title={file.sha256}>
        SHA-256 {file.sha256?.slice(0, 12)}…
      </code>
    </figcaption>
  );
}

/** The first picture of a post as a thumbnail in lists, where it has one; its title stands beside it. */
export function Thumbnail({ files = [] }: { readonly files?: readonly MediaFile[] | undefined }) {
  const { archive, link } = usePage();
  for (const { sha256 = "" } of files) {
    const published = archive.media.get(sha256);
    if (published?.kind !== "picture") continue;
    const [{ path, width, height }] = published.sizes;
    return (
      <img class="thumbnail" src={link(path)} width={width} height={height} alt="" loading="lazy" decoding="async" />
    );
  }
  return null;
}
