/** The launcher as one script tag: `<script async src="https://support.example.com/launcher/v1.js"></script>`. */
import type { LaunchOptions, SupportCentre } from './api.ts';
import { launchFrom } from './launch.ts';

declare global {
  interface Window {
    OKPaySupport?: SupportCentre | ((centre: SupportCentre) => void)[];
  }
}

function optionsOf({ dataset }: HTMLScriptElement): LaunchOptions {
  const { language, label, side, entry } = dataset;
  return {
    ...(language === 'en' || language === 'zh-CN' ? { language } : {}),
    ...(label ? { label } : {}),
    ...(side === 'left' ? { side } : {}),
    ...(entry === 'none' ? { entry: false } : {}),
  };
}

const tag = document.currentScript as HTMLScriptElement | null;
const before = window.OKPaySupport;
// A second tag on the same page, or a page inside of the panel itself, gets no second entry.
if (tag !== null && (before === undefined || Array.isArray(before))) {
  const centre = launchFrom(tag.dataset.centre ?? tag.src, optionsOf(tag));
  window.OKPaySupport = centre;
  for (const callback of before ?? []) centre.push(callback);
}
