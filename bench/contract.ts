import { parseArgs } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import { readDocument } from "../sandbox/contract/discord-document.ts";
import { Operations } from "../sandbox/contract/openapi.ts";
import { Schemas } from "../sandbox/contract/schemas.ts";
import { Lab } from "../sandbox/conformance/lab.ts";
import { RULES } from "../sandbox/conformance/rules/index.ts";
import type { RestCall } from "../sandbox/traffic/entries.ts";
import { watchSandboxes } from "../sandbox/traffic/watchers.ts";

/** The bodies of one area's rules (`--area messages`) held to Discord's document by our interpreter, and by ajv, which compiles each schema when it is first wanted. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { area: { type: "string", default: "Messages" } } });
  const document = readDocument();
  if (!document) throw new Error("DISCORD_OPENAPI must name Discord's OpenAPI document");
  const bodies = bodiesOf(await callsOf(values.area), new Operations(document));
  const of = `${bodies.length} bodies of ${new Set(bodies.map(({ reference }) => reference)).size} schemas (${values.area})`;
  const ours = timed(() => new Schemas(document), (schemas, { reference, body }) => schemas.faults(reference, body).length === 0, bodies);
  const ajvs = timed(
    () => new Ajv2020({ strict: false, validateFormats: false, logger: false }).addSchema(document, "d"),
    (ajv, { reference, body }) => ajv.getSchema(`d${reference}`)?.(body) === true,
    bodies,
  );
  process.stdout.write(`contract: ${of}\nours: first pass ${ours}\najv:  first pass ${ajvs}\n`);
}

interface Given {
  readonly reference: string;
  readonly body: unknown;
}

async function callsOf(area: string): Promise<RestCall[]> {
  const calls: RestCall[] = [];
  watchSandboxes((traffic) => void traffic.subscribe((entry) => void (entry.kind === "rest" && calls.push(entry))));
  for (const rule of Object.entries(RULES).find(([name]) => name === area)?.[1] ?? []) {
    await using lab = new Lab();
    await rule.check(lab);
  }
  return calls;
}

function bodiesOf(calls: readonly RestCall[], operations: Operations): Given[] {
  return calls.flatMap(({ method, path, status, requestBody, responseBody }) => {
    const operation = operations.find(method, path.split("?")[0] ?? "")?.operation;
    if (!operation || status >= 400) return [];
    const places = [[operation.body?.reference, requestBody], [operation.answers.get(String(status))?.reference, responseBody]] as const;
    return places.flatMap(([reference, text]) => (reference && text ? [{ reference, body: JSON.parse(text) as unknown }] : []));
  });
}

function timed<T>(open: () => T, fits: (checker: T, given: Given) => boolean, bodies: readonly Given[]): string {
  const began = performance.now();
  const checker = open();
  const pass = (): number => bodies.filter((given) => !fits(checker, given)).length;
  const wrong = pass();
  const first = performance.now() - began;
  pass();
  return `${first.toFixed(0)} ms, second ${(performance.now() - began - first).toFixed(0)} ms; ${wrong} do not fit`;
}
