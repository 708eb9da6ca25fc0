/** Hands a file to the reader's browser to keep. */
export function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The browser reads the file after this function ends.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
