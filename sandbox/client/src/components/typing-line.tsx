import type { JSX } from "preact";
import { usePage } from "../app-context.ts";
import { usePlace } from "../place-context.ts";
import { lookOf } from "../state/look-up.ts";
import { useNow } from "../use-now.ts";
import { Dots } from "./dots.tsx";

/** Discord lets a typing sign stand for ten seconds. */
const TYPING_MS = 10_000;

/** Who is writing here now, below the message box; and the page's own small print. */
export function TypingLine(): JSX.Element {
  const { state, snapshot } = usePage();
  const { channel, guild } = usePlace();
  const now = useNow(1000);
  const writers = state.typing.filter((each) => each.channelId === channel.id && each.userId !== snapshot.me.id && now - each.at < TYPING_MS);
  const names = writers.map((each) => lookOf(snapshot, guild, each.userId).name);
  return (
    <div class="below-composer">
      <p class="typing" aria-live="polite">
        {names.length === 0 ? null : (
          <>
            <Dots /> <strong>{names.length > 3 ? "Several people" : names.join(", ")}</strong> {names.length === 1 ? "is" : "are"} typing…
          </>
        )}
      </p>
      <p class="small-print">Sandbox — not affiliated with Discord</p>
    </div>
  );
}
