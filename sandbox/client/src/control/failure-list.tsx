import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { RestFailure } from "../../../protocol.ts";
import { Icon } from "../components/icons.tsx";
import { failureWords } from "../state/fault-words.ts";
import { NumberField } from "./number-field.tsx";

/** What bots do most, to choose from; any other route can be typed. */
const ROUTES = [
  "*",
  "GET *",
  "POST *",
  "POST /channels/:channelId/messages",
  "PATCH /channels/:channelId/messages/:messageId",
  "DELETE /channels/:channelId/messages/:messageId",
  "POST /interactions/:interactionId/:token/callback",
  "PATCH /webhooks/:applicationId/:token/messages/:messageId",
  "POST /webhooks/:applicationId/:token",
  "POST /users/@me/channels",
];

const ANSWERS: readonly (readonly [string, RestFailure["answer"], string])[] = [
  ["500", 500, "500"],
  ["502", 502, "502"],
  ["503", 503, "503"],
  ["504", 504, "504"],
  ["timeout", "timeout", "No answer"],
  ["reset", "reset", "Connection breaks"],
];

interface Props {
  readonly failures: readonly RestFailure[];
  readonly onChange: (failures: RestFailure[]) => void;
}

/** The REST routes that fail, and a form for one more. */
export function FailureList({ failures, onChange }: Props): JSX.Element {
  const id = useId();
  const [draft, setDraft] = useState<RestFailure>({ route: "POST /channels/:channelId/messages", answer: 503, when: "before", share: 1, times: null });
  return (
    <fieldset>
      <legend>REST failures</legend>
      <ul class="failures" aria-label="REST failures">
        {failures.map((failure, index) => (
          <li key={index}>
            <span>{failureWords(failure)}</span>
            <button type="button" class="tool" aria-label={`End: ${failureWords(failure)}`} onClick={() => onChange(failures.toSpliced(index, 1))}><Icon name="close" size={16} /></button>
          </li>
        ))}
      </ul>
      <form
        class="fault-row"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onChange([...failures, draft]);
        }}
      >
        <label class="route-field">
          <span>Route</span>
          <input type="text" list={`${id}-routes`} autocomplete="off" spellcheck={false} value={draft.route} onInput={({ currentTarget }) => setDraft({ ...draft, route: currentTarget.value.trim() })} />
          <datalist id={`${id}-routes`}>{ROUTES.map((route) => <option key={route} value={route} />)}</datalist>
        </label>
        <select class="plain-select" aria-label="Answer" value={String(draft.answer)} onChange={({ currentTarget }) => setDraft({ ...draft, answer: ANSWERS.find(([key]) => key === currentTarget.value)?.[1] ?? 503 })}>
          {ANSWERS.map(([key, , words]) => <option key={key} value={key}>{words}</option>)}
        </select>
        <select class="plain-select" aria-label="When" value={draft.when} onChange={({ currentTarget }) => setDraft({ ...draft, when: currentTarget.value === "after" ? "after" : "before" })}>
          <option value="before">before anything is done</option>
          <option value="after">after it was done</option>
        </select>
        <NumberField name="Share" unit="%" value={draft.share * 100} onChange={(percent) => setDraft({ ...draft, share: percent / 100 })} />
        <NumberField name="Times" unit="0: always" value={draft.times ?? 0} onChange={(times) => setDraft({ ...draft, times: times === 0 ? null : times })} />
        <button type="submit" class="button small primary">Add failure</button>
      </form>
    </fieldset>
  );
}
