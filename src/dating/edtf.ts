import type { Dating } from "../model/post.ts";
import { isStated } from "./stated.ts";

/**
 * The claim in EDTF level 1 (ISO 8601-2): `2025-02-04` where the post's own text names its one day, `2025-02-04~` where the one day was inferred,
 * `2025-02-03/2025-02-04` for an interval. The `edtf` library reads each; a test keeps that.
 */
export function edtfOf(dating: Omit<Dating, "edtf">): string {
  const { best, earliest, latest } = dating;
  if (earliest !== latest) return `${earliest}/${latest}`;
  return isStated(dating) ? best : `${best}~`;
}
