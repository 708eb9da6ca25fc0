/** An object of an export, whose keys may hold anything: Telegram adds new ones with every version, and other programs write their own. */
export type Fields = Readonly<Record<string, unknown>>;

/** The object under a key; `undefined` where there is none. */
export function fieldsAt(fields: Fields, key: string): Fields | undefined {
  return asFields(own(fields, key));
}

/** A value as an object with keys. */
export function asFields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** The words under a key, numbers as their digits; `undefined` where there are none. */
export function wordsAt(fields: Fields, key: string): string | undefined {
  const value = own(fields, key);
  if (typeof value === "number" && Number.isFinite(value)) return `${value}`;
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The number under a key, also where it is written as a string. */
export function numberAt(fields: Fields, key: string): number | undefined {
  const value = own(fields, key);
  const number = typeof value === "string" && /^-?\d{1,16}(?:\.\d+)?$/u.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** The whole number under a key that JavaScript tells from its neighbours. */
export function wholeAt(fields: Fields, key: string): number | undefined {
  const number = numberAt(fields, key);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The list under a key; empty where there is none. */
export function listAt(fields: Fields, key: string): readonly unknown[] {
  const value = own(fields, key);
  return Array.isArray(value) ? value : [];
}

/** The value under a key of the object's own, `null` counted as none. */
export function own(fields: Fields, key: string): unknown {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return value === null ? undefined : value;
}

/** Whether a value says nothing: absent, `null`, blank, or an empty list or object. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** An object with one key; empty where its value says nothing. */
export function present(key: string, value: unknown): Fields {
  return isNothing(value) ? {} : { [key]: value };
}
