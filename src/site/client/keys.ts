/** Shows what the keyboard does, in a dialog; the words stand on the page about the archive. */
const about = new URL("../about/", import.meta.url);

async function show(): Promise<void> {
  const answer = await fetch(about);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const keys = page.getElementById("keys");
  // A page that a reader put into another language leads to the words in that language.
  if (keys === null || page.documentElement.lang !== document.documentElement.lang) throw new Error("no words to show");
  const dialog = Object.assign(document.createElement("dialog"), { id: "keys-dialog", className: "keys" });
  const close = Object.assign(document.createElement("button"), {
    textContent: keys.dataset.close ?? "",
    type: "button",
  });
  close.addEventListener("click", () => dialog.close());
  keys.removeAttribute("id");
  dialog.append(document.importNode(keys, true), close);
  dialog.setAttribute("aria-label", keys.querySelector("h2")?.textContent ?? "");
  document.body.append(dialog);
  dialog.showModal();
}

show().catch(() => location.assign(`${about.href}#keys`));
