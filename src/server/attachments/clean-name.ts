import { type AttachmentType, attachmentEndings } from '../../contract/attachments.ts';

const NAME_MAX = 100;

/** JPEG files are as often called .jpeg; both are left alone. */
const hasEnding = (name: string, type: AttachmentType): boolean => {
  const endings = type === 'image/jpeg' ? ['jpg', 'jpeg'] : [attachmentEndings[type]];
  return endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
};

/**
 * A file name that is safe to show and to save: no folders, nothing invisible (a right-to-left override makes
 * `gpj.exe` read `exe.jpg`), nothing a file system treats specially, and the ending of what the file really is.
 */
export function cleanName(given: string, type: AttachmentType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const stem = hasEnding(visible, type) ? visible : visible.replace(/\.[^.]{1,10}$/, '');
  const ending = hasEnding(stem, type) ? stem.slice(stem.lastIndexOf('.')) : `.${attachmentEndings[type]}`;
  const bare = hasEnding(stem, type) ? stem.slice(0, stem.lastIndexOf('.')) : stem;
  const short = [...bare].slice(0, NAME_MAX).join('').trim();
  return `${short === '' ? 'file' : short}${ending}`;
}
