import { printable } from './text.ts';

/** Something an agent knows and a topic may ask for, in the centre's own words. */
export const Skill = printable(40).min(1);
