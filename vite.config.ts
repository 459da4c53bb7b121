import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The browser programs: what they are called in the manifest's readers, and where they start. */
const entries = {
  centre: 'src/web/centre/main.ts',
  chat: 'src/web/chat/main.tsx',
  desk: 'src/web/desk/main.tsx',
};

const br = promisify(brotliCompress);
const gz = promisify(gzip);

/** Writes a .br and a .gz beside every text asset, so that the server never compresses one while people wait. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter(
        (name) => /\.(js|css|svg|json|txt)$/.test(name) && !name.startsWith('.'),
      );
      await Promise.all(
        texts.map(async (name) => {
          const path = join(dir, name);
          const content = await readFile(path);
          if (content.length < 512) return;
          await writeFile(
            `${path}.br`,
            await br(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
          );
          await writeFile(`${path}.gz`, await gz(content, { level: 9 }));
        }),
      );
    },
  };
}

export default defineConfig({
  // Preact files name their JSX runtime in their first line; everything else is React.
  plugins: [react({ include: /\/src\/web\/desk\/.*\.tsx$/ }), precompress()],
  publicDir: false,
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path))),
      output: {
        // Each program's first screen is one file, and one more that programs share: many small ones queue behind
        // each other. Preact and the schemas' parser stay out of it, so that no program loads another's.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              tags: ['$initial'],
              priority: 2,
              test: /[\\/]src[\\/](web[\\/]shared|contract)[\\/].*\.ts$/,
            },
            {
              name: 'desk-first',
              tags: ['$initial'],
              priority: 1,
              test: /[\\/]src[\\/]web[\\/]desk[\\/].*\.tsx?$|[\\/]node_modules[\\/](?!preact|@preact|zod).*js$/,
            },
          ],
        },
      },
    },
  },
});
