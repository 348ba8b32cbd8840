import type { Hear } from "../run.ts";

const SENTENCES: Readonly<Record<Parameters<Hear>[0]["phase"], string>> = {
  preparing: "Discord and its people are made ready",
  starting: "the bot starts",
  running: "people come",
  settling: "everybody is gone; what they led to is sent",
  checking: "what people were told is held against the store",
};

/** Tells how far a run is: on a terminal in one line, else a line for each phase. */
export function showProgress(stream: NodeJS.WriteStream, name = "load"): Hear {
  let last = "";
  return ({ phase, ended, all }) => {
    const count = phase === "running" ? `: ${ended} of ${all} are done` : "";
    if (stream.isTTY) stream.write(`\r\u001B[K${name}: ${SENTENCES[phase]}${count}`);
    else if (phase !== last) stream.write(`${name}: ${SENTENCES[phase]}\n`);
    last = phase;
  };
}
