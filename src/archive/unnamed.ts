import type { Post } from "../post.ts";

/** A post before it has its id. */
export type Unnamed = Omit<Post, "id">;
