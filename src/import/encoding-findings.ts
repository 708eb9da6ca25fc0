import type { Notice } from "../model/notice.ts";
import type { Decoded } from "../read/encoding.ts";

/** An encoding that was found is always told: a person sees at a glance whether it is right. */
export function encodingFindings(decoded: Omit<Decoded, "text">): readonly Omit<Notice, "file">[] {
  if (decoded.reason === undefined) return [];
  const reason = `read as ${decoded.encoding}, since ${decoded.reason}; if its words look wrong, name its encoding in the sidecar, such as encoding: koi8-r`;
  return [{ rule: "read/encoding", reason }];
}
