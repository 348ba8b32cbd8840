import { isObject, resolve, type Schema } from "./json-schema.ts";

/** One method of one address in Discord's OpenAPI document. */
export interface Operation {
  /** `create_message` */
  readonly id: string;
  readonly parameters: readonly Schema[];
  /** Where the schema of its JSON body is, and whether there must be one; null when it takes none. */
  readonly body: { readonly reference: string; readonly isRequired: boolean } | null;
  /** By status, also `4XX`. */
  readonly answers: ReadonlyMap<string, DeclaredAnswer>;
}

export interface DeclaredAnswer {
  /** Where the schema of its JSON body is; null when there is no body. */
  readonly reference: string | null;
  readonly headers: readonly string[];
}

interface Place {
  readonly method: string;
  readonly steps: readonly string[];
  readonly operation: Operation;
}

/** Every operation of a document, and which of them an address means. */
export class Operations {
  readonly #places = new Map<string, Place[]>();

  constructor(document: Schema) {
    for (const [path, methods] of Object.entries(resolve(document, "#/paths"))) {
      if (!isObject(methods)) continue;
      for (const [method, described] of Object.entries(methods)) {
        if (method === "parameters" || !isObject(described)) continue;
        const steps = path.slice(1).split("/");
        const key = `${method.toUpperCase()} ${steps.length}`;
        const operation = operationAt(document, `#/paths/${path.replaceAll("/", "~1")}/${method}`, methods["parameters"]);
        this.#places.set(key, [...(this.#places.get(key) ?? []), { method, steps, operation }]);
      }
    }
    // `/users/@me` is meant before `/users/{user_id}`.
    for (const places of this.#places.values()) places.sort((one, other) => variables(one) - variables(other));
  }

  /** The operation, with the values in its path; null when the document has none. `path` comes without a query. */
  find(method: string, path: string): { operation: Operation; values: Readonly<Record<string, string>> } | null {
    const steps = path.replace(/^\/|\/$/g, "").split("/").map(decoded);
    for (const { steps: expected, operation } of this.#places.get(`${method} ${steps.length}`) ?? []) {
      if (!expected.every((step, index) => step.startsWith("{") || step === steps[index])) continue;
      const values = expected.flatMap((step, index) => (step.startsWith("{") ? [[step.slice(1, -1), steps[index] ?? ""] as const] : []));
      return { operation, values: Object.fromEntries(values) };
    }
    return null;
  }
}

const decoded = (step: string): string => {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
};

const variables = ({ steps }: Place): number => steps.filter((step) => step.startsWith("{")).length;

function operationAt(document: Schema, reference: string, shared: unknown): Operation {
  const described = resolve(document, reference);
  const { operationId, parameters, requestBody, responses } = described;
  const content = isObject(requestBody) ? requestBody["content"] : undefined;
  const bodySchema = schemaIn(content, `${reference}/requestBody/content`);
  return {
    id: String(operationId),
    parameters: [...listOf(shared), ...listOf(parameters)],
    body: bodySchema === null ? null : { reference: bodySchema, isRequired: isObject(requestBody) && requestBody["required"] === true },
    answers: new Map(Object.entries(isObject(responses) ? responses : {}).map(([status, answer]) => [status, answerAt(document, `${reference}/responses/${status}`, answer)])),
  };
}

function answerAt(document: Schema, at: string, answer: unknown): DeclaredAnswer {
  if (!isObject(answer)) return { reference: null, headers: [] };
  const { $ref } = answer;
  if (typeof $ref === "string") return answerAt(document, $ref, resolve(document, $ref));
  const { content, headers } = answer;
  return { reference: schemaIn(content, `${at}/content`), headers: isObject(headers) ? Object.keys(headers) : [] };
}

/** Of the types of a body the one that the traffic records: JSON, also in a form's `payload_json`. */
function schemaIn(content: unknown, at: string): string | null {
  if (!isObject(content)) return null;
  const type = ["application/json", "multipart/form-data"].find((one) => one in content);
  return type === undefined ? null : `${at}/${type.replaceAll("/", "~1")}/schema`;
}

const listOf = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isObject) : []);
