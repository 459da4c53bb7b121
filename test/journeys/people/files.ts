import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

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

/** A PDF on this machine. @returns its path */
export function receipt(name: string): string {
  const body =
    '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n';
  return keep(name, Buffer.from(body, 'latin1'));
}
