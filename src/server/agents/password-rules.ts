import { PASSWORD_MIN } from '../../contract/staff.ts';
import { AppError } from '../platform/app-error.ts';

/** Fewest different characters: rules out `aaaaaaaaaaaa` and `121212121212`. */
const DIFFERENT_MIN = 6;

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
