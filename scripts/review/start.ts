import { todayInUtc } from "../storage/import-tools.ts";
import { reviewFiles } from "./page.ts";
import { type ServedReview, serveReview } from "./server.ts";
import { ReviewSession } from "./session.ts";

/** Starts a review of a content folder, on any free port where none is named; `by` is the name that answers give. */
export async function startReview(
  content: string,
  { port = 0, by }: { readonly port?: number; readonly by?: string },
): Promise<ServedReview> {
  const session = new ReviewSession(content, todayInUtc, by);
  return serveReview(session, { port, files: await reviewFiles(), today: todayInUtc });
}
