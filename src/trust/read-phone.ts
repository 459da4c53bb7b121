import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A number as it is dialled in a country; null for what is no number of any plan. */
export function readPhone(text: string, country: CountryCode): PhoneNumber | null {
  return parsePhoneNumberFromString(text, { defaultCountry: country, extract: false }) ?? null;
}

/** Full-width digits and signs as plain ones, each still one character. */
export function foldDigits(text: string): string {
  return text
    .replace(/[０-９＋－（）．＃]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[‐‑‒–—−ー]/g, '-')
    .replace(/\u3000/g, ' ');
}
