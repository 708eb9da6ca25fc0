import type { EngineKind } from "../../model/search-server.ts";
import type { SearchEngine } from "./engine.ts";
import { meilisearch } from "./meilisearch.ts";
import { opensearch } from "./opensearch.ts";
import { typesense } from "./typesense.ts";

/** The engines by their names in the settings. */
export const searchEngines: Readonly<Record<EngineKind, SearchEngine>> = { opensearch, meilisearch, typesense };
