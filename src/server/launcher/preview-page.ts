import { z } from 'zod';
import { Locale } from '../../contract/locale.ts';
import { type Html, html } from '../centre/html.ts';

/** How the entry is to look; whatever else is asked for is left at its default. */
export const PreviewQuery = z.object({
  language: z.union([Locale, z.literal('')]).catch(''),
  side: z.enum(['left', 'right']).catch('right'),
  label: z.string().max(24).catch(''),
});

/** An empty page of some site with the launcher on it. */
export const previewPage = ({ language, side, label }: z.infer<typeof PreviewQuery>, page: Locale): Html =>
  html`<!doctype html>
<html lang="${language || page}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>…</title></head>
<body><script async src="/launcher/v1.js" data-language="${language || page}" data-side="${side}"${label === '' ? null : html` data-label="${label}"`}></script></body>
</html>
`;
