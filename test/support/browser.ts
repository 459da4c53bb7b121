import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Locale } from '../../src/contract/locale.ts';
import { chromiumArguments, findHeadlessChromium } from './chromium.ts';

const screenshots = join(import.meta.dirname, '../../test-output/screenshots');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What keeps a browser from asking hosts of its own: the pages are ours and nothing else may be needed. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PATIENCE_MS = 15_000;

const sizes = {
  phone: { width: 360, height: 740 },
  desk: { width: 1440, height: 900 },
} as const;
export type Device = keyof typeof sizes;

export interface WindowOptions {
  locale?: Locale;
  dark?: boolean;
  javaScript?: boolean;
}

/** A person's browser: own cookies, own storage, the size of their screen. */
export interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly locale: Locale;
  readonly device: Device;
  /** Errors that scripts did not catch, what the policy of our pages refused, what axe found. Expected to be empty. */
  readonly faults: string[];
  /** Another tab of the same browser. */
  tab(path?: string): Promise<Page>;
  /** Keeps a picture of the screen under this name and checks it with axe, which needs a page where scripts may run. */
  look(name: string, page?: Page): Promise<void>;
  /** Only keeps the picture. */
  glance(name: string, page?: Page): Promise<void>;
}

/** Chromium for one test file. Close it in `afterAll`. */
export class Browsers {
  readonly #browser: Browser;
  readonly #base: string;

  constructor(browser: Browser, base: string) {
    this.#browser = browser;
    this.#base = base;
  }

  static async launch(base: string): Promise<Browsers> {
    const executablePath = findHeadlessChromium();
    if (executablePath === null) throw new Error('Chromium is missing.');
    const browser = await chromium.launch({ executablePath, args: [...chromiumArguments, ...quiet] });
    return new Browsers(browser, base);
  }

  /** Opens a browser of this size at `path`. */
  async open(device: Device, path: string, options: WindowOptions = {}): Promise<Window> {
    const { locale = 'zh-CN', dark = false, javaScript = true } = options;
    const context = await this.#browser.newContext({
      baseURL: this.#base,
      locale,
      timezoneId: 'Asia/Shanghai',
      viewport: sizes[device],
      hasTouch: device === 'phone',
      isMobile: device === 'phone',
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      javaScriptEnabled: javaScript,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const faults: string[] = [];
    const tab = async (at = path) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (line) => {
        if (line.type() === 'error' && /Content Security Policy|React|Warning:/.test(line.text()))
          faults.push(line.text());
      });
      await page.goto(at);
      return page;
    };
    const page = await tab();
    const named = (name: string) => `${locale}/${device}${dark ? '-dark' : ''}-${name}`;
    const glance = (name: string, shown = page) => keepPicture(shown, named(name));
    const look = async (name: string, shown = page) => {
      await glance(name, shown);
      faults.push(...(await violations(shown)).map((violation) => `${named(name)}: ${violation}`));
    };
    return { context, page, locale, device, faults, tab, look, glance };
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/**
 * What axe finds on the page as it stands, one line each; nothing is as it should be. A menu that is open stands
 * outside every landmark, as it does above every page; the rule about landmarks rests for that moment. Stylesheets are
 * not fetched again for the one rule that reads them (test/budgets.test.ts asks that of their sources).
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`if (!window.axe) { ${axeSource} }`);
  const found = (await page.evaluate(
    `axe.run(document, {
      resultTypes: ['violations'],
      preload: false,
      rules: { region: { enabled: document.querySelector('[data-portal] [role=menu]') === null } },
    }).then(({ violations }) => violations)`,
  )) as Violation[];
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 4)
        .map(
          ({ target, failureSummary }) => `  ${target.join(' ')} - ${failureSummary?.replace(/\s+/g, ' ')}`,
        )
        .join('\n')}`,
  );
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const path = join(screenshots, `${name}.png`);
  mkdirSync(join(path, '..'), { recursive: true });
  await page.screenshot({ path, animations: 'disabled' });
}
