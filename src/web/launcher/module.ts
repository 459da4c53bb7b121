/** The launcher as a module: `import { launch } from 'https://support.example.com/launcher/v1.mjs'`. */
import type { LaunchOptions, SupportCentre } from './api.ts';
import { launchFrom } from './launch.ts';

/** Puts the entry on this page. @throws TypeError when `centre` is no address */
export const launch = (options: LaunchOptions = {}): SupportCentre =>
  launchFrom(options.centre ?? import.meta.url, options);
