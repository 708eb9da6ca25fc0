import { readFileSync } from "node:fs";
import { readSource } from "../../src/read/source-text.ts";
import { previewHead } from "../../src/dialects/kinds/preview-head.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { withFooters } from "../../src/dialects/lines/metadata.ts";
import { withLinkPreviews } from "../../src/dialects/lines/link-previews.ts";
import { withReplies } from "../../src/dialects/lines/replies.ts";
import { marksScores, certain } from "../../src/dialects/boundaries/judge.ts";
import { separatorChances } from "../../src/dialects/boundaries/separators.ts";
const noHints = { start: new Set<number>(), join: new Set<number>() };
for (const f of process.argv.slice(2)) {
  const source = readSource(readFileSync(f), f);
  const head = previewHead(source);
  const tokens = withLinkPreviews(withReplies(withFooters(tokensOf(source, (head?.last ?? 0) + 1)), head?.name), noHints);
  const s = marksScores(tokens, noHints);
  let a=0,b=0; const ex: number[]=[];
  s.forEach((x,i)=>{ if(i>0 && (x??0)>=certain && tokens[i-1]!.kind !== "footer"){ if(tokens[i]!.gap>0){a++;ex.push(tokens[i]!.first)} else b++; } });
  const ch = separatorChances(tokens, noHints, "preview", head===undefined?undefined:tokens[0]?.gap);
  console.log(f.split("/").pop(), "head", head?.last, "marks with gap", a, "tight", b, ex.slice(0,8).join(","), Object.entries(ch).map(([k,v])=>k+":"+v.toFixed(2)).join(" "));
}
