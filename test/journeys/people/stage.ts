import { afterAll, beforeAll, expect } from 'vitest';
import { Browsers, type Window } from '../../support/browser.ts';
import { type Cast, gatherCast } from '../../support/cast.ts';
import { type RunningCentre, startCentre } from '../../support/centre.ts';

/** What a file of journeys plays on; filled before its first test. */
export interface Stage {
  centre: RunningCentre;
  browsers: Browsers;
  cast: Cast;
}

/** A centre, its people and a browser for the tests around; taken down after them. */
export function stage(): Stage {
  const set = {} as Stage;
  beforeAll(async () => {
    set.centre = await startCentre();
    [set.browsers, set.cast] = await Promise.all([Browsers.launch(set.centre.url), gatherCast(set.centre)]);
  });
  afterAll(async () => {
    await set.browsers?.close();
    await set.centre?.close();
  });
  return set;
}

/** Closes these windows after the tests around, and expects that nothing was wrong in them. */
export function leaveClean(windows: () => (Window | undefined)[]): void {
  afterAll(async () => {
    const opened = windows().filter((window) => window !== undefined);
    await Promise.all(opened.map(({ context }) => context.close()));
    expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
  });
}
