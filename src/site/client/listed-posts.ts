import { type CitedPost, coinsOf } from "../formats/coins.ts";

/*
 * Reference managers take the posts of a list from spans that say of each what the list says of it in other words, half as much again. A page that lists
 * them does not hold these spans: they are made from it in the browser. What the list does not show stands in `data-title`, `data-author` and `data-date`.
 */

/** Adds the spans to a page whose list of posts offers them. */
export function offerListedPosts(page: Document): void {
  const spans = listedPosts(page).map((post) =>
    Object.assign(page.createElement("span"), { className: "Z3988", title: coinsOf(post) }),
  );
  if (spans.length === 0) return;
  const place = page.createElement("div");
  place.hidden = true;
  place.append(...spans);
  page.querySelector("main")?.append(place);
}

/** The posts of the list of a page, in its order. */
export function listedPosts(page: Document): readonly CitedPost[] {
  const offer = page.querySelector<HTMLElement>("main [data-author]:not(.summary *)");
  const own = page.querySelector("link[rel=canonical]")?.getAttribute("href");
  if (offer === null || own === null || own === undefined) return [];
  return [...page.querySelectorAll<HTMLElement>(".posts > .post-line")].map((line): CitedPost => {
    const [name, link, meta] = [".summary > :is(h2, h3)", ".summary > :is(h2, h3) > a", ".summary > .meta"].map(
      (place) => line.querySelector<HTMLElement>(place),
    );
    const day = line.querySelector(".margin time") ?? line.closest(".day")?.querySelector("h2 time");
    const language = name?.getAttribute("lang");
    return {
      title: meta?.dataset.title ?? link?.textContent ?? "",
      author: meta?.dataset.author ?? (offer.dataset.author || (meta?.querySelector("bdi")?.textContent ?? "")),
      date: meta?.dataset.date ?? day?.getAttribute("datetime") ?? "",
      ...(language ? { language } : {}),
      address: new URL((link?.getAttribute("href") ?? "").replace(/index\.html$/u, ""), own).href,
    };
  });
}
