import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { documentedSettings, type Environment, loadConfig, readEnvironment } from './config.ts';
import { StartupError } from './startup-error.ts';

const refusal = (environment: Environment): string[] => {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof StartupError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  test('needs nothing', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      defaultLocale: 'zh-CN',
      trustProxy: false,
    });
    expect(config.publicUrl).toBeUndefined();
    expect(config.dataDir).toBe(resolve('data'));
  });

  test('takes an empty variable for an unset one', () => {
    expect(loadConfig({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 8080, databaseUrl: undefined });
  });

  test('keeps a demonstration away from real data', () => {
    expect(loadConfig({ DEMO: 'true' }).dataDir).toBe(resolve('data/demo'));
    expect(loadConfig({ DEMO: 'true', DATA_DIR: '/srv/x' }).dataDir).toBe('/srv/x');
  });

  test('names each variable that is wrong, on a line of its own', () => {
    expect(refusal({ PORT: '80a', LOG_LEVEL: 'loud', DEMO: 'yes' })).toEqual([
      'PORT: must be a whole number from 0 to 65535',
      'DEMO: must be true or false',
      'LOG_LEVEL: must be one of: debug, info, warn, error, silent',
    ]);
  });

  test.each([
    ['PORT', '65536'],
    ['HOST', 'example.com'],
    ['PUBLIC_URL', 'support.example.com'],
    ['PUBLIC_URL', 'https://support.example.com/path'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['ALLOWED_ORIGINS', 'https://a.example, nonsense'],
    ['TRUST_PROXY', 'true'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['TIME_ZONE', 'Mars/Olympus'],
    ['DEFAULT_LOCALE', 'fr'],
  ])('refuses %s=%s', (name, value) => {
    expect(refusal({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
  });

  test('reads addresses as browsers write them', () => {
    const config = loadConfig({
      PUBLIC_URL: 'https://Support.Example.com/',
      ALLOWED_ORIGINS: 'https://pay.example.com:443 http://localhost:3000',
      TRUST_PROXY: 'loopback, 10.0.0.0/8',
    });
    expect(config.publicUrl).toBe('https://support.example.com');
    expect(config.allowedOrigins).toEqual(['https://pay.example.com', 'http://localhost:3000']);
    expect(config.trustProxy).toEqual(['loopback', '10.0.0.0/8']);
  });

  test('documents every variable once', () => {
    const names = documentedSettings.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(documentedSettings.every(({ meaning }) => meaning.endsWith('.'))).toBe(true);
  });
});

describe('the .env file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'okpay-env-'));
  afterEach(() => {
    delete process.env.SOCKET_FRAME_MAX_BYTES;
    rmSync(folder, { recursive: true, force: true });
  });

  test('is read, and gives way to the environment', () => {
    const file = join(folder, '.env');
    writeFileSync(file, 'HEARTBEAT_SECONDS=7\nSOCKET_FRAME_MAX_BYTES=2048\n');
    process.env.SOCKET_FRAME_MAX_BYTES = '4096';
    expect(loadConfig(readEnvironment(file))).toMatchObject({
      heartbeatSeconds: 7,
      socketFrameMaxBytes: 4096,
    });
  });
});
