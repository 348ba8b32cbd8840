import type { JSX } from "preact";
import type { Latency } from "../../../protocol.ts";
import { NumberField } from "./number-field.tsx";

interface Props {
  readonly name: string;
  readonly latency: Latency | null;
  readonly onChange: (latency: Latency | null) => void;
}

/** What each kind begins with: a slow but usual connection. */
const BEGINNINGS: Readonly<Record<string, Latency>> = { fixed: { kind: "fixed", ms: 200 }, lognormal: { kind: "lognormal", medianMs: 80, p95Ms: 400 } };

/** How much longer something takes. */
export function LatencyField({ name, latency, onChange }: Props): JSX.Element {
  return (
    <div class="fault-row">
      <label class="number-field">
        <span>{name}</span>
        <select class="plain-select" aria-label={`${name} latency`} value={latency?.kind ?? "none"} onChange={({ currentTarget }) => onChange(BEGINNINGS[currentTarget.value] ?? null)}>
          <option value="none">None</option>
          <option value="fixed">Fixed</option>
          <option value="lognormal">Lognormal</option>
        </select>
      </label>
      {latency?.kind === "fixed" ? <NumberField name="by" unit="ms" value={latency.ms} onChange={(ms) => onChange({ kind: "fixed", ms })} /> : null}
      {latency?.kind === "lognormal" ? (
        <>
          <NumberField name="median" unit="ms" value={latency.medianMs} onChange={(medianMs) => onChange({ ...latency, medianMs })} />
          <NumberField name="95 %" unit="ms" value={latency.p95Ms} onChange={(p95Ms) => onChange({ ...latency, p95Ms })} />
        </>
      ) : null}
    </div>
  );
}
