import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

/** A browser for tests; `close` ends it and clears up what it was unpacked into. */
export interface TestBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * Opens Chromium: the one CHROMIUM_PATH names, else one that is installed, else the one that came with
 * @sparticuz/chromium from the npm registry. Throws an Error that says what to install. `more`: further flags.
 */
export async function openChromium(more: readonly string[] = []): Promise<TestBrowser> {
  const installed = process.env.CHROMIUM_PATH ?? installedChromium();
  const found =
    installed === undefined ? await packagedChromium() : { options: { executablePath: installed }, clear: () => {} };
  try {
    const browser = await chromium.launch({ ...found.options, args: [...flags, ...more] });
    return { browser, close: () => browser.close().finally(found.clear) };
  } catch (error) {
    found.clear();
    const reason = (error as Error).message.split("\n").slice(0, 12).join("\n");
    throw new Error(
      `Cannot open the browser "${found.options.executablePath}" (install Chromium or Chrome, or name one with CHROMIUM_PATH; on a bare Linux "apt-get install libnss3" may do): ${reason}`,
    );
  }
}

/** Nothing here may ask anything of the world outside. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

function installedChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find((file) =>
    existsSync(file),
  );
}

interface Packaged {
  readonly options: LaunchOptions & { readonly executablePath: string };
  clear(): void;
}

/**
 * Unpacks the packaged Chromium into a folder of its own, so that no half-unpacked one of another run is taken for it.
 * The package brings the libraries it needs only where it believes itself on a host of Vercel's, and its settings for
 * fonts look for them in folders of such hosts.
 */
async function packagedChromium(): Promise<Packaged> {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-chromium-"));
  const executablePath = await unpackedInto(folder);
  const fontSettings = join(folder, "fonts.conf");
  writeFileSync(
    fontSettings,
    `<fontconfig><dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>`,
  );
  const env = { PATH: "", HOME: folder, FONTCONFIG_FILE: fontSettings, LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  return { options: { executablePath, env }, clear: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The package goes by the environment alone, which is put back as it was. */
async function unpackedInto(folder: string): Promise<string> {
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, VERCEL: "1" });
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    return await packaged.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
