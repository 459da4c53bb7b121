/**
 * `npm run -s eval:mail -- DIR`: what is understood of raw mails. Reads the .eml files of a folder in order of name, writes
 * `{file, ok, ms, auto, subject, from, text, reply, attachments}` a line.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMail } from '../src/mail/read-mail.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run -s eval:mail -- DIR');
  process.exit(1);
}
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .sort()) {
  const raw = readFileSync(join(folder, file));
  const from = performance.now();
  try {
    const mail = await readMail(raw);
    console.log(
      JSON.stringify({
        file,
        ok: true,
        ms: performance.now() - from,
        auto: mail.automatic !== null,
        subject: mail.subject,
        from: mail.from.address,
        text: mail.text,
        reply: mail.reply,
        attachments: mail.files.map(({ name, type }) => ({ name, type })),
      }),
    );
  } catch (error) {
    console.log(
      JSON.stringify({ file, ok: false, ms: performance.now() - from, auto: false, text: String(error) }),
    );
  }
}
