import type { View } from "../contract.ts";
import type { Notice } from "../notice.ts";
import { pageOf } from "../paging.ts";
import { button, plain, roleSelect, row, text } from "../view-kit.ts";
import { professionsButton, professionSelect, rolesSelect } from "./custom-ids.ts";
import { framed, rolesText, type SettingsState, sourceText } from "./frame.ts";
import { ROLE_LIMIT } from "./guild-settings.ts";
import { ROLE_KINDS } from "./layers.ts";
import { roleKeys, type Say } from "./texts.ts";

/** How many professions stand on a page. */
export const PROFESSIONS_PER_PAGE = 4;

/** Which roles make officers, members and core members. */
export function rolesView(say: Say, state: SettingsState, notice?: Notice): View {
  const { roles } = state.layered.settings;
  return framed(say, "roles", say("rolesTitle"), notice, [
    ...ROLE_KINDS.flatMap((kind) => [
      text(
        `${say(roleKeys[kind].about, { who: say(kind) })}\n-# ${sourceText(say, state, `roles.${kind}`)}${roles[kind].length === 0 ? `: ${say(roleKeys[kind].unset)}` : ""}`,
      ),
      row(roleSelect(rolesSelect.encode({ kind }), roles[kind], ROLE_LIMIT, say("rolesSelect", { who: say(kind) }))),
    ]),
    text(`-# ${say("rolesHint")}`),
  ]);
}

/** Which roles craft what, four professions a page; `page` beyond the last shows the last. */
export function professionsView(say: Say, state: SettingsState, page: number, notice?: Notice): View {
  const { professions, layered } = state;
  if (professions.length === 0) return framed(say, "professions", say("professionsTitle"), notice, [text(say("noProfessions"))]);
  const { items: onPage, page: shown, pageCount: pages } = pageOf(professions, page, PROFESSIONS_PER_PAGE);
  return framed(say, "professions", say("professionsTitle"), notice, [
    ...onPage.flatMap(({ id, name, icon }) => {
      const ids = layered.settings.roles.professions[id] ?? [];
      const source = `${sourceText(say, state, `roles.professions.${id}`)}${ids.length === 0 ? `: ${rolesText(ids, say("officersOnly"))}` : ""}`;
      return [
        text(`${icon ? `${icon} ` : ""}**${plain(name)}** · *${source}*`),
        row(roleSelect(professionSelect.encode({ page: shown, professionId: id }), ids, ROLE_LIMIT, say("rolesSelect", { who: name }))),
      ];
    }),
    text(`-# ${say("professionsHint")}${pages > 1 ? ` ${say("page", { page: shown + 1, pages })}` : ""}`),
    ...(pages > 1
      ? [
          row(
            button("secondary", say("previous"), professionsButton.encode({ page: Math.max(0, shown - 1) }), { emoji: "◀️", disabled: shown === 0 }),
            button("secondary", say("next"), professionsButton.encode({ page: shown + 1 }), { emoji: "▶️", disabled: shown === pages - 1 }),
          ),
        ]
      : []),
  ]);
}
