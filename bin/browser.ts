import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../test/support/chromium.ts';

const packages = ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];
/** Chromium without a window is faster, and is not in every distribution. */
const faster = 'chromium-headless-shell';

const run = (program: string, args: string[]): boolean =>
  spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const chineseFonts = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/wqy',
];
const emojiFont = '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf';

const hasFonts = (): boolean =>
  process.platform !== 'linux' || (chineseFonts.some(existsSync) && existsSync(emojiFont));

/** Makes sure there is a Chromium, and letters and emoji for its pages; installs them where that is possible. Returns what is missing. */
export function ensureBrowser(): string | null {
  const complete = findChromium() !== null && hasFonts();
  if (!complete && canInstall()) {
    console.log(`Installing ${packages.join(' and ')} ...`);
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', faster]);
  }
  if (findChromium() !== null) return null;
  return 'Chromium is missing: install it (Debian: apt-get install chromium fonts-noto-cjk), or name it in CHROMIUM.';
}
