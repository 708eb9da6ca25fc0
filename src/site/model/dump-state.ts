/**
 * What the site can show of a dump: all lines of a text that is kept, the posts of an export with their lines, or its posts alone where it is
 * not kept, is packed, or is large; of a text that is not kept, or that differs from what is kept under its name, no line. A web archive shows
 * nothing itself: its captures have pages of their own.
 */
export type DumpState = "kept" | "export" | "listed" | "absent" | "changed" | "crawl";
