import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { preact } from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";

const fontFile = (name: string): string => createRequire(import.meta.url).resolve(`twemoji-colr-font/${name}`);

/** Whoever passes the page on passes on the licence of the font in it. */
const fontLicence: Plugin = {
  name: "font-licence",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "assets/twemoji-LICENSE.txt", source: readFileSync(fontFile("LICENSE")) });
  },
};

/** Relative addresses, so that the built page may be served under any path. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [preact(), fontLicence],
  resolve: { alias: { "@twemoji": fontFile("twemoji.woff2") } },
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
});
