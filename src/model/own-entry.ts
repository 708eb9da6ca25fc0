/** The entry of a record under a key that comes from a text: `constructor` and its like, which every object has, are none unless the record has them itself. */
export function ownEntry<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
