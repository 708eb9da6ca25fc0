import { joinedLists, type MyList } from "./my-list.ts";
import { factsIn, listedFrom } from "./page-facts.ts";

/** Puts a button behind what is to be cited that adds the page's post to the reader's list, or takes it out. */
export function letList(section: HTMLElement, list: MyList): void {
  const [add = "", remove = ""] = section.dataset.list?.split("|") ?? [];
  const post = listedFrom(factsIn(document));
  const isListed = (): boolean => list.read().some(({ id }) => id === post.id);
  const button = Object.assign(document.createElement("button"), { type: "button", className: "copy" });
  const show = (): void => {
    button.textContent = isListed() ? remove : add;
  };
  button.addEventListener("click", () => {
    const posts = list.read();
    list.write(isListed() ? posts.filter(({ id }) => id !== post.id) : joinedLists(posts, [post]));
    show();
  });
  show();
  section.querySelector("h2")?.after(button);
}
