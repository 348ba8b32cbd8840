import { ComponentType, type APISelectMenuComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { usePressedMessage } from "../press-context.ts";
import { defaultValues, selectChoices } from "../state/choices.ts";
import { SelectMenu } from "./select-menu.tsx";

/** A select of a message: what is chosen is sent, and stands until the bot changes the message. */
export function MessageSelect({ select }: { readonly select: APISelectMenuComponent }): JSX.Element {
  const { snapshot } = usePage();
  const place = usePlace();
  const { message, pending, press } = usePressedMessage();
  const [values, setValues] = useState(() => defaultValues(select));
  const version = JSON.stringify(select);
  // The message's own word counts again whenever the bot edited it.
  useEffect(() => setValues(defaultValues(select)), [version, message.edited_timestamp]);
  const placeholder = select.placeholder ?? "Make a selection";
  return (
    <SelectMenu
      name={placeholder}
      placeholder={placeholder}
      choices={selectChoices(snapshot, place, select)}
      values={values}
      min={select.min_values ?? 1}
      max={select.max_values ?? 1}
      searchable={select.type !== ComponentType.StringSelect}
      disabled={select.disabled === true || (pending !== null && pending !== select.custom_id)}
      pending={pending === select.custom_id}
      onCommit={(chosen) => {
        setValues(chosen);
        press(select.custom_id, chosen);
      }}
    />
  );
}
