import { existsSync, mkdtempSync, rmSync } from "node:fs";
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
 * @sparticuz/chromium from the npm registry. Throws an Error that says what to install.
 */
export async function openChromium(): Promise<TestBrowser> {
  const installed = process.env.CHROMIUM_PATH ?? installedChromium();
  const found =
    installed === undefined ? await packagedChromium() : { options: { executablePath: installed }, clear: () => {} };
  try {
    const browser = await chromium.launch({ ...found.options, args: flags });
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
 * The package brings the libraries it needs only where it believes itself on a host of Vercel's.
 */
async function packagedChromium(): Promise<Packaged> {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-chromium-"));
  const before = { ...process.env };
  try {
    Object.assign(process.env, { TMPDIR: folder, VERCEL: "1" });
    const { default: packaged } = await import("@sparticuz/chromium");
    const executablePath = await packaged.executablePath();
    const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >;
    return {
      options: { executablePath, env: { ...env, TMPDIR: before.TMPDIR ?? tmpdir() } },
      clear: () => rmSync(folder, { recursive: true, force: true }),
    };
  } finally {
    for (const name of ["TMPDIR", "VERCEL", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "HOME"]) restore(name, before[name]);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
