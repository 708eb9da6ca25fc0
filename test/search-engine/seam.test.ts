import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AlsoSpelled } from "../../src/site/client/also-spelled.tsx";
import * as ownAnswers from "../../src/site/client/answers.ts";
import { NothingFound } from "../../src/site/client/empty-state.tsx";
import * as askedSpellings from "../../src/site/client/engine/also-spelled.tsx";
import * as askedAnswers from "../../src/site/client/engine/answers.ts";
import * as askedNothing from "../../src/site/client/engine/empty-state.tsx";
import * as askedExports from "../../src/site/client/engine/export-view.tsx";
import { Exports } from "../../src/site/client/export-view.tsx";

/*
 * The build of a site that asks an engine puts these files in the places of those with the same names: they must give what the search page takes
 * from them. The types say so, and the names are compared here.
 */
type Taken = Pick<typeof ownAnswers, "openIndex" | "answerTo" | "withMore" | "spanOf">;

const asked: readonly [string, object, object][] = [
  ["also-spelled.tsx", { AlsoSpelled }, askedSpellings satisfies { AlsoSpelled: typeof AlsoSpelled }],
  ["answers.ts", ownAnswers, askedAnswers satisfies Taken],
  ["empty-state.tsx", { NothingFound }, askedNothing satisfies { NothingFound: typeof NothingFound }],
  ["export-view.tsx", { Exports }, askedExports satisfies { Exports: typeof Exports }],
];

test.each(asked)("%s of an engine gives what that of Pagefind gives", (_, own, other) => {
  expect(Object.keys(other)).toEqual(expect.arrayContaining(Object.keys(own)));
});

test("no other file of an engine has the name of one of the search page", () => {
  const client = join(import.meta.dirname, "..", "..", "src", "site", "client");
  const own = new Set(readdirSync(client));
  expect(readdirSync(join(client, "engine")).filter((name) => own.has(name))).toEqual(asked.map(([name]) => name));
});
