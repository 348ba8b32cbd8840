import { readFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = readFileSync(join(import.meta.dirname, "../../docs/metrics.md"), "utf8");

export interface Documented {
  readonly name: string;
  readonly kind: string;
  readonly about: string;
  readonly labels: readonly string[];
}

/** The metrics as docs/metrics.md tells an operator of them. */
export function documented(): readonly Documented[] {
  return [...PAGE.matchAll(/^\| `((?:guildsmith|process|nodejs)_\w+)` \| (histogram|counter|gauge) \|(?: (?:seconds|bytes|count) \|)? (.*?)(?:(?<=`) | ?)\| (.*) \|$/gm)].map(([, name = "", kind = "", labels = "", about = ""]) => ({ name, kind, about, labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label = ""]) => label) }));
}
