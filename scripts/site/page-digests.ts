import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Archive } from "../../src/site/model/archive.ts";
import { PostPage } from "../../src/site/model/post-page.ts";
import { type PostView, seenOnEveryPage } from "../../src/site/model/post-view.ts";
import { packageText, programRoot } from "../program.ts";

/**
 * Gives the digest of all that a part of the site is made from, such as a post's page, the program that makes it included: parts with the same digest
 * have the same bytes.
 */
export type DigestOf = (part: Pick<PostView, "seen">) => string;

/** How pages link to each other: to `folders`, as hosts resolve them, or to `files`, as browsers need it that read the site from a disk. */
export type Links = "folders" | "files";

/** Makes the digests of the parts of an archive's site. */
export function pageDigests(archive: Archive, links: Links): DigestOf {
  const common = digest(JSON.stringify([ofProgram(), links, ...seenOnEveryPage(archive)]));
  // A post is seen by many pages: its own, its neighbours', those of its forwards and replies.
  const known = new Map<PostPage, string>();
  const ofPost = (page: PostPage): string => {
    const found = known.get(page) ?? digest(JSON.stringify(page.post));
    known.set(page, found);
    return found;
  };
  const told = (_: string, value: unknown): unknown => (value instanceof PostPage ? ofPost(value) : value);
  return ({ seen }) => digest(common + JSON.stringify(seen, told));
}

let program: string | undefined;

/** Found out once: the program does not change while it runs. */
function ofProgram(): string {
  program ??= programDigest();
  return program;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** Of everything of the program that has a part in a page, and of Node, whose `Intl` writes days and numbers. */
function programDigest(): string {
  const hash = createHash("sha256").update(JSON.stringify([process.versions, packageText(), packagesText()]));
  for (const folder of ["src", "templates", join("scripts", "site")]) {
    const names = readdirSync(join(programRoot, folder), { recursive: true, encoding: "utf8" });
    for (const name of names.filter((each) => /\.(?:tsx?|js|json)$/u.test(each)).sort()) {
      const bytes = readFileSync(join(programRoot, folder, name));
      hash.update(JSON.stringify([folder, name, bytes.length])).update(bytes);
    }
  }
  return hash.digest("hex");
}

/** What is told of the versions of all packages: in a checkout, and where the program is installed. */
function packagesText(): string {
  const locks = [join(programRoot, "package-lock.json"), join(programRoot, "..", "..", ".package-lock.json")];
  return locks.map((file) => (existsSync(file) ? readFileSync(file, "utf8") : "")).join("");
}
