import { z } from 'zod';

const isOrigin = (text: string): boolean => {
  if (!/^https?:\/\/[^/?#\s*]+\/?$/i.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.origin !== 'null';
};

/** A site as browsers name it: scheme, host and port, without a path. */
const Site = z
  .string()
  .trim()
  .max(300)
  .refine(isOrigin, 'must be an address such as https://www.example.com, without a path');

/** Which other sites may show the centre in a frame, as the launcher does. */
export const LauncherSetting = z.object({
  sites: z.array(Site).max(50),
});
export type LauncherSetting = z.infer<typeof LauncherSetting>;
