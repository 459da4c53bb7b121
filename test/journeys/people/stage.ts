import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest';
import { Browsers, type Window } from '../../support/browser.ts';
import { type Cast, gatherCast } from '../../support/cast.ts';
import { type RunningCentre, startCentre } from '../../support/centre.ts';

/** What a file of journeys plays on; filled before its first test. */
export interface Stage {
  centre: RunningCentre;
  browsers: Browsers;
  cast: Cast;
}

interface Scenery {
  /** Environment of the server. */
  variables?: Record<string, string>;
  /** Whether nobody works in the centre yet. */
  deserted?: boolean;
}

/** A step of a journey waits for pages, not for one answer. */
const STEP_MS = 60_000;

/** A centre, its people and a browser for the tests around; taken down after them. */
export function stage({ variables = {}, deserted = false }: Scenery = {}): Stage {
  vi.setConfig({ testTimeout: STEP_MS, hookTimeout: STEP_MS });
  const set = {} as Stage;
  beforeAll(async () => {
    set.centre = await startCentre(variables);
    const cast = deserted ? Promise.resolve({} as Cast) : gatherCast(set.centre);
    [set.browsers, set.cast] = await Promise.all([Browsers.launch(set.centre.url), cast]);
  });
  afterAll(async () => {
    await set.browsers?.close();
    await set.centre?.close();
  });
  return set;
}

/**
 * Closes these windows after the tests around, and expects that nothing was wrong in them. What a failing test left
 * on the screens is kept beside the other pictures.
 */
export function leaveClean(windows: () => (Window | undefined)[]): void {
  const open = () => windows().filter((window) => window !== undefined);
  beforeEach(({ onTestFailed, task }) => {
    const name = `failed-${task.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}`;
    onTestFailed(async () => {
      await Promise.all(open().map((window, i) => window.glance(`${name}-${i}`).catch(() => undefined)));
    });
  });
  afterAll(async () => {
    const opened = open();
    await Promise.all(opened.map(({ context }) => context.close()));
    expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
  });
}
