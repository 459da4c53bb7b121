import classes from './person.module.css';

/** Up to two letters, or the last two characters of a Chinese name, as people abbreviate it. */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') return '?';
  if (/\p{Script=Han}/u.test(trimmed)) return [...trimmed.replace(/\s/g, '')].slice(-2).join('');
  const words = trimmed.split(/\s+/);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}

interface Props {
  name: string;
  size?: 'small' | 'medium' | 'large';
  kind?: 'customer' | 'agent';
  presence?: 'online' | 'busy' | 'away' | undefined;
}

/** A person's mark beside their written name: decoration, so screen readers skip it. */
export function Person({ name, size = 'medium', kind = 'customer', presence }: Props) {
  return (
    <span aria-hidden="true" className={classes.person} data-size={size} data-kind={kind}>
      {initials(name)}
      {presence && <span className={classes.presence} data-presence={presence} />}
    </span>
  );
}
