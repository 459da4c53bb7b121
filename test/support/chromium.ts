import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const headless = '/usr/bin/chromium-headless-shell';

/** The Chromium of this machine, or the one named by the variable CHROMIUM; null when there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return places.find((place) => existsSync(place)) ?? null;
}

/** The same without a window, which opens pages faster where there is one. */
export const findHeadlessChromium = (): string | null =>
  process.env.CHROMIUM || !existsSync(headless) ? findChromium() : headless;

/** Chromium's own sandbox needs what root in a container does not have; it opens our own pages only. */
export const chromiumArguments: string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
