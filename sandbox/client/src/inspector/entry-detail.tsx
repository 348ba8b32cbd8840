import type { ComponentChildren, JSX } from "preact";
import type { GatewayFrame, RestCall, TrafficEntry } from "../../../protocol.ts";
import { Icon } from "../components/icons.tsx";
import { sizeText } from "../media-address.ts";
import type { TrafficFilter } from "../state/traffic-filter.ts";
import { clockText, nameOf, operationName, sizeOf, statusText, tookText } from "../state/traffic-text.ts";
import { BodyText } from "./body-text.tsx";
import { BucketBar } from "./bucket-bar.tsx";

interface Props {
  readonly entry: TrafficEntry;
  readonly botName: string | null;
  readonly onAbout: (about: NonNullable<TrafficFilter["about"]>) => void;
  readonly onClose: () => void;
}

/** One entry in full. */
export function EntryDetail({ entry, botName, onAbout, onClose }: Props): JSX.Element {
  const isRest = entry.kind === "rest";
  return (
    <section
      class="entry-detail"
      aria-label="Entry"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header class="entry-head">
        <h3>{isRest ? `${entry.method} ${entry.path}` : nameOf(entry)}</h3>
        <button type="button" class="tool" aria-label="Close this entry" onClick={onClose}><Icon name="close" size={18} /></button>
      </header>
      <div class="entry-body">
        <dl class="facts">
          {isRest ? <CallFacts call={entry} /> : <FrameFacts frame={entry} />}
          <Fact name="Bot">{botName ?? "not known yet"}</Fact>
          <Fact name="Time">{clockText(entry.at)}</Fact>
          <Fact name="Size">{sizeText(sizeOf(entry))}</Fact>
          {entry.interactionId === null ? null : <Link name="Interaction" ids={[entry.interactionId]} words="Only this interaction" onPress={(id) => onAbout({ kind: "interaction", id })} />}
          {isRest && entry.messageIds.length > 0 ? <Link name={entry.messageIds.length === 1 ? "Message" : "Messages"} ids={entry.messageIds} words="What made this?" onPress={(id) => onAbout({ kind: "message", id })} /> : null}
        </dl>
        {isRest ? (
          <>
            <BodyText title="Request" body={entry.requestBody} />
            <BodyText title="Response" body={entry.responseBody} />
            <BodyText title="Response headers" body={JSON.stringify(entry.responseHeaders)} />
          </>
        ) : (
          <BodyText title="Payload" body={entry.body} />
        )}
      </div>
    </section>
  );
}

function CallFacts({ call }: { readonly call: RestCall }): JSX.Element {
  return (
    <>
      <Fact name="Status"><span class={`entry-status s${Math.floor(call.status / 100)}`}>{statusText(call.status)}</span></Fact>
      <Fact name="Route">{call.route ?? "no such route"}</Fact>
      <Fact name="Took">{tookText(call.tookMs)}</Fact>
      <Fact name="Bucket">{call.bucket === null ? "none" : <><BucketBar bucket={call.bucket} /> left, new in {call.bucket.resetAfter} s</>}</Fact>
      {call.fileNames.length === 0 ? null : <Fact name="Files">{call.fileNames.join(", ")}</Fact>}
    </>
  );
}

function FrameFacts({ frame }: { readonly frame: GatewayFrame }): JSX.Element {
  return (
    <>
      <Fact name="Operation">{frame.op === null ? "" : `${frame.op}, `}{operationName(frame)}</Fact>
      <Fact name="Direction">{frame.direction === "sent" ? "to the bot" : "from the bot"}</Fact>
      <Fact name="Session">{frame.sessionId ?? "none yet"}</Fact>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface LinkProps {
  readonly name: string;
  readonly ids: readonly string[];
  readonly words: string;
  readonly onPress: (id: string) => void;
}

function Link({ name, ids, words, onPress }: LinkProps): JSX.Element {
  return (
    <Fact name={name}>
      {ids.map((id) => (
        <span key={id} class="fact-line">
          {id} <button type="button" class="text-link" onClick={() => onPress(id)}>{words}</button>
        </span>
      ))}
    </Fact>
  );
}
