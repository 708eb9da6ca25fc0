import type { Notice } from "../model/notice.ts";
import type { Decoded } from "../read/encoding.ts";

/** An encoding that was found is always told: a person sees at a glance whether it is right. */
export function encodingFindings(decoded: Omit<Decoded, "text">): readonly Omit<Notice, "file">[] {
  if (decoded.reason === undefined) return [];
  const reason = `read as ${decoded.encoding}, because ${decoded.reason}; if the words look wrong, set the encoding in the sidecar, for example encoding: koi8-r`;
  return [{ rule: "read/encoding", reason }];
}
