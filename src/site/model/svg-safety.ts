import { Parser } from "htmlparser2";

const svgNamespace = "http://www.w3.org/2000/svg";

/** Elements that draw, and neither run nor load anything (SVG 2, and the filters of its module). Animations are not among them: they set links. */
const drawing: ReadonlySet<string> = new Set(
  `svg g defs symbol use switch title desc metadata style a view path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer feComposite
  feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(
    /\s+/u,
  ),
);

/** What an SVG picture has at its root, and what in it could run or load something. */
export interface SvgCheck {
  readonly root: string | undefined;
  /** Attributes of the root. */
  readonly attributes: Readonly<Record<string, string>>;
  /** In words that fit behind "take" and "out of it". */
  readonly harm: string | undefined;
}

/**
 * Looks through an SVG file. What is not known to be harmless counts as harm: elements that do not draw, prefixes for the web's own namespaces,
 * declarations, style sheets and values that load from elsewhere, and encodings that a browser could read otherwise.
 */
export function checkSvg(bytes: Uint8Array): SvgCheck {
  const text = textOf(bytes);
  if (text === undefined) return { root: "svg", attributes: {}, harm: "its encoding, and save it as UTF-8," };
  let root: { readonly name: string; readonly attributes: Record<string, string> } | undefined;
  const harms: string[] = [];
  const prefixes = new Map<string, string>();
  const prefixed = new Set<string>();
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        root ??= { name, attributes };
        open.push(name);
        if (name.includes(":")) prefixed.add(name);
        else if (!drawing.has(name)) harms.push(`<${name}>`);
        for (const [key, value] of Object.entries(attributes)) {
          if (key.startsWith("xmlns:")) prefixes.set(key.slice("xmlns:".length), value);
          if (isHarmful(key, value)) harms.push(`the attribute "${key}"`);
        }
      },
      onclosetag: () => open.pop(),
      ontext(words) {
        if (open.at(-1) === "style" && loads(words)) harms.push("what its <style> loads");
      },
      onprocessinginstruction(name, data) {
        if (name !== "?xml" && !/^!DOCTYPE\s[^[]*$/iu.test(data)) harms.push(`<${name}>`);
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  for (const name of prefixed) if (isOfTheWeb(prefixes.get(name.split(":")[0] ?? ""))) harms.push(`<${name}>`);
  return { root: root?.name, attributes: root?.attributes ?? {}, harm: harms[0] };
}

/** The text of a file that every browser reads as UTF-8; `undefined` for any other. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const [, encoding = "utf-8"] = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/u.exec(text) ?? [];
    return /^(?:utf-?8|us-ascii)$/iu.test(encoding) && !text.includes("\0") ? text : undefined;
  } catch {
    // Bytes that are no UTF-8 could be any encoding.
    return undefined;
  }
}

function isHarmful(key: string, value: string): boolean {
  const name = key.replace(/^.*:/u, "").toLowerCase();
  if (key === "xmlns") return value !== svgNamespace;
  if (key.startsWith("xmlns:")) return false;
  if (name.startsWith("on") || name === "base") return true;
  if (name === "href" || name === "src") return !/^(?:#|data:image\/(?:png|jpeg|gif|webp)[;,])/iu.test(value.trim());
  return loads(value);
}

/** Whether CSS loads something, or may hide that it does: an address within the picture is none. Escapes could spell anything. */
function loads(css: string): boolean {
  const own = css.replace(/url\(\s*(?:"#[^"\\()]*"|'#[^'\\()]*'|#[^"'\\()\s]*)\s*\)/giu, "");
  return /\\|@import|(?:url|image|image-set|src|cross-fade|element|expression)\s*\(|javascript:/iu.test(own);
}

/** Namespaces of the web mean something to a browser; those of drawing programs do not. A prefix without one is an error to every browser. */
function isOfTheWeb(namespace: string | undefined): boolean {
  return (
    namespace === undefined ||
    (/w3\.org/iu.test(namespace) && !/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/u.test(namespace))
  );
}
