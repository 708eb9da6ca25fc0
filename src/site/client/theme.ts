/** Remembers whether a reader wants light or dark pages; without a choice the pages follow the system. */
const key = "scrollback-theme";
const root = document.documentElement;

type Theme = "light" | "dark";

const remembered = recall();
if (remembered !== undefined) root.dataset.theme = remembered;

document.addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme-switch");
  if (!(button instanceof HTMLButtonElement)) return;
  const show = (): void => {
    const { showDark, showLight } = button.dataset;
    button.dataset.shown = shown();
    button.setAttribute("aria-label", (shown() === "dark" ? showLight : showDark) ?? "");
  };
  button.addEventListener("click", () => {
    const next: Theme = shown() === "dark" ? "light" : "dark";
    root.dataset.theme = next;
    keep(next);
    show();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  show();
  button.hidden = false;
});

function shown(): Theme {
  const chosen = root.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function recall(): Theme | undefined {
  try {
    const theme = localStorage.getItem(key);
    return theme === "light" || theme === "dark" ? theme : undefined;
  } catch {
    // A browser that refuses storage throws here; its pages follow the system.
    return undefined;
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // As above: the choice then lasts for this page.
  }
}
