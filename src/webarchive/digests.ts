import { createHash } from "node:crypto";

/** Algorithms that web archives name, as Node calls them. */
const algorithms: ReadonlyMap<string, string> = new Map([
  ["md5", "md5"],
  ["sha1", "sha1"],
  ["sha-1", "sha1"],
  ["sha256", "sha256"],
  ["sha-256", "sha256"],
  ["sha512", "sha512"],
  ["sha-512", "sha512"],
]);

/**
 * Whether bytes have the digest that a record tells of them, such as `sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ`: in hexadecimal, Base32 or Base64.
 * `undefined` where the algorithm is not known.
 */
export function hasDigest(bytes: Uint8Array, told: string): boolean | undefined {
  const [, name = "", value = ""] = /^(?<name>[\w-]+):(?<value>\S+)$/u.exec(told.trim()) ?? [];
  const algorithm = algorithms.get(name.toLowerCase());
  if (algorithm === undefined) return undefined;
  const digest = createHash(algorithm).update(bytes).digest();
  return [digest.toString("hex"), base32(digest), digest.toString("base64"), digest.toString("base64url")].some(
    (written, index) =>
      index < 2 ? written.toLowerCase() === value.replace(/=+$/u, "").toLowerCase() : written === value,
  );
}

/** RFC 4648, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.replace(
    /.{1,5}/gu,
    (five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(five.padEnd(5, "0"), 2)] ?? "",
  );
}
