import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import { useEffect, useRef, useState } from "preact/hooks";
import type { OptionValue } from "../../protocol.ts";
import { act } from "./actions.ts";
import { usePage } from "./app-context.ts";
import { usePlace } from "./place-context.ts";
import { filterChoices, optionChoices, type Choice } from "./state/choices.ts";
import type { CommandEntry } from "./state/commands.ts";
import { optionsSoFar, type OptionDraft } from "./state/options.ts";

const DEBOUNCE_MS = 200;

export interface Suggestions {
  readonly choices: readonly Choice<OptionValue>[];
  /** A sentence in place of choices: loading, none, failed. */
  readonly note: string | null;
}

type Asked = { readonly state: "loading" } | { readonly state: "failed" } | { readonly state: "here"; readonly choices: readonly Choice<OptionValue>[] };

/** What an option offers for what is typed: from its own list, or asked of the bot once the typing pauses. */
export function useSuggestions(
  entry: CommandEntry,
  option: APIApplicationCommandBasicOption,
  drafts: Readonly<Record<string, OptionDraft>>,
  open: boolean,
): Suggestions {
  const { snapshot } = usePage();
  const place = usePlace();
  const [asked, setAsked] = useState<Asked>({ state: "loading" });
  const first = useRef(true);
  const draft = drafts[option.name];
  const text = draft?.text ?? "";
  const asks = "autocomplete" in option && option.autocomplete;
  const asking = asks && open && (draft?.picked ?? null) === null;

  useEffect(() => {
    if (!asking) return undefined;
    let stale = false;
    setAsked({ state: "loading" });
    const ask = async (): Promise<void> => {
      const answer = await act(snapshot.me.id, "autocomplete", {
        channelId: place.channel.id,
        applicationId: entry.application.id,
        name: entry.command.name,
        ...(entry.path.length === 0 ? {} : { path: entry.path }),
        options: optionsSoFar(entry.options, drafts, option.name),
        focused: option.name,
      });
      if (stale) return;
      const choices = answer.ok ? answer.value.choices.map((each) => ({ value: each.value, label: each.name })) : [];
      setAsked(answer.ok ? { state: "here", choices } : { state: "failed" });
    };
    const timer = setTimeout(() => void ask(), first.current ? 0 : DEBOUNCE_MS);
    first.current = false;
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asking, text]);

  if (asks) {
    if (!asking || asked.state === "loading") return { choices: [], note: asking ? "Loading options…" : null };
    if (asked.state === "failed") return { choices: [], note: "Loading options failed" };
    return { choices: asked.choices, note: asked.choices.length === 0 ? "No options match your search." : null };
  }
  const all = optionChoices(snapshot, place, option);
  if (all === null) return { choices: [], note: null };
  const choices = (draft?.picked ?? null) === null ? filterChoices(all, text) : all;
  return { choices, note: choices.length === 0 ? "No options match your search." : null };
}
