import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Damage } from "../../src/archive/verify.ts";
import { infoField, payloadOxum, readManifest } from "../../src/deposit/bagit.ts";
import { digestOf } from "./file-bytes.ts";
import { allFilesBelow, leadsOut } from "./files-below.ts";
import { type VerifyReport, verifyArchive } from "./verify-folder.ts";

/** Whether a folder is a bag. */
export function isBag(folder: string): boolean {
  return existsSync(join(folder, "bagit.txt"));
}

/** Checks a bag by its manifests, and the archive in it as any archive. Writes nothing. */
export async function verifyBag(folder: string): Promise<VerifyReport> {
  const findings = [...ofDeclaration(folder), ...ofManifest(folder), ...ofTags(folder), ...ofProofs(folder)];
  const content = join(folder, "data", "content");
  if (!existsSync(content)) {
    findings.push({
      kind: "damage",
      file: "data/content",
      reason: "the archive is missing; restore the bag from a copy",
    });
    return { findings, posts: 0, dumps: 0 };
  }
  const report = await verifyArchive(content);
  const inside = report.findings.map((finding) => ({ ...finding, file: `data/content/${finding.file}` }));
  return { ...report, findings: [...findings, ...inside] };
}

function ofDeclaration(folder: string): readonly Damage[] {
  const text = textAt(folder, "bagit.txt") ?? "";
  if (/^BagIt-Version: (?:1\.0|0\.97)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/u.test(text)) return [];
  return [damage("bagit.txt", "it does not declare a bag of version 1.0 or 0.97 in UTF-8")];
}

/** Every file of the payload is listed once and has its digest, and every listed file is there. */
function ofManifest(folder: string): readonly Damage[] {
  const text = textAt(folder, manifestName);
  if (text === undefined) return [damage(manifestName, "it is missing")];
  const { files, broken } = readManifest(text);
  const listed = new Set(files.map(({ path }) => path));
  const there = allFilesBelow(join(folder, "data")).map((name) => `data/${name}`);
  const unlisted = there.filter((path) => !listed.has(path));
  const outside = files.filter(({ path }) => !path.startsWith("data/") || path.split("/").includes(".."));
  const sizes = there.map((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0);
  const told = infoField(textAt(folder, "bag-info.txt") ?? "", "Payload-Oxum");
  const found = payloadOxum(sizes);
  return [
    ...broken.map((line) => ({ ...damage(manifestName, "not a line of a manifest"), line })),
    ...outside.map(({ path }) => damage(path, "it is listed, but lies outside the payload")),
    ...files.filter((file) => !outside.includes(file)).flatMap((file) => ofFile(folder, file.path, file.sha256)),
    ...unlisted.map((path) => damage(path, `it is not listed in ${manifestName}`)),
    ...(told === undefined || told === found
      ? []
      : [damage("bag-info.txt", `its Payload-Oxum is ${told}, the payload has ${found}`)]),
  ];
}

const manifestName = "manifest-sha256.txt";

function ofTags(folder: string): readonly Damage[] {
  const name = "tagmanifest-sha256.txt";
  const text = textAt(folder, name);
  if (text === undefined) return [];
  const { files, broken } = readManifest(text);
  return [
    ...broken.map((line) => ({ ...damage(name, "not a line of a manifest"), line })),
    ...files.flatMap(({ path, sha256 }) => ofFile(folder, path, sha256)),
  ];
}

function ofFile(folder: string, path: string, sha256: string): readonly Damage[] {
  const file = join(folder, path);
  if (!existsSync(file)) return [damage(path, `it is missing; restore the file with SHA-256 ${sha256} from a copy`)];
  if (leadsOut(file, folder)) return [damage(path, "it is a link that leads out of the bag")];
  const found = digestOf(file);
  return found === sha256
    ? []
    : [damage(path, `its SHA-256 is ${found}, the bag says ${sha256}; restore it from a copy`)];
}

/**
 * Proofs of time beside the manifest: an answer of a time-stamping authority (RFC 3161, `.tsr`) or an OpenTimestamps file (`.ots`). Both hold the
 * digest of what they prove. Whether the authority can be trusted is for its own tools.
 */
function ofProofs(folder: string): readonly Damage[] {
  return ["tsr", "ots"].flatMap((ending): readonly Damage[] => {
    const name = `${manifestName}.${ending}`;
    if (!existsSync(join(folder, name))) return [];
    const manifest = readFileSync(join(folder, manifestName));
    const proof = readFileSync(join(folder, name));
    const proves = ["sha256", "sha384", "sha512", "sha1"].some((algorithm) =>
      proof.includes(createHash(algorithm).update(manifest).digest()),
    );
    if (!proves) return [damage(name, `it proves nothing of this ${manifestName}: it does not hold its digest`)];
    const command =
      ending === "tsr" ? `openssl ts -verify -data ${manifestName} -in ${name} -CAfile CA.pem` : `ots verify ${name}`;
    return [
      { kind: "remark", file: name, reason: `it contains the digest of ${manifestName}; check it with ${command}` },
    ];
  });
}

function textAt(folder: string, name: string): string | undefined {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function damage(file: string, reason: string): Damage {
  return { kind: "damage", file, reason };
}
