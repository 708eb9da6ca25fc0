import { type Color, clampRgb, converter, formatHex, parse, wcagContrast } from "culori";

/** The site's one colour in its two forms, and whether each can be read on every background of the pages. */
export interface Accent {
  /** `#rrggbb` on light pages. */
  readonly light: string;
  /** `#rrggbb` on dark pages. */
  readonly dark: string;
}

/**
 * Makes the accents of light and dark pages from one colour: its hue and colourfulness stay, its lightness moves as far
 * as the backgrounds ask for. `undefined` where the text is no opaque colour as CSS writes one.
 */
export function accentFrom(text: string): Accent | undefined {
  const parsed = parse(text.trim());
  if (parsed === undefined || (parsed.alpha ?? 1) < 1) return undefined;
  const colour = clampRgb(parsed);
  return { light: readable(colour, backgrounds.light), dark: readable(colour, backgrounds.dark) };
}

/** The rules that put an accent in the place of the style sheet's own. */
export function accentRules({ light, dark }: Accent): string {
  return `:root{--accent:light-dark(${light},${dark})}\n`;
}

/** WCAG 2.2, success criterion 1.4.3: text against its background. */
export const leastContrast = 4.5;

/** What accents are read on, and the lightness that accents keep to so that text can be read on their tints. */
interface Background {
  /** `--paper` and `--sheet` of `templates/assets/style.css`, which a test compares. */
  readonly colours: readonly string[];
  /** The range of OKLab lightness that accents keep to. */
  readonly darkest: number;
  readonly lightest: number;
}

/** The backgrounds of light and dark pages. */
export const backgrounds: Readonly<Record<"light" | "dark", Background>> = {
  light: { colours: ["#fdfcf9", "#f5f2ea"], darkest: 0.38, lightest: 0.62 },
  dark: { colours: ["#151412", "#1e1c19"], darkest: 0.6, lightest: 0.785 },
};

const toOklab = converter("oklab");

/** The colour itself where it can be read, else the nearest lightness at which it can; what lies outside of sRGB is cut to it. */
function readable(colour: Color, { colours, darkest, lightest }: Background): string {
  const { l: lightness, a, b } = toOklab(colour);
  const own = Math.min(lightest, Math.max(darkest, lightness));
  const tries = Array.from({ length: 101 }, (_, index) => darkest + (index * (lightest - darkest)) / 100);
  const nearest = [own, ...tries.sort((one, other) => Math.abs(one - own) - Math.abs(other - own))];
  const found = nearest
    .map((l) => formatHex({ mode: "oklab", l, a, b }))
    .find((hex) => colours.every((paper) => wcagContrast(hex, paper) >= leastContrast));
  // At one end of the range every hue can be read, so that this fails for no colour (`test/site/accent.test.ts`).
  if (found === undefined) throw new RangeError(`no lightness of ${formatHex(colour)} can be read`);
  return found;
}
