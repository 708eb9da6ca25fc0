import { checkSvg } from "./svg-safety.ts";

/** A picture beside the archive's title, with the size that keeps its place in the page while it loads. */
export interface Logo {
  readonly kind: "svg" | "png";
  /** In pixels of the picture itself; pages show it smaller. */
  readonly width: number;
  readonly height: number;
}

/** Reads what a logo's file is. Throws an Error that says what is wrong with it and what to do. */
export function logoFrom(bytes: Uint8Array, file: string): Logo {
  const size = file.toLowerCase().endsWith(".png") ? pngSize(bytes) : svgSize(bytes);
  if (typeof size === "string") throw new Error(`Cannot use logo "${file}": ${size}`);
  return size;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Source: PNG Specification, third edition: the header chunk comes first, with width and height as its first words. */
function pngSize(bytes: Uint8Array): Logo | string {
  if (bytes.length < 24 || signature.some((byte, index) => bytes[index] !== byte)) return "save it as a PNG picture";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 ? { kind: "png", width, height } : "save it again: it says it has no size";
}

/**
 * A picture in a page runs nothing, but one opened by its own address would: an SVG file with anything that runs or
 * loads is refused.
 */
function svgSize(bytes: Uint8Array): Logo | string {
  const { root, attributes, harm } = checkSvg(bytes);
  if (root !== "svg") return "save it as an SVG picture";
  if (harm !== undefined) return `take ${harm} out of it: a logo may neither run nor load anything`;
  return sizeOf(attributes) ?? 'give its <svg> a "viewBox", or "width" and "height"';
}

function sizeOf(attributes: Readonly<Record<string, string>>): Logo | undefined {
  const [, , boxWidth, boxHeight] = (attributes.viewBox ?? "").trim().split(/[\s,]+/u);
  const width = Number.parseFloat(boxWidth ?? attributes.width ?? "");
  const height = Number.parseFloat(boxHeight ?? attributes.height ?? "");
  return width > 0 && height > 0 ? { kind: "svg", width, height } : undefined;
}
