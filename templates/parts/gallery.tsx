import type { MediaFile } from "../../src/model/post.ts";
import { isKept } from "../../src/site/model/attachments.ts";
import { type PublishedMedia, pictureOf, seenOf } from "../../src/site/model/published-media.ts";
import { type SitePath, withAnchor } from "../../src/site/model/urls.ts";
import { fileSize } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";

interface GalleryProps extends Pick<GalleryItemProps, "isMute" | "largeOn"> {
  readonly files: readonly MediaFile[];
}

/** The pictures, recordings and files of a post that the archive keeps; a picture opens large by itself, without a script. */
export function Gallery({ files, isMute, largeOn }: GalleryProps) {
  const { archive, texts } = usePage();
  const kept = files.filter(isKept);
  if (kept.length === 0) return null;
  const shown = kept.map((file) => {
    const published: PublishedMedia = archive.media.get(file.sha256 ?? "") ?? { kind: "unshown" };
    return { file, published };
  });
  const pictures = shown.flatMap(({ published }, place) => (published.kind === "picture" ? [place] : []));
  return (
    <section
      class={kept.length > 1 ? "gallery several" : "gallery"}
      aria-label={texts.gallery.title}
      id={largeOn === undefined ? "media" : undefined}
    >
      {shown.map(({ file, published }, place) => (
        <GalleryItem
          key={`${place} ${file.sha256}`}
          file={file}
          published={published}
          place={place}
          isMute={isMute}
          largeOn={largeOn}
        />
      ))}
      {shown.map(
        ({ file, published }, place) =>
          largeOn === undefined &&
          published.kind === "picture" && (
            <LargePicture
              key={`${place} ${file.sha256}`}
              file={file}
              published={published}
              place={place}
              previous={pictures.findLast((each) => each < place)}
              next={pictures.find((each) => each > place)}
            />
          ),
      )}
    </section>
  );
}

interface ItemProps {
  readonly file: MediaFile;
  readonly published: PublishedMedia;
  /** Counted from 0. */
  readonly place: number;
}

interface GalleryItemProps extends ItemProps {
  /** Whether its post says nothing. */
  readonly isMute: boolean;
  /** The post's own page, where another shows its files; pictures are large there. */
  readonly largeOn?: SitePath | undefined;
}

function GalleryItem({ file, published, place, isMute, largeOn }: GalleryItemProps) {
  const { archive, link, texts } = usePage();
  if (published.kind === "picture") {
    const { sizes } = published;
    const [small, middle = small] = sizes;
    return (
      <figure>
        <a href={largeOn === undefined ? `#${largeAnchor(place)}` : link(withAnchor(largeOn, largeAnchor(place)))}>
          <Ground colours={published.ground} />
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
        {file.alt !== undefined && <figcaption dir="auto">{file.alt}</figcaption>}
        {file.alt === undefined && isMute && <figcaption>{texts.gallery.noAlt}</figcaption>}
      </figure>
    );
  }
  if (published.kind === "film") {
    const poster = pictureOf(file.poster?.sha256, archive.media);
    const picture = poster?.sizes.at(-1);
    return (
      <figure>
        {/* biome-ignore lint/a11y/useMediaCaption: exports have no captions */}
        <video
          controls
          preload="none"
          width={file.width ?? picture?.width}
          height={file.height ?? picture?.height}
          src={link(published.path)}
          poster={picture && link(picture.path)}
          aria-label={file.alt}
        />
        <FileCaption file={file} path={link(published.path)} />
      </figure>
    );
  }
  if (published.kind === "sound")
    return (
      <figure>
        {/* biome-ignore lint/a11y/useMediaCaption: exports have no captions */}
        <audio controls preload="none" src={link(published.path)} aria-label={file.alt} />
        <FileCaption file={file} path={link(published.path)} />
      </figure>
    );
  if (published.kind === "withdrawn")
    return (
      <figure class="file">
        <p class="media">{texts.gallery.withdrawn(published.reason)}</p>
        <figcaption>
          <code class="hash">SHA-256 {file.sha256}</code>
        </figcaption>
      </figure>
    );
  return (
    <figure class="file">
      {published.kind === "unshown" && <p class="media">{texts.gallery.unshown}</p>}
      <FileCaption file={file} path={published.kind === "file" ? link(published.path) : undefined} />
    </figure>
  );
}

function largeAnchor(place: number): string {
  return `picture-${place + 1}`;
}

interface LargeProps extends ItemProps {
  readonly published: Extract<PublishedMedia, { readonly kind: "picture" }>;
  /** The places of the pictures around it. */
  readonly previous: number | undefined;
  readonly next: number | undefined;
}

/** A picture alone over the page, shown while the address names it: no script is needed, and the way back is the browser's. */
function LargePicture({ file, published: { sizes }, place, previous, next }: LargeProps) {
  const { link, texts } = usePage();
  const large = sizes.at(-1) ?? sizes[0];
  const words = texts.gallery;
  return (
    <div class="large" id={largeAnchor(place)}>
      <p>
        {previous !== undefined && (
          <a rel="prev" href={`#${largeAnchor(previous)}`}>
            {words.previous}
          </a>
        )}
        {next !== undefined && (
          <a rel="next" href={`#${largeAnchor(next)}`}>
            {words.next}
          </a>
        )}
        <a href={link(large.path)}>{words.alone}</a>
        <a class="close" href="#media">
          {words.close}
        </a>
      </p>
      <img
        src={link(large.path)}
        width={large.width}
        height={large.height}
        alt={file.alt ?? words.noAlt}
        loading="lazy"
        decoding="async"
      />
    </div>
  );
}

/** Nine colours in the place of a picture until it is there. */
export function Ground({ colours }: { readonly colours: readonly string[] }) {
  return (
    <svg class="ground" viewBox="0 0 3 3" preserveAspectRatio="none" aria-hidden="true">
      {colours.map((colour, place) => (
        <path key={`${place}`} fill={colour} d={`M${place % 3} ${Math.floor(place / 3)}h1v1h-1z`} />
      ))}
    </svg>
  );
}

/** A file by name, size and hash. */
function FileCaption({ file, path }: { readonly file: MediaFile; readonly path?: string | undefined }) {
  const { texts } = usePage();
  const name = file.name ?? file.path?.replace(/^.*\//u, "") ?? texts.media[file.kind](1);
  return (
    <figcaption>
      {file.title !== undefined && (
        <>
          <bdi class="title">{file.title}</bdi>{" "}
        </>
      )}
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
  for (const file of files) {
    const seen = seenOf(file, archive.media);
    if (seen === undefined) continue;
    const [{ path, width, height }] = seen.sizes;
    return (
      <img class="thumbnail" src={link(path)} width={width} height={height} alt="" loading="lazy" decoding="async" />
    );
  }
  return null;
}
