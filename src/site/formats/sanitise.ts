import { visible } from "../../markdown/body.ts";

/**
 * A value with every text in it fit for HTML, XML and the search index: a control character becomes its picture
 * (U+2400…), a lone surrogate the replacement character. Applied once, where posts enter the site.
 */
export function sanitised<Value>(value: Value): Value {
  return mapped(value) as Value;
}

function mapped(value: unknown): unknown {
  if (typeof value === "string") return unprintable.test(value) ? visible(value) : value;
  if (Array.isArray(value)) return mappedArray(value);
  if (typeof value !== "object" || value === null) return value;
  let changed: Record<string, unknown> | undefined;
  for (const [key, entry] of Object.entries(value)) {
    const next = mapped(entry);
    if (next === entry) continue;
    changed ??= { ...value };
    changed[key] = next;
  }
  return changed ?? value;
}

function mappedArray(values: readonly unknown[]): readonly unknown[] {
  const next = values.map(mapped);
  return next.some((value, index) => value !== values[index]) ? next : values;
}

const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDFFF]/u;
