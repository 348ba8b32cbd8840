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
// A clone runs its sources; the published package has none, as Node strips no types there, but what packaging/build.ts made of them.
const source = new URL("../src/cli/guildsmith.ts", import.meta.url);
await import(existsSync(source) ? source.href : new URL("../dist/src/cli/guildsmith.js", import.meta.url).href);
