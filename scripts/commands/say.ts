/**
 * Writes a line to a stream, with signs that a terminal would obey, or that turn its text around, shown as what they are: names and words of dumps
 * are anybody's.
 */
export function say(stream: NodeJS.WritableStream, line: string): void {
  stream.write(`${disarmed(line)}\n`);
}

/** A text in one line, without control and direction signs. */
export function disarmed(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, escaped);
}

function escaped(sign: string): string {
  return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
