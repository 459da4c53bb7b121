import { z } from 'zod';
import { Problem } from './problem.ts';

/** 204: it is done and there is nothing to say. */
export const Done = z.null().describe('Done');

/** What every route can answer besides its own: a refusal. */
export const refusals = { '4xx': Problem.describe('Refused') } as const;
