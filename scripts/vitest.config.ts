import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    execArgv: ["--import", "tsx"],
    testTimeout: 30_000,
    hookTimeout: 180_000,
  },
});
