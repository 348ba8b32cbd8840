import type { JSX } from "preact";
import { useEffect, useId, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { OpenModal } from "../../../protocol.ts";
import { act } from "../actions.ts";
import { usePage } from "../app-context.ts";
import { PlaceContext, usePlace } from "../place-context.ts";
import { findPlace } from "../state/look-up.ts";
import { formItems, initialValues, problemsOf, submission, type FieldValue } from "../state/modal-form.ts";
import { useDialog } from "../use-dialog.ts";
import { Avatar } from "./avatar.tsx";
import { Dots } from "./dots.tsx";
import { Icon } from "./icons.tsx";
import { Markdown } from "./markdown.tsx";
import { ModalField } from "./modal-field.tsx";

const FAILED = "Something went wrong. Try again.";

/** A bot's form, over everything else, until it is sent or closed. */
export function Modal({ open }: { readonly open: OpenModal }): JSX.Element {
  const { state, snapshot, dispatch } = usePage();
  const id = useId();
  const dialog = useDialog();
  const place = findPlace(snapshot, open.channelId) ?? usePlace();
  const application = snapshot.applications.find((each) => each.id === open.applicationId);
  const items = useMemo(() => formItems(open.modal), [open.modal]);
  const [values, setValues] = useState(() => initialValues(items));
  const [touched, setTouched] = useState(false);
  const [sent, setSent] = useState<"no" | "sending" | { readonly interactionId: string }>("no");
  const [failure, setFailure] = useState<string | null>(null);
  const problems = touched ? problemsOf(items, values) : {};
  const outcome = typeof sent === "string" ? null : state.interactions.find((each) => each.interactionId === sent.interactionId)?.state;

  useLayoutEffect(() => {
    dialog.current?.querySelector<HTMLElement>(".modal-fields :is(input, textarea, button)")?.focus();
  }, []);
  useEffect(() => {
    if (outcome === "answered") dispatch({ type: "modal-closed" });
    if (outcome === "failed") {
      setSent("no");
      setFailure(FAILED);
    }
  }, [outcome, dispatch]);

  const close = (): void => {
    dispatch({ type: "modal-closed" });
    void act(snapshot.me.id, "close-modal", { interactionId: open.interactionId });
  };
  const submit = async (): Promise<void> => {
    if (sent !== "no") return;
    setTouched(true);
    const wrong = Object.keys(problemsOf(items, values))[0];
    if (wrong !== undefined) {
      dialog.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(wrong)}"] :is(input, textarea, button)`)?.focus();
      return;
    }
    setFailure(null);
    setSent("sending");
    const answer = await act(snapshot.me.id, "modal", { interactionId: open.interactionId, fields: submission(items, values) });
    if (answer.ok) {
      dispatch({ type: "modal-sent", interactionId: answer.value.interactionId });
      setSent({ interactionId: answer.value.interactionId });
    } else {
      setFailure(answer.message);
      setSent("no");
    }
  };
  const fill = (customId: string, value: FieldValue): void => setValues((before) => ({ ...before, [customId]: value }));
  const name = application?.name ?? "the application";

  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header class="modal-head">
          <Avatar id={application?.botUserId ?? open.applicationId} name={name} size={32} />
          <h2 id={`${id}-title`}>{open.modal.title}</h2>
          <button type="button" class="tool" aria-label="Close" onClick={close}><Icon name="close" size={22} /></button>
        </header>
        <div class="modal-fields">
          <p class="modal-warning">
            <Icon name="warning" size={22} />
            <span>This form will be submitted to <strong>{name}</strong>. Do not share passwords or other sensitive information.</span>
          </p>
          {failure === null ? null : <p class="modal-failure" role="alert">{failure}</p>}
          <PlaceContext.Provider value={place}>
            {items.map((item, index) =>
              item.kind === "words" ? (
                <Markdown key={index} text={item.content} />
              ) : (
                <ModalField
                  key={item.component.custom_id}
                  field={item}
                  value={values[item.component.custom_id]}
                  problem={problems[item.component.custom_id] ?? null}
                  onFill={(value) => fill(item.component.custom_id, value)}
                />
              ),
            )}
          </PlaceContext.Provider>
        </div>
        <footer class="modal-foot">
          <button type="button" class="button secondary" onClick={close}>Cancel</button>
          <button type="submit" class={sent === "no" ? "button primary" : "button primary waiting"} aria-label="Submit" aria-busy={sent !== "no"} aria-disabled={sent !== "no"}>
            <span class="button-words">Submit</span>
            {sent === "no" ? null : <Dots />}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
