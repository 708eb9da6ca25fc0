import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import { programFile, programRoot } from "../program.ts";
import type { ReviewServerOptions } from "./server.ts";

/** The review's page with its program and styles. It is made when a review starts; the published site has none of it. */
export async function reviewFiles(): Promise<ReviewServerOptions["files"]> {
  const { outputFiles } = await bundle({
    entryPoints: [programFile(join("src", "review", "client", "review"))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  const asset = (name: string): string => readFileSync(join(programRoot, "templates", "assets", name), "utf8");
  return new Map([
    ["/", { type: "text/html; charset=utf-8", body: page }],
    // Browsers ask for one, and tell its absence as an error.
    ["/favicon.ico", { type: "image/x-icon", body: "" }],
    ["/review.js", { type: "text/javascript; charset=utf-8", body: outputFiles[0]?.text ?? "" }],
    ["/style.css", { type: "text/css; charset=utf-8", body: asset("style.css") + asset("review.css") }],
  ]);
}

const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Review – Scrollback</title>
<link rel="stylesheet" href="/style.css">
<script type="module" src="/review.js"></script>
</head>
<body class="review">
<main id="review"><h1>Review</h1><p>Loading …</p><noscript><p>The review needs JavaScript. The same can be written by hand into sidecars and post files.</p></noscript></main>
</body>
</html>
`;
