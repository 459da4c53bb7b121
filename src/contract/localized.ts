import { z } from 'zod';

/** A text that every language of the product needs, each of at most `max` UTF-16 code units. */
export const localized = (max: number) =>
  z.object({ 'zh-CN': z.string().trim().min(1).max(max), en: z.string().trim().min(1).max(max) });

/** The same, where a language may still be empty. */
export const localizedOrEmpty = (max: number) =>
  z.object({ 'zh-CN': z.string().trim().max(max), en: z.string().trim().max(max) });
