import type UserConfig from "@11ty/eleventy/UserConfig";
import { loadArchive } from "./scripts/storage/load-archive.ts";
import { PostView } from "./src/site/model/post-view.ts";

/**
 * Eleventy renders `templates/` from one value, the archive. It never finds this file by itself: `scripts/site/build-site.ts`
 * names it, and a call by hand needs `--config=.eleventy.ts` through tsx.
 */
export default function configure(eleventy: UserConfig) {
  eleventy.addExtension(["11ty.ts", "11ty.tsx"], { key: "11ty.js" });
  eleventy.addTemplateFormats(["11ty.ts", "11ty.tsx", "11ty.js"]);
  // The content is data here, and some of it is ignored by git.
  eleventy.setUseGitIgnore(false);
  // Collections cost a sorted copy of all pages for each of them; the archive holds every list already.
  eleventy.addGlobalData("eleventyExcludeFromCollections", true);
  // Eleventy looks through finished pages for marks of its own (`/*__EleventyBundle:…`); a post that holds one would
  // stop the build. Kept by "a hostile post" in test/site/built-site.test.ts.
  eleventy.transforms = {};
  // `scripts/site/build-site.ts` brings the archive that it has read already; a call by hand reads it here.
  if (!("archive" in eleventy.globalData)) {
    const archive = loadArchive("content");
    eleventy.addGlobalData("archive", () => archive);
    eleventy.addGlobalData("lists", () => archive);
    eleventy.addGlobalData("batch", () => archive.posts.map((page) => new PostView(page, archive)));
  }
  return { dir: { input: "templates", output: "_site" } };
}
