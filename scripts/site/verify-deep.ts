import { constants, cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Damage } from "../../src/archive/verify.ts";
import { importAll } from "../storage/import-all.ts";
import { todayInUtc } from "../storage/import-tools.ts";
import { buildSite, type SiteOptions } from "./build-site.ts";
import { digestsIn } from "./manifest.ts";

/**
 * Imports and builds an archive anew in a scratch folder, and compares every byte of what comes out with what stands there: posts, ledger, addresses,
 * and the site where it was built. Changes nothing of the archive.
 */
export async function verifyDeep(
  content: string,
  site: string,
  links: NonNullable<SiteOptions["links"]>,
): Promise<readonly Damage[]> {
  const scratch = mkdtempSync(join(tmpdir(), "scrollback-verify-"));
  try {
    const [copy, built] = [join(scratch, "content"), join(scratch, "_site")];
    cpSync(content, copy, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
    await importAll({ content: copy, dumps: [], force: false, today: todayInUtc() });
    // A build tells the addresses of its pages: an archive that has no site yet is what an import makes.
    const hasSite = existsSync(site);
    if (hasSite) await buildSite(copy, built, { links });
    const kept = (path: string): boolean => /^(?:posts\/|ledger\.json$|permalinks\.jsonl$)/u.test(path);
    const own = differencesOf(content, copy, "", "a new import gives a different result; run scrollback build", kept);
    if (!hasSite) return own;
    return [
      ...own,
      ...differencesOf(site, built, "_site/", "a new build gives a different result; run scrollback build"),
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function differencesOf(
  there: string,
  anew: string,
  place: string,
  reason: string,
  wanted: (path: string) => boolean = () => true,
): readonly Damage[] {
  const [now, next] = [digestsIn(there), digestsIn(anew)];
  const paths = [...new Set([...now.keys(), ...next.keys()])].filter(wanted).sort();
  return paths.flatMap((path): readonly Damage[] => {
    if (now.get(path) === next.get(path)) return [];
    const file = `${place}${path}`;
    if (!now.has(path)) return [{ kind: "damage", file, reason: "the file is missing; run scrollback build" }];
    if (!next.has(path))
      return [{ kind: "damage", file, reason: "no dump or setting produces this file; run scrollback build" }];
    return [{ kind: "damage", file, reason }];
  });
}
