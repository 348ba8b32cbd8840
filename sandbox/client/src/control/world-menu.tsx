import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { loadWorld, WORLD } from "./ask-control.ts";

/** Keeping this world as a file, and beginning anew with another. */
export function WorldMenu({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const [problems, setProblems] = useState<readonly string[]>([]);
  const load = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const answer = await loadWorld(await file.text());
    // A page hears of another world by its own line.
    if (answer.ok) onDone();
    else setProblems(answer.message.split("\n"));
  };
  return (
    <div class="world-menu" role="dialog" aria-label="World">
      <p class="switch-title">World</p>
      <p class="switch-note">Servers, roles, channels, people and bots, as a YAML file.</p>
      <div class="world-actions">
        <a class="button secondary" href={WORLD} download="world.yaml">Save to a file</a>
        <label class="button secondary file-button">
          Load a file…
          <input
            type="file"
            class="unseen"
            accept=".yaml,.yml,text/yaml"
            aria-label="Load a world file"
            onChange={({ currentTarget }) => {
              void load(currentTarget.files?.[0]);
              // So that the same file can be chosen again once it is mended.
              currentTarget.value = "";
            }}
          />
        </label>
      </div>
      <p class="switch-note">Messages are not kept. Loading begins anew: what is here now is gone, and bots log in again. A bot that is in both keeps its commands.</p>
      {problems.length === 0 ? null : (
        <ul class="world-problems" role="alert" aria-label="Problems">
          {problems.map((problem, index) => <li key={index}>{problem}</li>)}
        </ul>
      )}
    </div>
  );
}
