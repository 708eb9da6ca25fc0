import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && dev !== true);

/** Licences that ask for no more than a notice. */
const permissive =
  /^(?:MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|CC0-1\.0)$/u;

/** The image library of sharp: programs of their own for each system, loaded when they are called and replaceable, as the LGPL asks. */
const imageLibraries = /^node_modules\/@img\/sharp-[\w-]+$/u;

test("every package that is shipped may be used under a permissive licence, but the image library that docs/security.md names", () => {
  const listed = readFileSync(join(import.meta.dirname, "../../docs/security.md"), "utf8");
  expect(listed).toContain("LGPL-3.0-or-later");
  const others = shipped.filter(([path, { license = "" }]) => {
    if (
      imageLibraries.test(path) &&
      license.split(" AND ").every((part) => part === "LGPL-3.0-or-later" || permissive.test(part))
    )
      return false;
    const choices = license.replace(/[()]/gu, "").split(" OR ");
    return !choices.some((choice) => choice.split(" AND ").every((part) => permissive.test(part)));
  });
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  expect(shipped.length).toBeGreaterThan(50);
});

test("no package runs anything on install but those that docs/security.md lists", () => {
  const running = shipped.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path);
  const listed = readFileSync(join(import.meta.dirname, "../../docs/security.md"), "utf8");
  for (const path of running) expect(listed).toContain(`\`${path.replace(/^.*node_modules\//u, "")}\``);
});
