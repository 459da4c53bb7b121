import type { AttachmentRef } from '../../../contract/events.ts';
import { currentLocale } from '../i18n.ts';

/** Where a file is fetched from. */
export const fileUrl = ({ id, name }: Pick<AttachmentRef, 'id' | 'name'>): string =>
  `/files/${id}/${encodeURIComponent(name)}`;

/** `1.2 MB`, in the reader's notation. */
export function sizeText(bytes: number): string {
  const [value, unit] =
    bytes >= 1_000_000 ? [bytes / 1e6, 'megabyte'] : [Math.max(1, bytes / 1e3), 'kilobyte'];
  return new Intl.NumberFormat(currentLocale(), {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
