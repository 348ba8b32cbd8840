import type { GatewayFrame } from "../traffic/entries.ts";
import { follow, isObject, type Schema } from "./json-schema.ts";
import { Schemas } from "./schemas.ts";
import { type Violation, violationsOf } from "./violation.ts";

/** Holds gateway frames to the types of discord-api-types. */
export class FrameCheck {
  readonly #schemas: Schemas;
  /** By direction and event or opcode, where in the document the schema is. */
  readonly #references = new Map<string, string>();

  constructor(document: Schema) {
    this.#schemas = new Schemas(document);
    this.#index(document, "sent", "#/definitions/GatewayReceivePayload");
    this.#index(document, "received", "#/definitions/GatewaySendPayload");
  }

  violations({ direction, op, event, body }: GatewayFrame): Violation[] {
    const where = `${event ?? `opcode ${op}`}, ${direction}`;
    const reference = this.#references.get(`${direction} ${event ?? op}`);
    if (reference === undefined) return [{ where, at: "", what: "must be one of Discord's payloads", found: body.slice(0, 80) }];
    const payload: unknown = JSON.parse(body);
    return violationsOf(where, this.#schemas.faults(reference, payload), payload);
  }

  /** A dispatch is known by its `t`, all else by `op`. */
  #index(document: Schema, direction: string, reference: string): void {
    const schema = follow(document, { $ref: reference });
    if (Array.isArray(schema["anyOf"])) {
      for (const { $ref } of schema["anyOf"].filter(isObject)) if (typeof $ref === "string") this.#index(document, direction, $ref);
      return;
    }
    const { t, op } = isObject(schema["properties"]) ? schema["properties"] : {};
    for (const name of [valuesOf(document, t), valuesOf(document, op)].find((values) => values.length > 0) ?? []) this.#references.set(`${direction} ${String(name)}`, reference);
  }
}

function valuesOf(document: Schema, schema: unknown): readonly unknown[] {
  const { const: only, enum: several } = follow(document, schema);
  return Array.isArray(several) ? several : only === undefined || only === null ? [] : [only];
}
