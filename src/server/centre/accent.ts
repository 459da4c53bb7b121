/** A colour as red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const format = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const mix = (a: Rgb, b: Rgb, share: number): Rgb =>
  a.map((part, i) => part * share + (b[i] ?? 0) * (1 - share)) as unknown as Rgb;

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours (`#rrggbb`) from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** `colour` moved towards `to` in small steps until it reads on `ground` with at least `ratio`. */
function readable(colour: Rgb, to: Rgb, ground: string, ratio: number): string {
  for (let share = 1; share > 0; share -= 0.02) {
    const candidate = format(mix(colour, to, share));
    if (contrast(candidate, ground) >= ratio) return candidate;
  }
  return format(to);
}

/** The five accent tokens as [light, dark] pairs, readable whatever colour a brand chose. */
export function accentTokens(accent: string): Record<string, readonly [string, string]> {
  const colour = parse(accent);
  const softLight = format(mix(colour, white, 0.1));
  const softDark = format(mix(colour, parse('#121a1a'), 0.3));
  const light = readable(colour, black, '#ffffff', 4.6);
  const dark = readable(colour, white, '#161e1e', 7);
  return {
    accent: [light, dark],
    'accent-hover': [format(mix(parse(light), black, 0.78)), format(mix(parse(dark), white, 0.75))],
    'accent-soft': [softLight, softDark],
    'accent-text': [readable(colour, black, softLight, 7), readable(colour, white, softDark, 7)],
    'on-accent': ['#ffffff', format(mix(colour, black, 0.2))],
  };
}

/** A style sheet that gives the pages a brand's colour; loaded after the tokens. */
export function accentStyle(accent: string): string {
  const lines = Object.entries(accentTokens(accent)).map(([name, [light, dark]]) => [
    `--${name}:${light};`,
    `--${name}:${dark};`,
  ]);
  const light = lines.map(([line]) => line).join('');
  const dark = lines.map(([, line]) => line).join('');
  return `:root{${light}--focus:${accentTokens(accent).accent?.[0]}}@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}--focus:${accentTokens(accent)['accent-text']?.[1]}}}:root[data-theme=dark]{${dark}}`;
}
