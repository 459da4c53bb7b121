import type { Locale } from '../contract/locale.ts';
import type { SecretKind } from '../contract/secrets.ts';
import { findSecrets } from './find-secrets.ts';
import type { Found } from './found.ts';
import { isPartOfCard, markFor } from './marks.ts';
import { startsCard } from './networks.ts';

export interface Finding {
  kind: SecretKind;
  /** Where the mark stands in the kept text, in UTF-16 code units. */
  start: number;
  end: number;
}

export interface Masked {
  text: string;
  removed: Finding[];
}

/** NUL and lone surrogates have no place in text and PostgreSQL refuses them; a hostile client sends them on purpose. */
function wellFormed(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return clean.isWellFormed() ? clean : clean.toWellFormed();
}

/** Puts marks in the place of what was found, and moves what was removed before to where it stands now. */
function replace({ text, removed }: Masked, found: Found[], locale: Locale): Masked {
  let kept = '';
  const placed: Finding[] = [];
  let length = 0;
  let from = 0;
  let next = 0;
  const passEarlier = (until: number) => {
    for (let one = removed[next]; one !== undefined && one.start < until; one = removed[++next])
      placed.push({ ...one, start: one.start + length - from, end: one.end + length - from });
  };
  for (const { kind, start, end, shown } of found) {
    if (next < removed.length) passEarlier(start);
    const mark = markFor(kind, locale, shown);
    kept += text.slice(from, start) + mark;
    length += start - from;
    placed.push({ kind, start: length, end: length + mark.length });
    length += mark.length;
    from = end;
    while ((removed[next]?.start ?? end) < end) next++;
  }
  passEarlier(text.length);
  kept += text.slice(from);
  return { text: kept, removed: placed };
}

/** Removing one secret may show another; no text that is not made for it needs more turns than this. */
const TURNS_MAX = 8;

/**
 * Takes every secret out of a text and says where: `[card ••••1234]`, `[密码 ••••]`. `without` are kinds that the writer
 * says are none. Linear in the length of the text; masking twice changes nothing.
 * @throws Error for a text that does not come to rest, which is then not to be kept at all
 */
export function mask(raw: string, locale: Locale, without: readonly SecretKind[] = []): Masked {
  let masked: Masked = { text: wellFormed(raw), removed: [] };
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const all = findSecrets(masked.text);
    const found = without.length === 0 ? all : all.filter(({ kind }) => !without.includes(kind));
    if (found.length === 0) return masked;
    masked = replace(masked, found, locale);
  }
  throw new Error('the guard does not come to rest on this text');
}

/** As much of a message as may go on with what the one before began. */
const HEAD = 256;
const onlyDigits = /^[\d\s.-]{1,24}$/;
const digitsIn = (text: string): string => text.replace(/\D/g, '');

/** Beginnings of card numbers, dictated four digits a message: from the third on they are taken for one. */
function goesOnWithCard(earlier: string, text: string): boolean {
  if (!onlyDigits.test(text)) return false;
  const lines = earlier.split('\n');
  if (isPartOfCard(lines.at(-1) ?? '')) return true;
  const said: string[] = [];
  for (let line = lines.pop(); line !== undefined && onlyDigits.test(line); line = lines.pop())
    said.unshift(line);
  const digits = digitsIn(said.join('') + text);
  return (
    said.length > 1 && digits.length >= 10 && digits.length <= 19 && startsCard(Number(digits.slice(0, 4)))
  );
}

/**
 * Masks a text that goes on where its writer's last few ended: `earlier` is what was kept of them, one a line. A number
 * that only the two together make, or a code that the one before announced, is taken out of this one.
 */
export function maskAfter(
  earlier: string,
  raw: string,
  locale: Locale,
  without: readonly SecretKind[] = [],
): Masked {
  const alone = mask(raw, locale, without);
  if (earlier === '' || alone.text === '') return alone;
  const offset = earlier.length + 1;
  const whole = `${earlier}\n${alone.text.slice(0, HEAD)}`;
  const found = goesOnWithCard(earlier, alone.text)
    ? [{ kind: 'card' as const, start: offset, end: offset + alone.text.length }]
    : findSecrets(whole).filter(({ kind, end }) => end > offset && !without.includes(kind));
  if (found.length === 0) return alone;
  const here = found.map(({ kind, start, end }) => ({
    kind,
    start: Math.max(0, start - offset),
    end: end - offset,
  }));
  return replace(alone, here, locale);
}
