import { preact } from "@preact/preset-vite";
import { defineConfig } from "vite";

/** Relative addresses, so that the built page may be served under any path. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [preact()],
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
});
