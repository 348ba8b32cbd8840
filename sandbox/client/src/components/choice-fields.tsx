import type { APICheckboxGroupComponent, APIRadioGroupComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import type { FieldProps } from "./modal-field.tsx";

interface RadioProps extends FieldProps {
  readonly group: APIRadioGroupComponent;
  readonly chosen: string | null;
}

/** One of a few. */
export function RadioGroup({ group, chosen, id, describedBy, required, invalid, onFill }: RadioProps): JSX.Element {
  return (
    <div role="radiogroup" class="choices" aria-labelledby={`${id}-label`} aria-describedby={describedBy} aria-required={required} aria-invalid={invalid}>
      {group.options.map((option, index) => (
        <Line key={option.value} id={`${id}-${index}`} label={option.label} description={option.description}>
          <input
            type="radio"
            name={id}
            checked={chosen === option.value}
            aria-labelledby={`${id}-${index}-name`}
            aria-describedby={option.description === undefined ? undefined : `${id}-${index}-about`}
            onChange={() => onFill({ kind: "one", value: option.value })}
          />
        </Line>
      ))}
    </div>
  );
}

interface CheckGroupProps extends FieldProps {
  readonly group: APICheckboxGroupComponent;
  readonly chosen: readonly string[];
}

/** Any of a few. */
export function CheckGroup({ group, chosen, id, describedBy, onFill }: CheckGroupProps): JSX.Element {
  const full = chosen.length >= (group.max_values ?? group.options.length);
  return (
    <div role="group" class="choices" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
      {group.options.map((option, index) => {
        const on = chosen.includes(option.value);
        return (
          <Line key={option.value} id={`${id}-${index}`} label={option.label} description={option.description}>
            <input
              type="checkbox"
              checked={on}
              disabled={full && !on}
              aria-labelledby={`${id}-${index}-name`}
              aria-describedby={option.description === undefined ? undefined : `${id}-${index}-about`}
              onChange={() => onFill({ kind: "many", values: on ? chosen.filter((each) => each !== option.value) : [...chosen, option.value] })}
            />
          </Line>
        );
      })}
    </div>
  );
}

interface CheckProps extends FieldProps {
  readonly description: string | null;
  readonly on: boolean;
}

/** Yes or no; its label stands beside the box. */
export function CheckField({ label, description, on, id, onFill }: CheckProps): JSX.Element {
  return (
    <Line id={id} label={label} description={description ?? undefined}>
      <input
        type="checkbox"
        checked={on}
        aria-labelledby={`${id}-name`}
        aria-describedby={description === null ? undefined : `${id}-about`}
        onChange={(event) => onFill({ kind: "flag", on: event.currentTarget.checked })}
      />
    </Line>
  );
}

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly children: JSX.Element;
}

function Line({ id, label, description, children }: LineProps): JSX.Element {
  return (
    <label class="choice-line">
      {children}
      <span class="choice-words">
        <span id={`${id}-name`}>{label}</span>
        {description === undefined ? null : <span id={`${id}-about`} class="choice-about">{description}</span>}
      </span>
    </label>
  );
}
