import type { Locale } from '../../contract/locale.ts';

declare const guarded: unique symbol;
/** Text that passed the guard. Only `inspect` makes it; stores accept nothing else, so nothing raw can be written. */
export type GuardedText = string & { readonly [guarded]: true };

export interface Finding {
  kind: 'card';
  /** Where the replacement stands in the kept text, in UTF-16 code units. */
  start: number;
  end: number;
}

export interface Inspection {
  text: GuardedText;
  removed: Finding[];
}

/** 13 to 19 digits, each pair at most one space or dash apart: how people write card numbers (ISO/IEC 7812). */
const candidate = /(?<![\d])\d(?:[ -]?\d){12,18}(?![\d])/g;

/** The Luhn check (ISO/IEC 7812-1, annex B) over a string of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let value = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) {
      value *= 2;
      if (value > 9) value -= 9;
    }
    sum += value;
  }
  return sum % 10 === 0;
}

const label: Record<Locale, string> = { 'zh-CN': '银行卡', en: 'card' };

/** NUL and lone surrogates have no place in text and PostgreSQL refuses them; a hostile client sends them on purpose. */
function wellFormed(text: string): string {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return clean.isWellFormed() ? clean : clean.toWellFormed();
}

/**
 * Takes secrets out of a text before anything stores, sends or logs it. Masks payment card numbers that pass Luhn,
 * keeping the last four digits: `[card ••••1234]`. Linear in the length of the text; inspecting twice changes nothing.
 */
export function inspect(raw: string, locale: Locale): Inspection {
  const text = wellFormed(raw);
  const removed: Finding[] = [];
  let kept = '';
  let from = 0;
  for (const match of text.matchAll(candidate)) {
    const digits = match[0].replace(/[ -]/g, '');
    if (!passesLuhn(digits)) continue;
    kept += text.slice(from, match.index);
    const mask = `[${label[locale]} ••••${digits.slice(-4)}]`;
    removed.push({ kind: 'card', start: kept.length, end: kept.length + mask.length });
    kept += mask;
    from = match.index + match[0].length;
  }
  return { text: (from === 0 ? text : kept + text.slice(from)) as GuardedText, removed };
}
