import { z } from 'zod';
import { Domain } from './domain.ts';
import { localized } from './localized.ts';

/** Who the centre speaks for: everything a customer sees that names the company. */
export const Brand = z.object({
  name: localized(40),
  accent: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #0f766e')
    .describe('Colour of buttons and links; must be readable on white'),
  phones: z
    .array(
      z.object({
        number: z
          .string()
          .trim()
          .regex(/^\+?[0-9][0-9 ()-]{2,24}$/, 'must be a telephone number'),
        label: localized(40).nullable(),
      }),
    )
    .max(10),
  emails: z.array(z.string().trim().toLowerCase().max(254).pipe(z.email())).max(10),
  emailReplyHours: z.int().min(1).max(240).describe('Within how many hours a mail is answered'),
  officialDomain: Domain.nullable(),
});
export type Brand = z.infer<typeof Brand>;

/** No telephone number, address or domain is invented: until they are set, pages leave them out. */
export const defaultBrand: Brand = {
  name: { 'zh-CN': 'OKPay', en: 'OKPay' },
  accent: '#0f766e',
  phones: [],
  emails: [],
  emailReplyHours: 4,
  officialDomain: null,
};
