/** Whether the site can show a dump's text: it is kept with the archive, it is not, or what is kept under its name differs. */
export type DumpState = "kept" | "absent" | "changed";
