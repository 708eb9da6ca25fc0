/** Shows the buttons that copy a text, where the browser can copy: `data-copy` names the element whose text is meant. */
if ("clipboard" in navigator) {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy ?? "");
    if (source === null) continue;
    const { textContent: name } = button;
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(source.textContent ?? "").then(
        () => {
          button.textContent = button.dataset.done ?? name;
        },
        () => {
          // A browser that refuses leaves the text marked, for the reader to copy.
          getSelection()?.selectAllChildren(source);
        },
      );
    });
    button.hidden = false;
  }
}
