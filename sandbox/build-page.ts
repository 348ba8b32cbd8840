import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const CLIENT = join(import.meta.dirname, "client");
const DIST = join(CLIENT, "dist");
const BUILT = join(DIST, "index.html");
const PROTOCOL = join(import.meta.dirname, "protocol.ts");

/** Builds the page unless it is newer than everything it is made of, or comes built. Answers whether it built. */
export async function buildPage(): Promise<boolean> {
  // A published package has the page and no sources of it.
  if (!existsSync(join(CLIENT, "index.html"))) return false;
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= Math.max(newestIn(CLIENT), statSync(PROTOCOL).mtimeMs)) return false;
  const beganAt = new Date();
  // Built aside and then put in place: two that build at once do not see each other's half.
  const workshop = join(CLIENT, `.build-${process.pid}`);
  const fresh = join(workshop, "dist");
  try {
    const { build } = await import("vite");
    await build({ root: CLIENT, logLevel: "warn", build: { outDir: fresh, emptyOutDir: true } });
    // A source that changed meanwhile is newer than this.
    utimesSync(join(fresh, "index.html"), beganAt, beganAt);
    rmSync(DIST, { recursive: true, force: true });
    renameSync(fresh, DIST);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return true;
}

/** When the newest source changed, milliseconds since 1970. */
function newestIn(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    if (entry.name === "dist" || entry.name === "node_modules" || entry.name.startsWith(".")) return 0;
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs;
  });
  return Math.max(0, ...times);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  console.log((await buildPage()) ? "The page is built." : "The page is up to date.");
}
