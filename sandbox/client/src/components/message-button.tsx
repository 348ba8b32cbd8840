import { ButtonStyle, type APIButtonComponent } from "discord-api-types/v10";
import type { JSX } from "preact";
import { usePressedMessage } from "../press-context.ts";
import { safeLink } from "../safe-link.ts";
import { Dots } from "./dots.tsx";
import { Emoji } from "./emoji.tsx";
import { Icon } from "./icons.tsx";

const STYLES: Readonly<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: "primary",
  [ButtonStyle.Secondary]: "secondary",
  [ButtonStyle.Success]: "success",
  [ButtonStyle.Danger]: "danger",
  [ButtonStyle.Link]: "secondary",
  [ButtonStyle.Premium]: "primary",
};

/** A button of a message, in any of Discord's styles. */
export function MessageButton({ button }: { readonly button: APIButtonComponent }): JSX.Element {
  const { pending, press } = usePressedMessage();
  const style = `button ${STYLES[button.style]}`;
  if (button.style === ButtonStyle.Premium) {
    return <button type="button" class={style} disabled>Not sold here</button>;
  }
  const words = (
    <>
      <Emoji emoji={button.emoji} />
      {button.label === undefined ? null : <span>{button.label}</span>}
    </>
  );
  const name = button.label ?? button.emoji?.name ?? "Button";
  if (button.style === ButtonStyle.Link) {
    const href = safeLink(button.url);
    if (href === null || button.disabled === true) {
      return <button type="button" class={style} aria-label={name} disabled>{words}<Icon name="external" size={16} /></button>;
    }
    return (
      <a class={style} href={href} target="_blank" rel="noreferrer noopener" aria-label={name}>
        {words}
        <Icon name="external" size={16} />
      </a>
    );
  }
  const mine = pending === button.custom_id;
  return (
    <button
      type="button"
      class={mine ? `${style} waiting` : style}
      aria-label={name}
      disabled={button.disabled === true}
      aria-disabled={pending !== null}
      aria-busy={mine}
      onClick={() => press(button.custom_id)}
    >
      <span class="button-words">{words}</span>
      {mine ? <Dots /> : null}
    </button>
  );
}
