import type { CountryCode } from 'libphonenumber-js/max';
import { withinEdits } from './edits.ts';
import type { Finding } from './finding.ts';
import type { OfficialList, OfficialPhone } from './official-list.ts';
import { foldDigits, readPhone } from './read-phone.ts';
import type { Reason } from './reasons.ts';

/** A further number to dial once connected does not change who answers. */
const extension = /\s*(?:转|分机|ext\.?|x|#|,|;ext=)\s*\d{1,6}$/i;

const groupsOf = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');

/** What the number is in each country where somebody may read it: ours, and those of the official numbers. */
function readings(text: string, list: OfficialList): { number: string; valid: boolean }[] {
  const abroad = list.phones.flatMap(({ international }) =>
    international === null ? [] : (readPhone(international, list.country)?.country ?? []),
  );
  const countries = new Set<CountryCode>([list.country, ...abroad]);
  return [...countries].flatMap((country) => {
    const read = readPhone(text, country);
    return read === null ? [] : { number: read.number, valid: read.isValid() };
  });
}

const isNear = (digits: string, { digits: ours, international }: OfficialPhone): boolean =>
  withinEdits(digits.slice(0, 20), ours, 1) ||
  withinEdits(digits.slice(0, 20), international?.slice(1) ?? ours, 1);

/**
 * A telephone number. Within a text, digits that are no number of any plan are something else: null.
 * A number that is ours in one country and somebody else's in another is official only when it is written as ours is.
 */
export function judgePhone(written: string, list: OfficialList, alone: boolean): Finding | null {
  const text = foldDigits(written).replace(extension, '').trim();
  const digits = text.replace(/\D/g, '');
  const read = readings(text, list);
  const finding = (verdict: Finding['verdict'], means: string, reason: Reason): Finding => ({
    kind: 'phone',
    written,
    means,
    verdict,
    reason,
  });
  const ours = list.phones.find(
    (phone) =>
      read.some(({ number }) => number === phone.international) ||
      (digits === phone.digits && !text.startsWith('+')),
  );
  if (ours !== undefined) {
    const means = ours.international ?? ours.digits;
    const isOthersToo = read.some(({ number, valid }) => valid && number !== ours.international);
    if (!isOthersToo || groupsOf(text) === groupsOf(ours.written))
      return finding('official', means, { code: 'phone-official', values: { official: ours.written } });
    return finding('unknown', means, {
      code: 'phone-unclear',
      values: { phone: text, official: ours.written },
    });
  }
  const means = read.find(({ valid }) => valid)?.number ?? digits;
  const near = list.phones.find((phone) => isNear(digits, phone));
  if (near !== undefined)
    return finding('not_official', means, {
      code: 'phone-similar',
      values: { phone: text, official: near.written },
    });
  if (!alone && !read.some(({ valid }) => valid)) return null;
  return finding('not_official', means, { code: 'phone-other', values: { phone: text } });
}
