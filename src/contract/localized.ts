import { z } from 'zod';
import { printable, wording } from './text.ts';

/** One line in every language of the product, each of at most `max` UTF-16 units. */
export const localized = (max: number) =>
  z.object({ 'zh-CN': printable(max).min(1), en: printable(max).min(1) });

/** Text of several lines, where a language may still be empty. */
export const localizedOrEmpty = (max: number) => z.object({ 'zh-CN': wording(max), en: wording(max) });
