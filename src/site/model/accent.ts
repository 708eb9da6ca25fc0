/** The site's one colour in its two forms, and whether each can be read on every ground of the pages. */
export interface Accent {
  /** `#rrggbb` on light pages. */
  readonly light: string;
  /** `#rrggbb` on dark pages. */
  readonly dark: string;
}

/**
 * Makes the accents of light and dark pages from one colour: its hue and colourfulness stay, its lightness moves as far
 * as the grounds ask for. `undefined` where the text is no colour of the forms that `colourOf` reads.
 */
export function accentFrom(text: string): Accent | undefined {
  const colour = colourOf(text);
  if (colour === undefined) return undefined;
  return { light: readable(colour, grounds.light), dark: readable(colour, grounds.dark) };
}

/** The rules that put an accent in the place of the style sheet's own. */
export function accentRules({ light, dark }: Accent): string {
  return `:root{--accent:light-dark(${light},${dark})}\n`;
}

/** WCAG 2.2, success criterion 1.4.3: text against its ground. */
export const leastContrast = 4.5;

/** A ground that accents are read on, and the lightness that accents keep to so that text can be read on their tints. */
interface Ground {
  /** `--paper` and `--sheet` of `templates/assets/style.css`, which a test compares. */
  readonly colours: readonly string[];
  /** The range of OKLab lightness that accents keep to. */
  readonly darkest: number;
  readonly lightest: number;
}

/** The grounds of light and dark pages. */
export const grounds: Readonly<Record<"light" | "dark", Ground>> = {
  light: { colours: ["#fdfcf9", "#f5f2ea"], darkest: 0.38, lightest: 0.62 },
  dark: { colours: ["#151412", "#1e1c19"], darkest: 0.6, lightest: 0.785 },
};

/** The contrast of two colours, 1 to 21. Source: WCAG 2.2, definition of contrast ratio. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other].map(luminance).sort((first, second) => first - second);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Red, green and blue, each 0 to 1. */
type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#rgb`, `#rrggbb`, `rgb(138 42 28)`, `rgb(138, 42, 28)` and `hsl(8 66% 33%)`. */
export function colourOf(text: string): Rgb | undefined {
  const plain = text.trim().toLowerCase();
  const short = /^#(?<red>[\da-f])(?<green>[\da-f])(?<blue>[\da-f])$/u.exec(plain)?.groups;
  if (short) return colourOf(`#${short.red}${short.red}${short.green}${short.green}${short.blue}${short.blue}`);
  const long = /^#(?<red>[\da-f]{2})(?<green>[\da-f]{2})(?<blue>[\da-f]{2})$/u.exec(plain)?.groups;
  if (long) return triple((name) => Number.parseInt(long[name] ?? "", 16) / 255);
  const parted = /^rgb\((?<red>\d{1,3})[, ]\s*(?<green>\d{1,3})[, ]\s*(?<blue>\d{1,3})\)$/u.exec(plain)?.groups;
  if (parted) return triple((name) => Math.min(255, Number(parted[name])) / 255);
  const turned = /^hsl\((?<hue>\d{1,3})(?:deg)?[, ]\s*(?<saturation>\d{1,3})%[, ]\s*(?<lightness>\d{1,3})%\)$/u.exec(
    plain,
  )?.groups;
  if (turned) return fromHsl(Number(turned.hue), Number(turned.saturation) / 100, Number(turned.lightness) / 100);
  return undefined;
}

function triple(channel: (name: "red" | "green" | "blue") => number): Rgb {
  return [channel("red"), channel("green"), channel("blue")];
}

/** Source: CSS Color Module Level 4, section 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const reach = Math.min(1, saturation) * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const place = (offset + hue / 30) % 12;
    return lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

/** The colour itself where it can be read, else the nearest lightness at which it can. */
function readable(colour: Rgb, ground: Ground): string {
  const { lightness, a, b } = oklab(colour);
  const own = Math.min(ground.lightest, Math.max(ground.darkest, lightness));
  const tries = Array.from(
    { length: 101 },
    (_, index) => ground.darkest + (index * (ground.lightest - ground.darkest)) / 100,
  );
  const nearest = [own, ...tries.sort((one, other) => Math.abs(one - own) - Math.abs(other - own))];
  const found = nearest
    .map((each) => hexOf(fromOklab(each, a, b)))
    .find((hex) => ground.colours.every((paper) => contrast(hex, paper) >= leastContrast));
  // At one end of the range every hue can be read, so that this fails for no colour (`test/site/accent.test.ts`).
  if (found === undefined) throw new RangeError(`no lightness of ${hexOf(colour)} can be read`);
  return found;
}

/** Source: B. Ottosson, "A perceptual color space for image processing", 2020. */
function oklab(colour: Rgb): { readonly lightness: number; readonly a: number; readonly b: number } {
  const [red, green, blue] = colour.map(linear) as [number, number, number];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    lightness: 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  };
}

/** The way back; what lies outside of sRGB is cut to it. */
function fromOklab(lightness: number, a: number, b: number): Rgb {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function gamma(channel: number): number {
  const inside = Math.min(1, Math.max(0, channel));
  return inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055;
}

function hexOf(colour: Rgb): string {
  return `#${colour
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** Relative luminance. Source: WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = (colourOf(hex) ?? []).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
