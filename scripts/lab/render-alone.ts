import { renderPages } from "../site/render-pages.ts";
import { loadArchive } from "../storage/load-archive.ts";

/** Reads an archive and renders its pages, without search, downloads and media: `render-alone.ts CONTENT OUTPUT`. */
const [content = "content", output = "_site"] = process.argv.slice(2);
await renderPages(loadArchive(content), [], output);
