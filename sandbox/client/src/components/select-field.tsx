import { ComponentType, type APISelectMenuComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { selectChoices } from "../state/choices.ts";
import type { FieldProps } from "./modal-field.tsx";
import { SelectMenu } from "./select-menu.tsx";

interface Props extends FieldProps {
  readonly select: APISelectMenuComponent;
  readonly values: readonly string[];
}

/** A select in a modal. */
export function SelectField({ select, values, label, describedBy, required, invalid, onFill }: Props): JSX.Element {
  const { snapshot } = usePage();
  const place = usePlace();
  return (
    <SelectMenu
      name={label}
      placeholder={select.placeholder ?? "Make a selection"}
      choices={selectChoices(snapshot, place, select)}
      values={values}
      min={required ? Math.max(1, select.min_values ?? 1) : 0}
      max={select.max_values ?? 1}
      searchable={select.type !== ComponentType.StringSelect}
      invalid={invalid}
      describedBy={describedBy}
      onCommit={(chosen) => onFill({ kind: "many", values: chosen })}
    />
  );
}
