/** The number that Chinese numerals say, up to 999: `十二` is 12, `二〇二四` is 2024, `一百五十` is 150; `undefined` for anything else. */
export function hanNumber(numerals: string): number | undefined {
  if (/^[〇零○一二三四五六七八九]+$/u.test(numerals)) return Number([...numerals].map(figureOf).join(""));
  const match =
    /^(?:(?<hundreds>[一二两三四五六七八九])百零?)?(?:(?<tens>[一二三四五六七八九]?)(?<ten>[十廿卅]))?(?<ones>[一二三四五六七八九]?)$/u.exec(
      numerals,
    );
  if (!match?.groups || numerals === "") return undefined;
  const { hundreds, tens, ten, ones } = match.groups;
  const tenfold = ten === undefined ? 0 : ten === "廿" ? 2 : ten === "卅" ? 3 : tens ? figureOf(tens) : 1;
  return (hundreds ? figureOf(hundreds) : 0) * 100 + tenfold * 10 + (ones ? figureOf(ones) : 0);
}

/** Numerals that count years, months or days of a date, or years since: `二〇二四年`, `十二月`, `七日` after its month, `八十周年`. */
export const hanNumeralsOfDays =
  /(?<![〇零○一二三四五六七八九十百千万])(?:[〇零○一二三四五六七八九]{4}(?=年)|十?[一二](?=月)|[三四五六七八九十](?=月)|[一二三四五六七八九十百零]+(?=[周週]年|年前))|(?<=月\s?|月[^\s月]{1,4}[日号號]?[至到—–-])[一二三四五六七八九十廿卅]{1,3}(?=[日号號至到—–-])/gu;

function figureOf(numeral: string): number {
  return Math.max(0, "〇一二三四五六七八九".indexOf(numeral === "两" ? "二" : numeral));
}
