import { afterAll, beforeAll, expect, test } from "vitest";
import { interfaceLanguages } from "../../src/site/texts/interface-languages.ts";
import { tables } from "../../src/site/texts/texts.ts";
import { postWith } from "../site/fixture.ts";
import { type OpenSite, openSite } from "./open-site.ts";

/** What stands in the empty field of the search must be read whole on a phone. */
let site: OpenSite;

beforeAll(async () => {
  site = await openSite([postWith({ id: "aaaaaaaaaa", text: "Ships left\n\nFive of them." })], {
    languages: interfaceLanguages.filter((language) => language !== "en"),
  });
  await site.page.setViewportSize({ width: 390, height: 844 });
});

afterAll(() => site?.close());

test.each(
  interfaceLanguages,
)("the words in the field of the search are not cut on a phone, in %s", async (language) => {
  const { page, url } = site;
  await page.goto(url);
  await page.locator("#language-switch").selectOption(language);
  await page.waitForFunction((chosen) => document.documentElement.lang === chosen, language);
  for (const path of ["", "search/", "about/"]) {
    await page.goto(`${url}${path}`);
    const words = tables[language].frame.searchAll;
    const field = page.locator('input[type="search"]').and(page.getByPlaceholder(words, { exact: true }));
    const { name, room, width } = await field.evaluate((own: HTMLInputElement) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(own);
      const pen = document.createElement("canvas").getContext("2d");
      if (pen === null) throw new Error("no canvas");
      pen.font = font;
      return {
        name: own.ariaLabel,
        room: own.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight),
        width: pen.measureText(own.placeholder).width,
      };
    });
    expect(name).toBe(words);
    expect([path, width <= room ? "fits" : `${width} in ${room}`]).toEqual([path, "fits"]);
  }
});
