import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const CLIENT = join(import.meta.dirname, "client");
const BUILT = join(CLIENT, "dist/index.html");
const PROTOCOL = join(import.meta.dirname, "protocol.ts");

/** Builds the page unless it is newer than everything it is made of. Answers whether it built. */
export async function buildPage(): Promise<boolean> {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= Math.max(newestIn(CLIENT), statSync(PROTOCOL).mtimeMs)) return false;
  const { build } = await import("vite");
  await build({ root: CLIENT, logLevel: "warn", build: { outDir: join(CLIENT, "dist"), emptyOutDir: true } });
  return true;
}

/** When the newest source changed, milliseconds since 1970. */
function newestIn(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    if (entry.name === "dist" || entry.name === "node_modules") return 0;
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs;
  });
  return Math.max(0, ...times);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log((await buildPage()) ? "The page is built." : "The page is up to date.");
}
