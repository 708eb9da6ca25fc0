import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build as bundle, type Plugin, transform } from "esbuild";
import sharp from "sharp";
import { previewImage } from "../../src/site/charts/preview-image.ts";
import { referencesName } from "../../src/site/client/load-references.ts";
import { accentRules } from "../../src/site/model/accent.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import type { PublishedMedia } from "../../src/site/model/published-media.ts";
import { assetPath, logoPath, outputFile, postRecordPath, postsPath, previewPath } from "../../src/site/model/urls.ts";
import { languageName } from "../../src/site/model/wording.ts";
import { fieldMeaningsIn } from "../../src/site/texts/field-meanings.ts";
import type { InterfaceLanguage } from "../../src/site/texts/interface-languages.ts";
import { offeredLanguages } from "../../src/site/texts/texts.ts";
import { programFile, templatesFolder } from "../program.ts";
import { loadArchive } from "../storage/load-archive.ts";
import { recordPages } from "../storage/permalinks.ts";
import { writeDownloads } from "./downloads.ts";
import { askingEngine, writeEngineFiles } from "./engine-files.ts";
import { nameFiles } from "./file-names.ts";
import { KeptPages } from "./kept-pages.ts";
import { writeManifest } from "./manifest.ts";
import { linkedFolder, publishMedia } from "./media.ts";
import { type Links, pageDigests } from "./page-digests.ts";
import { renderPages } from "./render-pages.ts";
import { indexSearch } from "./search-index.ts";
import { shardsIn } from "./shards.ts";
import { discardSite, newSite, settleSite, swapSite } from "./site-place.ts";
import { Stages } from "./stages.ts";

/** What was built. */
export interface SiteReport {
  readonly posts: number;
  readonly pages: number;
  /** How many of the pages stand as they stood. */
  readonly keptPages: number;
  /** How many pages of posts were rendered. */
  readonly renderedPosts: number;
  /** None where the search asks an engine. */
  readonly searchBundles: number;
  /** The host of the engine that the search asks. */
  readonly asks?: string;
  /** A line for each photo that cannot be shown as one. */
  readonly unshown: readonly string[];
  /** Where the site says it is published. */
  readonly url: string;
}

/** How to build a site. */
export interface SiteOptions {
  readonly links?: Links;
  /** How many posts are rendered in one run of Eleventy, which holds all pages of a run in memory until its end. */
  readonly postsARun?: number;
  /** Renders all pages anew, those too that show the same as in the site that stands. */
  readonly full?: boolean;
  /** Folders of shards (`shards.ts`), or one above them: what they have of the site is not rendered again. */
  readonly shards?: readonly string[];
  /** Measures and shows what is done. */
  readonly stages?: Stages;
}

/**
 * Builds the site of a content folder into `output`. It grows in a folder beside it, which takes its place at the end,
 * so that a build that fails leaves the site as it was. Throws an Error that says what is wrong in one line.
 */
export async function buildSite(content: string, output: string, options: SiteOptions = {}): Promise<SiteReport> {
  const media = new Map<string, PublishedMedia>();
  const stages = options.stages ?? new Stages(false);
  const archive = await stages.run("Reading posts", () => loadArchive(content, media));
  settleSite(output);
  const next = newSite(output);
  try {
    const links = options.links ?? "folders";
    const shards = (options.shards ?? []).flatMap(shardsIn);
    const kept = new KeptPages(output, next, pageDigests(archive, links), { full: options.full === true, shards });
    const postFiles = filesOfPosts(archive);
    kept.reuse(postsFolder, postFiles);
    const downloads = await stages.run("Writing downloads", () => writeDownloads(archive, next, kept));
    const beside = dirname(resolve(output));
    const linked = archive.settings.media === "link" ? { linked: join(beside, linkedFolder) } : {};
    const places = { content, output: next, cache: join(beside, ".cache", "media"), ...linked };
    const posts = archive.posts.map(({ post }) => post);
    const unshown = await stages.run("Publishing media", () =>
      publishMedia(posts, { ...places, withdrawnPosts: archive.withdrawn }, media),
    );
    // Pagefind is a program of its own: both processors are busy while Eleventy renders.
    const [pages, searchBundles] = await Promise.all([
      stages.run(
        "Rendering posts",
        (tell) => renderPages(archive, downloads, next, { postsARun: options.postsARun, kept, tell }),
        posts.length,
      ),
      stages.run("Indexing for the search", () => makeSearch(archive, next, kept)),
      stages.run("Writing assets", () => writeAssets(archive, content, next, kept)),
    ]);
    await stages.run("Listing files", () => {
      if (links === "files") nameFiles(next, kept.files);
      writeManifest(next, kept.files);
    });
    kept.note();
    recordPages(content, archive.addresses);
    // Where most pages are new, to take the old ones from their folders takes longer than to make folders anew.
    const keptHere = [...postFiles].filter((file) => kept.files.has(file)).length;
    swapSite(next, output, keptHere * 2 > postFiles.size ? postsFolder : undefined);
    kept.forget();
    return {
      posts: archive.posts.length,
      pages: pages.rendered + pages.kept,
      keptPages: pages.kept,
      renderedPosts: archive.posts.filter(({ path }) => !kept.files.has(outputFile(path).slice(1))).length,
      searchBundles,
      ...(archive.settings.search !== undefined && { asks: new URL(archive.settings.search.url).host }),
      unshown,
      url: archive.settings.url,
    };
  } finally {
    discardSite(next);
  }
}

/** Makes what the search page finds posts by, but for bundles that are `kept`; the number of its bundles. */
async function makeSearch(archive: Archive, output: string, kept: KeptPages): Promise<number> {
  if (archive.settings.search === undefined) return indexSearch(archive, output, { kept });
  writeEngineFiles(archive, output);
  return 0;
}

/** The folder of the pages of posts, below the site's root. */
const postsFolder = postsPath.slice(1, -1);

/** The files of the posts that a site shows: their pages, and their records. */
function filesOfPosts({ posts, postRecords }: Archive): ReadonlySet<string> {
  return new Set(
    posts.flatMap(({ path, post }) =>
      [outputFile(path), ...(postRecords.areThere ? [postRecordPath(post.id)] : [])].map((file) => file.slice(1)),
    ),
  );
}

function client(name: string): string {
  return programFile(join("src", "site", "client", name));
}

/** The table of a language stands under the language's English name. */
function tableFile(language: string): string {
  const name = languageName(language, { locale: "en" }) ?? language;
  return programFile(join("src", "site", "texts", name.toLowerCase()));
}

/** Gives a browser what fields mean in its one language alone, without the schemas in the table of fields, nine tenths of what it would load. */
function meaningsIn(language: InterfaceLanguage): Plugin {
  return {
    name: "meanings-alone",
    setup(build) {
      build.onLoad({ filter: /[\\/]texts[\\/]field-meanings\.[jt]s$/ }, () => ({
        contents: `export const fieldMeaningsIn = () => (${JSON.stringify(fieldMeaningsIn(language))});`,
      }));
    },
  };
}

/** Writes programs, the style sheet and pictures of the site itself, but for what is made from the same as in the site that stands: no program is started for that. */
async function writeAssets(archive: Archive, content: string, output: string, kept: KeptPages): Promise<void> {
  const { settings, logo } = archive;
  const preview = previewImage(archive);
  if (!kept.keep({ path: previewPath, seen: ["preview", preview] })) {
    await sharp(Buffer.from(preview)).png({ palette: true }).toFile(join(output, previewPath));
  }
  const own = settings.accent === undefined ? "" : accentRules(settings.accent);
  const sheet = readFileSync(join(templatesFolder, "assets", "style.css"), "utf8") + own;
  const icon = readFileSync(join(templatesFolder, "assets", "icon.svg"), "utf8");
  const ownLogo =
    settings.logo === undefined || logo === undefined ? undefined : readFileSync(join(content, settings.logo));
  const digest = kept.digestOf({ seen: ["assets", sheet, icon, ownLogo?.toString("base64")] });
  if (kept.keepFolder(assetsFolder, digest) !== undefined) return;
  kept.noteFolder(assetsFolder, digest, true);
  mkdirSync(join(output, assetsFolder), { recursive: true });
  writeFileSync(join(output, assetPath("icon.svg")), icon);
  if (ownLogo !== undefined && logo !== undefined) writeFileSync(join(output, logoPath(logo.kind)), ownLogo);
  await writePrograms(archive, sheet, output);
}

/** The folder of what `assetPath` and `logoPath` name, below the site's root. */
const assetsFolder = "assets/";

/** Writes the programs of pages and their style sheet, as small as they get. */
async function writePrograms({ settings, texts }: Archive, sheet: string, output: string): Promise<void> {
  const { code } = await transform(sheet, { loader: "css", minify: true, target: "esnext" });
  writeFileSync(join(output, assetPath("style.css")), code);
  const common = {
    bundle: true,
    minify: true,
    target: "es2022",
    logLevel: "silent",
    jsx: "automatic",
    jsxImportSource: "preact",
  } as const;
  // Browsers read modules as UTF-8 wherever they come from; escaped, a letter of most languages takes three times the bytes.
  const module = { format: "esm", charset: "utf8" } as const;
  const offered = offeredLanguages(texts, settings.languages);
  await Promise.all([
    bundle({
      ...common,
      entryPoints: [client("search")],
      outfile: join(output, assetPath("search.js")),
      ...module,
      ...(settings.search !== undefined && { plugins: [askingEngine()] }),
    }),
    ...offered.map((language) =>
      bundle({
        ...common,
        entryPoints: [tableFile(language)],
        outfile: join(output, assetPath(`words-${language}.js`)),
        ...module,
        plugins: [meaningsIn(language)],
      }),
    ),
    ...(
      ["highlight", "keys", "spellings", "list", ...(offered.length > 0 ? (["language"] as const) : [])] as const
    ).map((name) =>
      bundle({
        ...common,
        entryPoints: [client(name)],
        outfile: join(output, assetPath(`${name}.js`)),
        ...module,
      }),
    ),
    ...(["theme", "reader", "copy", "references"] as const).map((name) =>
      bundle({
        ...common,
        entryPoints: [client(name)],
        outfile: join(output, assetPath(`${name}.js`)),
        format: "iife",
        ...(name === "references" && { globalName: referencesName }),
      }),
    ),
  ]);
}
