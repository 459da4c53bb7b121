import { expect, test } from 'vitest';
import { entryOf } from './assets.ts';

const manifest = {
  'src/web/centre/main.ts': { file: 'assets/centre-1.js', css: ['assets/centre-1.css'] },
  'src/web/chat/main.tsx': {
    file: 'assets/chat-1.js',
    css: ['assets/chat-1.css'],
    imports: ['_shared.js', '_loop.js'],
  },
  '_shared.js': { file: 'assets/shared-1.js', css: ['assets/shared-1.css'], imports: ['_loop.js'] },
  '_loop.js': { file: 'assets/loop-1.js', imports: ['_shared.js'] },
};

test('an entry has its module, and every style and import it needs at once', () => {
  expect(entryOf(manifest, 'chat')).toEqual({
    script: '/assets/chat-1.js',
    styles: ['/assets/chat-1.css', '/assets/shared-1.css'],
    imports: ['/assets/shared-1.js', '/assets/loop-1.js'],
  });
});

test('an entry that was not built is none', () => expect(entryOf(manifest, 'desk')).toBeNull());
