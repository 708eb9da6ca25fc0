import type * as Fs from "node:fs";

/** A disk that fails when it is told to: what stands in for `node:fs` in the tests of broken worlds. */
export const disk = {
  /** Changes of the disk asked for since the last `reset`. */
  changes: 0,
  /** The change that fails, counted from 1, and all after it. */
  failsFrom: Number.POSITIVE_INFINITY,
  /** The code it fails with. */
  code: "ENOSPC",
  /** Whether it is only writing that fails: a full disk lets files be removed. */
  removes: true,
  reset(failing: { readonly from?: number; readonly code?: string; readonly removes?: boolean } = {}): void {
    const { from = Number.POSITIVE_INFINITY, code = "ENOSPC", removes = true } = failing;
    Object.assign(disk, { changes: 0, failsFrom: from, code, removes });
  },
};

/** `node:fs` with every change counted, and refused where the disk fails. */
export function overDisk(real: typeof Fs): typeof Fs {
  const change = (): void => {
    disk.changes += 1;
    if (disk.changes < disk.failsFrom) return;
    throw Object.assign(new Error(`${disk.code}: the test's disk refuses`), { code: disk.code });
  };
  const counted: Partial<typeof Fs> = {
    openSync: (path, flags, mode) => {
      if (flags !== undefined && flags !== "r") change();
      return real.openSync(path, flags ?? "r", mode);
    },
    writeFileSync: (file, data, options) => {
      change();
      real.writeFileSync(file, data, options);
    },
    copyFileSync: (from, to, mode) => {
      change();
      real.copyFileSync(from, to, mode);
    },
    renameSync: (from, to) => {
      change();
      real.renameSync(from, to);
    },
    rmSync: (path, options) => {
      if (disk.removes && disk.changes >= disk.failsFrom) return real.rmSync(path, options);
      change();
      return real.rmSync(path, options);
    },
    rmdirSync: (path) => {
      change();
      real.rmdirSync(path);
    },
  };
  return { ...real, ...counted };
}
