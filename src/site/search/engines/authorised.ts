import type { EngineKind } from "../../model/search-server.ts";

/** The headers by which a key is shown to an engine; none where there is no key. */
export function keyHeaders(engine: EngineKind, key: string | undefined): Readonly<Record<string, string>> {
  if (key === undefined) return {};
  switch (engine) {
    case "typesense":
      return { "X-TYPESENSE-API-KEY": key };
    case "meilisearch":
      return { Authorization: `Bearer ${key}` };
    case "opensearch":
      return { Authorization: key.includes(":") ? `Basic ${btoa(key)}` : `Bearer ${key}` };
  }
}
