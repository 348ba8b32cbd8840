import { PermissionFlagsBits } from "discord-api-types/v10";
import { z } from "zod";

const digits = z.string().regex(/^\d{17,20}$/, "must be an id: 17 to 20 digits in quotes");

export const id = digits.optional().meta({ description: "A fixed id, so that configuration and tests can name it. Left out: a new one." });
/** Of something that is given an id elsewhere in the file. */
export const otherId = digits;
export const name = z.string().min(1).max(100);
export const instant = z.iso.datetime({ offset: true, error: 'must be a time such as "2026-01-31T18:00:00Z"' });
export const color = z.string().regex(/^#[0-9a-f]{6}$/i, "must be a colour such as \"#9b59b6\"");

const permission = z.enum(Object.keys(PermissionFlagsBits) as [keyof typeof PermissionFlagsBits, ...(keyof typeof PermissionFlagsBits)[]]);
export const permissions = z.array(permission).default([]);

/** A person or a bot, by name. */
export const somebody = {
  person: z.string().optional().meta({ description: "A person's username." }),
  application: z.string().optional().meta({ description: "An application's name: its bot." }),
};
