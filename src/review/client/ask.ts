import type { ReviewState } from "../view.ts";

/** What the server answered: what the page shows now, or why nothing changed. */
export type Reply = { readonly state: ReviewState } | { readonly reason: string };

const tokenKey = "scrollback-review-token";

/** The session's token: from the address the review was opened with, kept for when the page is loaded again. */
function tokenOfSession(): string {
  const given = location.hash.slice(1);
  if (/^[0-9a-f]{48}$/u.test(given)) {
    sessionStorage.setItem(tokenKey, given);
    return given;
  }
  return sessionStorage.getItem(tokenKey) ?? "";
}

/** Asks the server for what the page shows, of one dump or of the one that needs most; with the dump's lines where they are wanted. */
export function askState(dump: string | undefined, lines: boolean): Promise<Reply> {
  const query = new URLSearchParams({ ...(dump === undefined ? {} : { dump }), ...(lines ? { lines: "" } : {}) });
  return ask(`/api/state?${query}`, {});
}

/** Sends an answer: `boundary`, `date`, `channel`, `describe`, `check`, `keep` or `undo`. */
export function sendAnswer(what: string, body: object): Promise<Reply> {
  return ask(`/api/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** A picture that a post shows. */
export async function askPicture(sha256: string): Promise<Blob | undefined> {
  const response = await fetch(`/api/picture?${new URLSearchParams({ sha256 })}`, {
    headers: { "x-scrollback-token": tokenOfSession() },
  });
  return response.ok ? response.blob() : undefined;
}

async function ask(path: string, init: RequestInit): Promise<Reply> {
  try {
    const response = await fetch(path, {
      ...init,
      headers: { ...init.headers, "x-scrollback-token": tokenOfSession() },
    });
    const said: unknown = await response.json();
    if (response.ok) return { state: said as ReviewState };
    return { reason: response.status === 403 ? wrongToken : (said as { readonly reason: string }).reason };
  } catch {
    return {
      reason: "The review is no longer running; start it again and open the address it prints",
    };
  }
}

const wrongToken = "This page does not belong to the running review; open the address that was printed when it started";
