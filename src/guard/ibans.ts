import type { Found } from './found.ts';

/** The length of an IBAN by country (SWIFT IBAN registry, release 99). */
const lengths: Record<string, number> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const beginning = /[a-z]{2}[ -]?\d[ -]?\d[ -]?[a-z0-9]/gi;
const saysIban = /iban[^\d]{0,16}$/i;

/** ISO 7064 MOD 97-10 over an IBAN (ISO 13616): letters count from A = 10. */
function passesMod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const isAlphanumeric = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);

/** Reads as many letters and digits from a place as asked, over single blanks, dashes and dots. */
function readAlphanumeric(
  text: string,
  start: number,
  wanted: number,
): { value: string; end: number } | null {
  let value = '';
  let skipped = 0;
  for (let at = start; at < text.length; at++) {
    if (isAlphanumeric(text.charCodeAt(at))) {
      value += text[at];
      skipped = 0;
      if (value.length === wanted) return { value: value.toUpperCase(), end: at + 1 };
    } else if (!' -.\n'.includes(text[at] ?? '') || ++skipped > 2) return null;
  }
  return null;
}

/** Finds international bank account numbers of the registered countries, spaced or not. */
export function findIbans(text: string, found: Found[]): void {
  for (const match of text.matchAll(beginning)) {
    const start = match.index;
    const length = lengths[match[0].slice(0, 2).toUpperCase()];
    if (length === undefined || isAlphanumeric(text.charCodeAt(start - 1))) continue;
    const read = readAlphanumeric(text, start, length);
    if (read === null || isAlphanumeric(text.charCodeAt(read.end))) continue;
    if (passesMod97(read.value) || saysIban.test(text.slice(Math.max(0, start - 24), start)))
      found.push({ kind: 'iban', start, end: read.end });
  }
}
