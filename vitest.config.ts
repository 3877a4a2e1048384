import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{shared,host,cli,electron,renderer,reader,scripts,bench,specimen}/**/*.test.{ts,tsx,mjs}"],
    globalSetup: "scripts/buildReader.mjs",
    setupFiles: "scripts/testing/fixedSeed.mjs",
    testTimeout: 30_000,
  },
});
