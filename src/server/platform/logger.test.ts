import { describe, expect, test } from 'vitest';
import { createLogger } from './logger.ts';

/** Logs one entry and gives it back as it was written. */
function logged(entry: object): { line: string; entry: Record<string, unknown> } {
  let line = '';
  createLogger({ logLevel: 'info' }, { write: (text: string) => (line += text) }).info(entry, 'said');
  return { line, entry: JSON.parse(line) };
}

describe('a log line', () => {
  test('shows no secret, however deep it lies', () => {
    const secrets = {
      password: 's1',
      user: { token: 's2', session: { secret: 's3' } },
      req: { headers: {} },
    };
    const headers = { cookie: 's4', authorization: 's5', 'set-cookie': 's6', host: 'here' };
    expect(logged({ ...secrets, res: { headers } }).line).not.toMatch(/s[1-6]/);
  });

  test('shows the path of a request, but neither its query nor a token within it', () => {
    const token = 'LyKuC8JZ9NKyoRwhol_CPMwtKTkQaNG17u6fCGIx4IU';
    const id = 'b6b9b3a2-7a51-4c1e-9d0e-0a8c0f0b7c11';
    const { entry } = logged({
      req: { method: 'GET', url: `/desk/setup/${token}/${id}?code=123456`, ip: '::1' },
    });
    expect(entry.req).toEqual({ method: 'GET', path: `/desk/setup/[hidden]/${id}`, ip: '::1' });
  });
});
