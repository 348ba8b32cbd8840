import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,sandbox,test,packs,bench}/**/*.test.ts"],
    globalSetup: ["./test/postgres.ts", "./test/chromium.ts", "./test/promtool.ts", "./test/page.ts", "./test/contract.ts"],
    setupFiles: ["./test/hold-to-contract.ts"],
    reporters: ["default", "./test/summary-reporter.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
