type Numbers = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A list of numbers with room for `needed` of them: itself where it has, else a copy of twice its length at least, with zeros behind. */
export function enlarged<List extends Numbers>(list: List, needed: number): List {
  if (needed <= list.length) return list;
  const Kind = list.constructor as new (length: number) => List;
  const next = new Kind(Math.max(needed, list.length * 2));
  next.set(list);
  return next;
}
