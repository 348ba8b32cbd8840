import type { RestCall } from "../traffic/entries.ts";
import { isObject, type Schema } from "./json-schema.ts";
import { asDiscordReads, HOLES } from "./known-holes.ts";
import { type Operation, Operations } from "./openapi.ts";
import { type Fault, Schemas } from "./schemas.ts";
import { UNDECLARED } from "./undeclared.ts";
import { type Violation, violationsOf } from "./violation.ts";

const ERROR = "#/components/schemas/ErrorResponse";
const LIMITED = "#/components/schemas/RatelimitedResponse";

/** Holds REST calls to Discord's OpenAPI document. */
export class CallCheck {
  readonly #operations: Operations;
  readonly #schemas: Schemas;

  constructor(document: Schema) {
    this.#operations = new Operations(document);
    this.#schemas = new Schemas(document);
  }

  /**
   * What is wrong with a call. A refused request may be wrong, that is what it was refused for: only its answer
   * counts. A server's failure is no part of the contract.
   */
  violations(call: RestCall): Violation[] {
    if (call.status === 0 || call.status >= 500 || isShutOut(call)) return [];
    const isTaken = call.status < 400;
    const [path = "", query = ""] = call.path.split("?");
    const found = this.#operations.find(call.method, path);
    const name = `${found ? `${found.operation.id}: ` : ""}${call.method} ${path}`;
    if (call.status === 429) return [...comesBack(name, call), ...this.#answered(name, LIMITED, call)];
    if (!found) return isTaken ? undeclared(name, call) : this.#answered(name, ERROR, call);
    const { operation, values } = found;
    return [...(isTaken ? [...this.#address(name, operation, values, query), ...this.#request(name, operation, call), ...headers(name, operation, call)] : []), ...this.#answer(name, operation, call)];
  }

  #address(name: string, { parameters }: Operation, values: Readonly<Record<string, string>>, query: string): Violation[] {
    const all = new URLSearchParams(query);
    const where = `${name}, address`;
    return parameters.flatMap(({ name: key, in: place, schema, required }) => {
      const texts = place === "path" ? [values[String(key)] ?? ""] : place === "query" ? all.getAll(String(key)) : [];
      if (texts.length === 0) return required === true && place === "query" ? [{ where, at: `/${String(key)}`, what: "must be there", found: "not there" }] : [];
      // Addresses are text: they may mean any of these.
      const meant = [texts[0], fromText(texts[0]), texts, texts.map(fromText), texts.flatMap((text) => text.split(","))];
      const faults = meant.map((value) => this.#schemas.faultsOf(schema, value));
      return faults.some(({ length }) => length === 0) ? [] : violationsOf(where, (faults[1] ?? []).map((fault) => ({ ...fault, at: `/${String(key)}${fault.at}` })), { [String(key)]: texts[0] });
    });
  }

  #request(name: string, { id, body: declared }: Operation, { requestBody, isForm, fileNames, responseBody }: RestCall): Violation[] {
    const where = `${name}, request`;
    if (!declared) return [];
    const isMissing = requestBody === null || requestBody === "";
    if (isMissing && !declared.isRequired) return [];
    // The document requires bodies of which nothing is required, such as that of a ban.
    const given = isMissing ? {} : asDiscordReads(parsed(requestBody));
    const body = isForm ? this.#read(declared.reference, given) : given;
    const request = { operationId: id, body, fileNames, answer: parsed(responseBody ?? "") };
    const faults: Fault[] = [...this.#schemas.faults(declared.reference, body), ...HOLES.flatMap((hole) => hole.faults(request))];
    return violationsOf(where, faults, body);
  }

  /** A form's fields: text that does not fit stands for a number or a truth. */
  #read(reference: string, fields: unknown): unknown {
    const wrong = new Set(this.#schemas.faults(reference, fields).map(({ at }) => at.split("/")[1]));
    return isObject(fields) ? Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, wrong.has(key) ? fromText(String(value)) : value])) : fields;
  }

  #answer(name: string, { answers }: Operation, call: RestCall): Violation[] {
    const declared = answers.get(String(call.status)) ?? (call.status >= 400 ? answers.get("4XX") : undefined);
    if (!declared) return [{ where: `${name}, answer`, at: "", what: `must have one of the statuses ${[...answers.keys()].join(", ")}`, found: String(call.status) }];
    if (declared.reference !== null) return this.#answered(name, declared.reference, call);
    return call.responseBody === null || call.responseBody === "" ? [] : [{ where: `${name}, answer ${call.status}`, at: "", what: "must be empty", found: call.responseBody.slice(0, 80) }];
  }

  #answered(name: string, reference: string, { status, responseBody }: RestCall): Violation[] {
    const body = parsed(responseBody ?? "");
    return violationsOf(`${name}, answer ${status}`, this.#schemas.faults(reference, body), body);
  }
}

/** Who is shut out for too many invalid requests is answered by the proxy before the API, with a page and in no shape of it. */
const isShutOut = ({ status, responseHeaders }: RestCall): boolean => status === 429 && responseHeaders["server"] === "cloudflare" && /^text\/html\b/.test(responseHeaders["content-type"] ?? "");

/** Source: topics/rate-limits.mdx:49. */
function comesBack(name: string, { responseHeaders }: RestCall): Violation[] {
  const value = responseHeaders["retry-after"];
  return value !== undefined && /^\d+$/.test(value) ? [] : [{ where: `${name}, answer 429`, at: "/headers/Retry-After", what: "must be whole seconds", found: value ?? "not there" }];
}

function undeclared(name: string, { method, route }: RestCall): Violation[] {
  if (`${method} ${route}` in UNDECLARED) return [];
  return [{ where: name, at: "", what: "must be refused: Discord's document has no such operation", found: "taken" }];
}

function headers(name: string, { answers }: Operation, { status, responseHeaders }: RestCall): Violation[] {
  const declared = answers.get(String(status))?.headers ?? [];
  return declared.flatMap((header) => {
    const value = responseHeaders[header.toLowerCase()];
    const isRight = header.endsWith("Bucket") ? Boolean(value) : value !== undefined && /^\d+(\.\d+)?$/.test(value);
    return isRight ? [] : [{ where: `${name}, answer ${status}`, at: `/headers/${header}`, what: "must be there", found: value ?? "not there" }];
  });
}

/** A number or a truth that stands in an address; text stays text. */
function fromText(text = ""): unknown {
  return /^(-?\d{1,20}|true|false)$/.test(text) ? JSON.parse(text) : text;
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
