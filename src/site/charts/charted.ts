import type { Archive } from "../model/archive.ts";

/** What pictures are drawn of: an archive, or the posts of it that a reader chose. */
export type Charted = Pick<Archive, "posts" | "channels" | "sources" | "texts" | "settings" | "dayPaths">;
