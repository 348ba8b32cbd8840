#!/usr/bin/env node
// Plain JavaScript that any Node understands, so that an old one gets a sentence and not a syntax error.
const { existsSync } = await import("node:fs");

const NEEDED = 24;
const major = Number(process.versions.node.split(".")[0]);
if (major < NEEDED) {
  console.error(
    `Guildsmith needs Node.js ${NEEDED} or newer; this is ${process.versions.node}.\n` +
      `In a clone, "npm ci" brings the right one on Linux (x64, arm64), macOS (Intel) and Windows (x64), and "npm start" uses it.\n` +
      `Elsewhere install it from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}
// A clone runs the sources; the published package, where Node does not strip types, runs what was built from them.
const built = new URL("../dist/src/cli/guildsmith.js", import.meta.url);
await import(existsSync(built) ? built.href : new URL("../src/cli/guildsmith.ts", import.meta.url).href);
