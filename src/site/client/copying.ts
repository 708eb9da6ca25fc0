/** Lets a button copy the text of an element. A browser that refuses leaves the text marked, for the reader to copy. */
export function letCopy(button: HTMLButtonElement, source: Element): void {
  const { textContent: name } = button;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(source.textContent ?? "").then(
      () => {
        button.textContent = button.dataset.done ?? name;
      },
      () => getSelection()?.selectAllChildren(source),
    );
  });
  button.hidden = false;
}
