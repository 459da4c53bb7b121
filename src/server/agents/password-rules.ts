import { PASSWORD_MIN } from '../../contract/staff.ts';
import { AppError } from '../platform/app-error.ts';

/** Fewest different characters: rules out `aaaaaaaaaaaa` and `121212121212`. */
const DIFFERENT_MIN = 6;

/** What guessers try first; a password of such pieces is no longer than what is left without them. */
const guessed =
  /pass(w(or)?d?|phrase)?|passw0rd|qwert[yz]?|asdf|letmein|welcome|admin|support|okpay|secret|0?123456?7?8?9?0?|abcd?e?f?|111+|000+/g;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const isRun = (text: string): boolean => {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, i) => code - (codes[i] ?? 0)));
  return steps.size === 1;
};

/** Whether a password is too easy to guess for somebody who knows the person's name and address. */
export function isWeak(password: string, person: { email: string; name: string }): boolean {
  const characters = [...password.normalize('NFKC')];
  if (characters.length < PASSWORD_MIN || new Set(characters).size < DIFFERENT_MIN || isRun(password))
    return true;
  const bare = plain(password);
  if (bare.replace(guessed, '').length < DIFFERENT_MIN) return true;
  const mine = [person.email, person.email.split('@')[0] ?? '', person.name].map(plain);
  return mine.some((part) => part.length >= 3 && bare.replace(part, '').length < DIFFERENT_MIN);
}

/** @throws AppError `password-weak` */
export function refuseWeak(password: string, person: { email: string; name: string }): void {
  if (!isWeak(password, person)) return;
  const fields = [
    {
      path: 'password',
      message: 'is too easy to guess: take at least 12 characters, and nothing of your name',
    },
  ];
  throw new AppError('password-weak', { min: PASSWORD_MIN }, fields);
}
