import type { PublicKey } from '../../contract/transcript-file.ts';
import type { FileVerdict } from '../../trust/verify-transcript.ts';

interface Settings {
  keys: PublicKey[];
  says: Record<
    'intact' | 'altered' | 'head' | 'lines' | 'missing' | 'moved' | 'foreign' | 'unreadable' | 'cannot',
    string
  >;
}

/** Larger than any transcript; reading more would only hold the page. */
const FILE_MAX = 50 * 1024 * 1024;

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

function sentences(verdict: FileVerdict, says: Settings['says']): string[] {
  if (verdict.kind === 'foreign' || verdict.kind === 'unreadable') return [says[verdict.kind]];
  const { caseNumber, madeAt, digests } = verdict.claims;
  const made = new Date(madeAt).toLocaleString(document.documentElement.lang);
  const about = { case: caseNumber, made, count: String(digests.length) };
  if (verdict.kind === 'intact') return [fill(says.intact, about)];
  // A changed line is missing as it was; that it was changed says so already.
  const missing = verdict.missing.filter((line) => !verdict.altered.includes(line));
  const list = (lines: readonly number[]) => ({ lines: lines.join(', ') });
  return [
    fill(says.altered, about),
    ...(verdict.head ? [says.head] : []),
    ...(verdict.altered.length > 0 ? [fill(says.lines, list(verdict.altered))] : []),
    ...(missing.length > 0 ? [fill(says.missing, list(missing))] : []),
    ...(verdict.moved ? [says.moved] : []),
  ];
}

function show(place: Element, tone: 'official' | 'not_official' | 'unknown', lines: readonly string[]): void {
  const box = document.createElement('div');
  box.className = 'verdict';
  box.dataset.verdict = tone;
  for (const line of lines) {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    box.append(paragraph);
  }
  place.replaceChildren(box);
}

const sha256 = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);

/** Verifies a chosen file in this browser; nothing of it is sent. What does the work is fetched with the page, for use offline. */
export function verifyFile(): void {
  const input = document.querySelector<HTMLInputElement>('[data-verify-file]');
  const place = input?.parentElement?.querySelector('.file-answer');
  if (!input || !place) return;
  const { keys, says } = JSON.parse(
    document.getElementById('verify-settings')?.textContent ?? '{}',
  ) as Settings;
  const verifier = import('../../trust/verify-transcript.ts');
  verifier.catch(() => undefined);
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    try {
      // Signatures are the browser's own (WebCrypto, Ed25519), which old ones and plain http do not have.
      await crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify']);
      const { verifyTranscript } = await verifier;
      const verdict =
        file.size > FILE_MAX
          ? ({ kind: 'unreadable' } as const)
          : await verifyTranscript(await file.text(), keys, sha256);
      show(place, verdict.kind === 'intact' ? 'official' : 'not_official', sentences(verdict, says));
    } catch {
      show(place, 'unknown', [says.cannot]);
    }
  });
}
