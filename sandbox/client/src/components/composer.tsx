import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { usePage } from "../app-context.ts";
import { onComposeRequest } from "../compose-request.ts";
import { usePlace } from "../place-context.ts";
import { slashEntries, typedOut, type CommandEntry } from "../state/commands.ts";
import { CommandForm } from "./command-form.tsx";
import { TextBox } from "./text-box.tsx";
import { TypingLine } from "./typing-line.tsx";

/** Where messages are written and commands are filled in. */
export function Composer(): JSX.Element {
  const { snapshot } = usePage();
  const { channel } = usePlace();
  const [command, setCommand] = useState<CommandEntry | null>(null);
  const [text, setText] = useState("");
  const [focused, setFocused] = useState(0);
  const entries = useMemo(
    () => slashEntries(snapshot.applications, channel, snapshot.me.locale),
    [snapshot.applications, channel, snapshot.me.locale],
  );
  const write = (typed: string): void => {
    const entry = typed.startsWith("/") ? typedOut(entries, typed.slice(1)) : null;
    if (entry !== null) setCommand(entry);
    setText(entry === null ? typed : "");
  };
  useEffect(() => {
    const accept = (typed: string | null): void => {
      if (typed !== null) write(typed);
      setFocused((times) => times + 1);
    };
    return onComposeRequest(accept);
  }, [entries]);
  const leave = (typed: string): void => {
    setCommand(null);
    setText(typed);
    setFocused((times) => times + 1);
  };

  if (!channel.writable) {
    return (
      <div class="composer">
        <p class="composer-closed">You do not have permission to send messages in this channel.</p>
        <TypingLine />
      </div>
    );
  }
  return (
    <div class="composer">
      {command === null ? (
        <TextBox text={text} entries={entries} focusRequest={focused} onText={write} onCommand={setCommand} />
      ) : (
        <CommandForm key={command.key} entry={command} onLeave={leave} />
      )}
      <TypingLine />
    </div>
  );
}
