#!/usr/bin/env -S node --max-semi-space-size=4
// What is young is kept in 4 MiB instead of 16, three times: an idle bot takes a quarter less memory.
// Plain JavaScript that any Node understands, so that an old one gets a sentence and not a syntax error.
const { existsSync } = await import("node:fs");

const NEEDED = 24;
const YOUNG = "--max-semi-space-size=4";
const major = Number(process.versions.node.split(".")[0]);
if (major < NEEDED) await runOnBundledNode();
// A clone runs its sources; the published package has none, as Node strips no types there, but what packaging/build.ts made of them.
else {
  const source = new URL("../src/cli/guildsmith.ts", import.meta.url);
  await import(existsSync(source) ? source.href : new URL("../dist/src/cli/guildsmith.js", import.meta.url).href);
}

/** The Node that npm has brought does it; where there is none, says what to do. */
async function runOnBundledNode() {
  const { createRequire } = await import("node:module");
  const { spawn } = await import("node:child_process");
  const { fileURLToPath } = await import("node:url");
  let node;
  try {
    const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
    node = createRequire(import.meta.url).resolve(`${name}/bin/node${process.platform === "win32" ? ".exe" : ""}`);
  } catch {
    console.error(
      `Guildsmith needs Node.js ${NEEDED} or newer; this is ${process.versions.node}.\n` +
        `In a clone, "npm ci" brings the right one on Linux (x64, arm64), macOS (Intel) and Windows (x64), and "npm start" uses it.\n` +
        `Elsewhere install it from https://nodejs.org and run the command again.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [YOUNG, fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  // Whoever stops this one means that one, which ends first; where a signal reaches both, it takes the second for the first.
  let passedOnAt = -Infinity;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (performance.now() - passedOnAt < 1_000) return;
      passedOnAt = performance.now();
      child.kill(signal);
    });
  }
  child.on("error", (error) => {
    console.error(`Guildsmith could not be started with ${node}: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code) => process.exit(code === null ? 1 : code));
}
