import type { MediaFile } from "../../model/post.ts";
import type { SitePath } from "./urls.ts";

/** A picture in one of its sizes. */
export interface PictureSize {
  readonly path: SitePath;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A file of the archive as the site publishes it: pictures without what cameras write into them, in several sizes, the smallest first. */
export type PublishedMedia =
  | {
      readonly kind: "picture";
      readonly sizes: readonly [PictureSize, ...PictureSize[]];
      /** Nine colours of it, `#8a2a1c`, row by row: what stands in its place until it is there. */
      readonly ground: readonly string[];
    }
  | { readonly kind: "film" | "sound" | "file"; readonly path: SitePath }
  /** Taken out by the editors; its hash stays. */
  | { readonly kind: "withdrawn"; readonly reason: string }
  /** Kept, and not to be shown: it is not what its type says, or too large to be opened. */
  | { readonly kind: "unshown" };

type Published = ReadonlyMap<string, PublishedMedia>;
type Picture = Extract<PublishedMedia, { readonly kind: "picture" }>;

/** A file as a picture, where it was published as one. */
export function pictureOf(sha256: string | undefined, published: Published): Picture | undefined {
  const found = published.get(sha256 ?? "");
  return found?.kind === "picture" ? found : undefined;
}

/** What is to be seen of a file: itself, or the picture that stands for it until it plays; nothing of what was withdrawn. */
export function seenOf({ sha256, poster }: MediaFile, published: Published): Picture | undefined {
  if (published.get(sha256 ?? "")?.kind === "withdrawn") return undefined;
  return pictureOf(sha256, published) ?? pictureOf(poster?.sha256, published);
}
