import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Html, trusted } from './html.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')), 'icons');

/** The drawing of an icon without its wrapper, so that a page repeats only what differs. */
function shapes(name: string): string {
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8');
  return svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '');
}

const drawn = new Map<string, Html>();

/**
 * A Lucide icon, inlined so that a page needs no further request. It is decoration: words always stand beside it.
 * @throws when Lucide has no icon of this name (names are ours, from code or settings)
 */
export function icon(name: string, className = 'icon'): Html {
  const key = `${className} ${name}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const made = trusted(
    `<svg class="${className}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes(name)}</svg>`,
  );
  drawn.set(key, made);
  return made;
}

/** Whether Lucide has an icon of this name; guards names that come from settings. */
export function iconExists(name: string): boolean {
  if (!/^[a-z0-9-]{1,60}$/.test(name)) return false;
  try {
    icon(name);
    return true;
  } catch {
    return false;
  }
}
