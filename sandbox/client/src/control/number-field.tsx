import type { JSX } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly name: string;
  /** Stands behind the number, such as `ms`. */
  readonly unit: string;
  readonly value: number;
  /** Once it is typed, not at every key. */
  readonly onChange: (value: number) => void;
}

/** A labelled number with its unit. */
export function NumberField({ name, unit, value, onChange }: Props): JSX.Element {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label class="number-field">
      <span>{name}</span>
      <input
        type="number"
        inputMode="decimal"
        step="any"
        value={typed ?? String(value)}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => {
          setTyped(null);
          if (Number.isFinite(currentTarget.valueAsNumber)) onChange(currentTarget.valueAsNumber);
        }}
      />
      <span class="unit">{unit}</span>
    </label>
  );
}
