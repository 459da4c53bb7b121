import { randomInt, randomUUID } from 'node:crypto';
import { findSecrets } from '../../../src/guard/find-secrets.ts';
import { type Cast, gatherCast } from '../../support/cast.ts';
import type { RunningCentre } from '../../support/centre.ts';
import { Person, type Wire } from '../../support/person.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The people who say the same thing at every door of one centre. */
export interface Stage {
  readonly centre: RunningCentre;
  readonly cast: Cast;
  readonly customer: Person;
  readonly c: string;
  /** What an agent's screen was sent. */
  readonly desk: Wire;
}

/** An address of its own for every request, so that no rate limit stands before a door. */
const elsewhere = (): Record<string, string> => ({
  'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
});

export async function setStage(centre: RunningCentre): Promise<Stage> {
  const cast = await gatherCast(centre, 'en');
  const customer = new Person(centre.url, 'my');
  const c = await startTalk(customer, { name: 'Wei', email: 'wei@example.com', topic: null }, 'hello');
  const desk = await cast.lin.signedIn.connect();
  await desk.follow(c);
  return { centre, cast, customer, c, desk };
}

async function startTalk(customer: Person, form: object, text: string): Promise<string> {
  const id = randomUUID();
  const message = { id: randomUUID(), text };
  await check(
    customer.ask('POST', '/api/my/conversations', { id, form, locale: 'en', message }, elsewhere()),
  );
  return id;
}

/** A door may refuse; it may not break. */
async function check(asked: Promise<Response>): Promise<void> {
  const response = await asked;
  await response.arrayBuffer();
  if (response.status >= 500) throw new Error(`${response.url} answered ${response.status}`);
}

const line = (text: string, most: number) => text.replace(/\s+/g, ' ').slice(0, most);

async function sendFile(person: Person, path: string, name: string): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([PIXEL], { type: 'image/png' }), name);
  await check(person.ask('POST', path, form, elsewhere()));
}

/** For doors that let only letters and digits in: what of a text is a secret without any words around it. */
const plainSecrets = (text: string): string[] =>
  findSecrets(text)
    .map(({ start, end }) =>
      text
        .slice(start, end)
        .replace(/[^A-Za-z0-9]/g, '')
        .slice(0, 60),
    )
    .filter((plain) => plain.length >= 6 && findSecrets(plain).length > 0);

type Door = (stage: Stage, text: string) => Promise<void>;

/** Every way in by which somebody's words reach the server. A new door belongs here. */
export const doors: Record<string, Door> = {
  'the socket': async ({ customer, c, desk }, text) => {
    const wire = await customer.connect();
    const id = randomUUID();
    wire.send({ t: 'post', c, id, text });
    await desk.until(c, (events) => events.some((event) => event.id === id));
    wire.close();
  },
  'a message by request': ({ customer, c }, text) =>
    check(
      customer.ask('POST', `/api/my/conversations/${c}/messages`, { id: randomUUID(), text }, elsewhere()),
    ),
  'the form before a chat': async ({ centre }, text) => {
    const form = {
      name: line(text, 80),
      account: line(text, 100),
      phone: line(text, 32),
      topic: line(text, 60),
    };
    await startTalk(new Person(centre.url, 'my'), form, text);
  },
  'the transaction number': async ({ centre }, text) => {
    for (const transaction of plainSecrets(text)) {
      const form = { name: 'Wei', email: 'wei@example.com', topic: null, transaction };
      await startTalk(new Person(centre.url, 'my'), form, 'hello');
    }
  },
  'my details': ({ customer }, text) =>
    check(customer.ask('PATCH', '/api/my', { name: line(text, 80), account: line(text, 100) }, elsewhere())),
  'an address': async ({ centre }, text) => {
    for (const name of plainSecrets(text))
      await check(
        new Person(centre.url, 'my').ask(
          'POST',
          '/api/my/claims',
          { email: `${name}@example.com` },
          elsewhere(),
        ),
      );
  },
  'an answer': ({ cast, c }, text) =>
    check(cast.lin.signedIn.ask('POST', `/api/desk/conversations/${c}/messages`, { id: randomUUID(), text })),
  'a note': ({ cast, c }, text) =>
    check(cast.lin.signedIn.ask('POST', `/api/desk/conversations/${c}/notes`, { id: randomUUID(), text })),
  'a draft': ({ cast, c }, text) =>
    check(cast.lin.signedIn.ask('PUT', `/api/desk/conversations/${c}/draft`, { text, note: false })),
  'a tag': ({ cast, c }, text) =>
    check(cast.lin.signedIn.ask('PUT', `/api/desk/conversations/${c}/tags`, { tags: [line(text, 40)] })),
  'a search at the desk': ({ cast }, text) =>
    check(cast.lin.signedIn.ask('GET', `/api/desk/search?q=${encodeURIComponent(line(text, 60))}`)),
  'a search in the help': ({ customer }, text) =>
    check(customer.ask('GET', `/search?q=${encodeURIComponent(line(text, 100))}`, undefined, elsewhere())),
  'the path of a page': ({ customer }, text) =>
    check(customer.ask('GET', `/help/${encodeURIComponent(line(text, 80))}`, undefined, elsewhere())),
  'the name of a program': async ({ centre }, text) => {
    // Only Latin-1 goes into a header.
    if (!/^[\x20-\x7e]+$/.test(text)) return;
    await check(
      new Person(centre.url, 'my').ask('POST', '/api/my', {}, { ...elsewhere(), 'user-agent': text }),
    );
  },
  'the name of a file': async ({ customer, cast }, text) => {
    await sendFile(customer, '/api/my/attachments', `${line(text, 120)}.png`);
    await sendFile(cast.lin.signedIn, '/api/desk/attachments', `${line(text, 120)}.png`);
  },
  'a report of something false': ({ customer }, text) =>
    check(
      customer.ask(
        'POST',
        '/api/check/reports',
        { text: `https://evil.example\n${line(text, 300)}` },
        elsewhere(),
      ),
    ),
  'a check of something odd': ({ customer }, text) =>
    check(customer.ask('POST', '/api/check', { text: line(text, 400) }, elsewhere())),
  'a phrase for letters': async ({ customer }, text) => {
    const code = '000000';
    await check(customer.ask('PUT', '/api/my/phrase', { phrase: line(text, 40), code }, elsewhere()));
  },
  'a canned reply': ({ cast }, text) => {
    const texts = { 'zh-CN': text, en: line(text, 100) };
    const body = { shortcut: randomUUID().slice(0, 8), titles: { 'zh-CN': line(text, 100), en: 'x' }, texts };
    return check(cast.lin.signedIn.ask('POST', '/api/desk/canned-replies', body));
  },
  'a team': async ({ cast }, text) => {
    const body = { name: line(text, 60), description: line(text, 200) };
    await check(cast.zhou.signedIn.ask('POST', '/api/desk/admin/teams', body));
  },
  'a topic': async ({ cast }, text) => {
    const said = { name: line(text, 40), description: line(text, 100) };
    const id = `t-${randomUUID().replaceAll(/[^a-f]/g, '')}`;
    const body = { id, icon: 'lock', urgent: false, position: 9, texts: { 'zh-CN': said, en: said } };
    await check(cast.zhou.signedIn.ask('POST', '/api/desk/admin/topics', body));
  },
  'the name of a colleague': ({ cast }, text) =>
    check(
      cast.lin.signedIn.ask('PATCH', '/api/desk/me', { name: line(text, 40), displayName: line(text, 40) }),
    ),
};
