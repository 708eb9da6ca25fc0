/** Languages whose month names are known here; `Intl` tells them, in full and short, alone and in a date. */
export const monthLanguages: readonly string[] =
  "en ru uk be de fr es it pt nl pl cs sk sl hr sr bg ro hu el tr az kk uz ka hy he ar fa hi bn id ms vi fi sv nb da et lv lt ca sq mk th lo km my sw am ta te kn ml gu pa mr ne si ur ps ky tg mn is gl eu af cy ga bs".split(
    " ",
  );

let numbers: ReadonlyMap<string, number> | undefined;

/** The number of a month, 1 to 12, by its name in any of these languages, in full or short; `undefined` where it is none, or not one alone. */
export function monthNumber(name: string): number | undefined {
  numbers ??= monthNumbers();
  const key = keyOf(name);
  // Hebrew writes the word for "in" and the month as one.
  const number = numbers.get(key) ?? numbers.get(key.replace(/^\u05D1/u, ""));
  return number === 0 ? undefined : number;
}

let beginnings: ReadonlyMap<string, number> | undefined;

/** As `monthNumber`, of a name cut short as well: `fév.`, `sept`; three letters at the least, and `undefined` where two months begin so. */
export function monthBeginning(name: string): number | undefined {
  beginnings ??= beginningsOfMonths();
  const number = monthNumber(name) ?? beginnings.get(keyOf(name));
  return number === 0 ? undefined : number;
}

/** By the first letters of names, in alphabets that cut names short; 0 where two months begin so. */
function beginningsOfMonths(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [name, number] of monthNumbers()) {
    if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{4,}$/u.test(name)) continue;
    for (let letters = 3; letters < name.length; letters += 1) {
      const beginning = name.slice(0, letters);
      found.set(beginning, (found.get(beginning) ?? number) === number ? number : 0);
    }
  }
  return found;
}

/** By name; 0 for a name that is one month here and another there. */
function monthNumbers(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const language of monthLanguages) {
    for (const style of ["long", "short"] as const) {
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC", calendar: "gregory" });
      const inDate = new Intl.DateTimeFormat(language, {
        day: "numeric",
        month: style,
        timeZone: "UTC",
        calendar: "gregory",
      });
      for (let month = 0; month < 12; month += 1) {
        const day = Date.UTC(2024, month, 9);
        const genitive = inDate.formatToParts(day).find(({ type }) => type === "month")?.value ?? "";
        for (const name of [alone.format(day), genitive].map(keyOf)) {
          if (!/\p{L}/u.test(name)) continue;
          const known = found.get(name) ?? month + 1;
          found.set(name, known === month + 1 ? month + 1 : 0);
        }
      }
    }
  }
  return found;
}

function keyOf(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/[.’']/gu, "").trim();
}
