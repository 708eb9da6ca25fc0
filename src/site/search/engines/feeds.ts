import type { EngineKind } from "../../model/search-server.ts";
import type { EngineFeed } from "./feed.ts";
import { meilisearchFeed } from "./meilisearch-feed.ts";
import { opensearchFeed } from "./opensearch-feed.ts";
import { typesenseFeed } from "./typesense-feed.ts";

/** How the engines are given documents, by their names in the settings. */
export const engineFeeds: Readonly<Record<EngineKind, EngineFeed>> = {
  opensearch: opensearchFeed,
  meilisearch: meilisearchFeed,
  typesense: typesenseFeed,
};
