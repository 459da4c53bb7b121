import type { Locale } from '../../contract/locale.ts';
import type { Deps } from '../deps.ts';
import type { Letter } from '../platform/mailer.ts';
import { phraseOf } from './phrase-store.ts';

interface Foot {
  /** Null for an address without one. */
  phrase: string | null;
  /** Where the centre is. */
  base: string;
}

const foot: Record<Locale, (known: Foot) => string> = {
  'zh-CN': ({ phrase, base }) =>
    [
      phrase === null
        ? `您还没有设置防伪短语。设置后，我们发给您的每封邮件都会带上它：${base}/my#phrase`
        : `您的防伪短语：${phrase}\n没有这句话、或与您设置的不同的邮件，不是我们发的。`,
      `核验这封邮件：${base}/check`,
      '我们绝不会索要密码、验证码或完整卡号。',
    ].join('\n'),
  en: ({ phrase, base }) =>
    [
      phrase === null
        ? `You have not set a phrase yet. Once you have, every letter of ours carries it: ${base}/my#phrase`
        : `Your phrase: ${phrase}\nA letter without it, or with another, is not from us.`,
      `Check this letter: ${base}/check`,
      'We never ask for a password, a code or a full card number.',
    ].join('\n'),
};

/**
 * Sends a letter to a customer, with what shows that it is ours below it: the phrase they chose, where to check, and what
 * we never ask for. Every letter to a customer goes through here.
 */
export async function sendLetter(
  { sql, config, mailer }: Pick<Deps, 'sql' | 'config' | 'mailer'>,
  { to, subject, text }: Letter,
  locale: Locale,
): Promise<void> {
  const { phrase } = await phraseOf(sql, to);
  const base = config.publicUrl ?? `http://localhost:${config.port}`;
  await mailer.send({ to, subject, text: `${text}\n\n--\n${foot[locale]({ phrase, base })}` });
}
