import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{shared,host,cli,electron,renderer,scripts,bench}/**/*.test.{ts,tsx,mjs}"],
    setupFiles: "scripts/testing/fixedSeed.mjs",
    testTimeout: 30_000,
  },
});
