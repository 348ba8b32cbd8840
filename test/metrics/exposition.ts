/** What an exporter gave, read by Prometheus's own rules for its text format: https://prometheus.io/docs/instrumenting/exposition_formats */

export interface Sample {
  /** With `_bucket`, `_sum` and `_count` at the end, where it is of a histogram. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: Sample[];
}

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\.)*)"(?:,|$)/g;

/** @throws when a line is not as the format has it, or a sample is of no family */
export function readExposition(text: string): ReadonlyMap<string, Family> {
  const helps = new Map<string, string>();
  const families = new Map<string, Family>();
  let family: Family | null = null;
  for (const line of text.split("\n")) {
    const [, about = "", name = "", rest = ""] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (about === "HELP") helps.set(name, rest);
    else if (about === "TYPE") families.set(name, (family = { name, help: helps.get(name) ?? "", type: rest, samples: [] }));
    else if (line !== "") family = addSample(family, line);
  }
  return families;
}

function addSample(family: Family | null, line: string): Family {
  const [, name = "", labels = "", value = ""] = SAMPLE.exec(line) ?? [];
  if (!family || !isOf(family, name)) throw new Error(`this is no sample of ${family?.name ?? "anything"}: ${line}`);
  const read = [...labels.matchAll(LABEL)];
  if (read.map(([whole]) => whole).join("") !== labels) throw new Error(`these are no labels: ${labels}`);
  family.samples.push({ name, labels: Object.fromEntries(read.map(([, label = "", text = ""]) => [label, text])), value: Number(value.replace("+Inf", "Infinity")) });
  return family;
}

const isOf = ({ name, type }: Family, sample: string): boolean => (type === "histogram" ? [`${name}_bucket`, `${name}_sum`, `${name}_count`].includes(sample) : sample === name);
