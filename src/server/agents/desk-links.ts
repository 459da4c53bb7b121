import type { Config } from '../platform/config.ts';

/** Where the centre is, as people reach it. */
const base = (config: Config): string => config.publicUrl ?? `http://localhost:${config.port}`;

/** The page that makes the first administrator. */
export const setupUrl = (config: Config, token: string): string => `${base(config)}/desk/setup/${token}`;

/** The page where a person chooses a password; it asks the link what it is for. */
export const linkUrl = (config: Config, token: string): string => `${base(config)}/desk/reset/${token}`;
