import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { makeReceipt } from '../../../src/server/demo/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'okpay-files-'));

function keep(name: string, content: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A picture on this machine. @returns its path */
export async function picture(name: string): Promise<string> {
  const background = '#0f766e';
  return keep(
    name,
    await sharp({ create: { width: 360, height: 240, channels: 3, background } })
      .png()
      .toBuffer(),
  );
}

/** A photograph of a payment card, as customers send them. @returns its path */
export async function bankCard(name: string): Promise<string> {
  const card = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" font-family="monospace" fill="#fff">
    <rect width="640" height="400" rx="24" fill="#1d4ed8"/><rect x="48" y="96" width="80" height="60" rx="8" fill="#eab308"/>
    <text x="48" y="220" font-size="44">4111 1111 1111 1111</text><text x="48" y="330" font-size="28">WEI GUOQIANG</text></svg>`;
  return keep(name, await sharp(Buffer.from(card)).png().toBuffer());
}

/** A PDF on this machine. @returns its path */
export function receipt(name: string): string {
  return keep(name, makeReceipt('Receipt 42'));
}
