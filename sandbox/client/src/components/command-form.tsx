import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { localized, type CommandEntry } from "../state/commands.ts";
import { readOptions, type OptionDraft } from "../state/options.ts";
import { CommandOption } from "./command-option.tsx";
import { CommandTail } from "./command-tail.tsx";
import { Icon } from "./icons.tsx";

interface Props {
  readonly entry: CommandEntry;
  /** Back to plain text, with these words in the box. */
  readonly onLeave: (text: string) => void;
}

/** A slash command being filled in: its name, a chip per option, and what else may be added. */
export function CommandForm({ entry, onLeave }: Props): JSX.Element {
  const { snapshot, act } = usePage();
  const { channel } = usePlace();
  const form = useRef<HTMLDivElement>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, OptionDraft>>>({});
  const [shown, setShown] = useState<readonly string[]>(() => entry.options.filter((each) => each.required === true).map((each) => each.name));
  const [focus, setFocus] = useState<{ readonly name: string | null }>({ name: shown[0] ?? null });
  const [problem, setProblem] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const options = shown.flatMap((name) => entry.options.find((each) => each.name === name) ?? []);
  const hidden = entry.options.filter((each) => !shown.includes(each.name));

  useLayoutEffect(() => {
    const field = focus.name === null ? "tail" : `option-${focus.name}`;
    form.current?.querySelector<HTMLInputElement>(`[data-field="${CSS.escape(field)}"]`)?.focus();
  }, [focus]);

  const add = (option: APIApplicationCommandBasicOption): void => {
    setShown([...shown, option.name]);
    setFocus({ name: option.name });
  };
  const fill = (name: string, draft: OptionDraft): void => {
    setDrafts({ ...drafts, [name]: draft });
    if (problem?.name === name) setProblem(null);
  };
  /** To the next empty option, or behind the last. */
  const advance = (from: string): void => {
    const next = options.slice(options.findIndex((each) => each.name === from) + 1).find((each) => (drafts[each.name]?.text ?? "") === "");
    setFocus({ name: next?.name ?? null });
  };
  const back = (name: string | null): void => {
    const at = name === null ? options.length : options.findIndex((each) => each.name === name);
    const before = options[at - 1];
    const option = options[at];
    if (option !== undefined && option.required !== true) setShown(shown.filter((each) => each !== option.name));
    if (before !== undefined) setFocus({ name: before.name });
    else if (option === undefined || option.required === true) onLeave(`/${entry.label}`);
    else setFocus({ name: null });
  };
  const send = (): void => {
    const read = readOptions(options, drafts);
    if ("problem" in read) {
      setProblem({ name: read.name, text: read.problem });
      setFocus({ name: read.name });
      return;
    }
    void act("command", {
      channelId: channel.id,
      applicationId: entry.application.id,
      name: entry.command.name,
      commandType: entry.command.type,
      ...(entry.path.length === 0 ? {} : { path: entry.path }),
      options: read.values,
    });
    onLeave("");
  };

  return (
    <div
      ref={form}
      class="command-form"
      role="group"
      aria-label={`Command /${entry.label}`}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onLeave("");
      }}
    >
      <div class="command-chips">
        <span class="command-name" title={entry.description}>/{entry.label}</span>
        {options.map((option) => (
          <CommandOption
            key={option.name}
            entry={entry}
            option={option}
            label={localized(option.name, option.name_localizations, snapshot.me.locale)}
            drafts={drafts}
            problem={problem?.name === option.name ? problem.text : null}
            onFill={(draft) => fill(option.name, draft)}
            onSend={send}
            onAdvance={() => advance(option.name)}
            onBack={() => back(option.name)}
          />
        ))}
        <CommandTail hidden={hidden} onAdd={add} onSend={send} onBack={() => back(null)} />
      </div>
      <button type="button" class="tool" aria-label="Cancel command" onClick={() => onLeave("")}><Icon name="close" size={18} /></button>
      <button type="button" class="send" aria-label="Send command" onClick={send}><Icon name="send" size={20} /></button>
    </div>
  );
}
