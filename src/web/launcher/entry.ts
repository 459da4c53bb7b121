import type { Words } from './words.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Lucide `headset` and `x` (ISC). */
const shapes = {
  closed:
    'M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Zm0 5v2a4 4 0 0 1-4 4h-5',
  open: 'M18 6 6 18M6 6l12 12',
} as const;

function drawing(): [SVGSVGElement, SVGPathElement] {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  const attributes = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2' };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  svg.setAttribute('stroke-linecap', 'round');
  svg.setAttribute('stroke-linejoin', 'round');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return [svg, path];
}

/** The button that is seen on the host page. */
export class Entry {
  readonly button = document.createElement('button');
  readonly #t: Words;
  readonly #count = document.createElement('span');
  readonly #shape: SVGPathElement;

  constructor(t: Words, label: string, pressed: () => void) {
    this.#t = t;
    const [svg, shape] = drawing();
    this.#shape = shape;
    this.#count.className = 'count';
    const text = document.createElement('span');
    text.textContent = label;
    this.button.type = 'button';
    this.button.className = 'entry';
    this.button.style.setProperty('--accent', __ACCENT__);
    this.button.ariaHasPopup = 'dialog';
    this.button.append(svg, text, this.#count);
    this.button.addEventListener('click', pressed);
    this.isOpen = false;
    this.unread = 0;
  }

  set isOpen(open: boolean) {
    this.#shape.setAttribute('d', open ? shapes.open : shapes.closed);
    this.button.ariaExpanded = String(open);
    this.button.classList.toggle('open', open);
  }

  set unread(count: number) {
    this.#count.hidden = count === 0;
    this.#count.textContent = count > 99 ? '99+' : String(count);
    this.#count.ariaLabel = this.#t('unread').replace('{count}', String(count));
    this.#count.role = 'status';
  }
}
