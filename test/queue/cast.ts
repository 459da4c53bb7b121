import { randomUUID } from 'node:crypto';
import type { MyPlace } from '../../src/contract/queue.ts';
import type { Role } from '../../src/contract/roles.ts';
import { arrive, type Cast } from '../staff/cast.ts';

/** A customer with one conversation, and the cookie that makes it theirs. */
export class Customer {
  readonly c = randomUUID();
  #cookie = '';
  readonly #cast: Cast;

  constructor(cast: Cast) {
    this.#cast = cast;
  }

  async #ask(method: 'GET' | 'POST', url: string, payload?: object) {
    const response = await this.#cast.centre.app.inject({
      method,
      url,
      remoteAddress: `198.51.100.${Math.floor(Math.random() * 250)}`,
      headers: { 'accept-language': 'en', cookie: this.#cookie },
      ...(payload === undefined ? {} : { payload }),
    });
    const set = response.cookies[0];
    if (set !== undefined) this.#cookie = `${set.name}=${set.value}`;
    if (response.statusCode >= 400) throw new Error(`${method} ${url} answered ${response.body}`);
    return response.json();
  }

  async asks(text: string, form: object = {}): Promise<this> {
    await this.#ask('POST', '/api/my/conversations', {
      id: this.c,
      form: { name: 'Wei', email: 'wei@example.com', topic: null, ...form },
      locale: 'en',
      message: { id: randomUUID(), text },
    });
    return this;
  }

  place = (): Promise<MyPlace> => this.#ask('GET', `/api/my/conversations/${this.c}/place`);
  ends = () => this.#ask('POST', `/api/my/conversations/${this.c}/resolution`);
  events = async () =>
    (await this.#ask('GET', `/api/my/conversations/${this.c}/events`)).events as {
      type: string;
      body: Record<string, unknown>;
    }[];
}

/** Somebody at the desk: online, with the desk open for as long as the test lasts. */
export async function atTheDesk(cast: Cast, role: Role = 'agent') {
  const person = await arrive(cast, role);
  await person.browser.put('/api/desk/me/presence', { presence: 'online' });
  await cast.database.sql`
    insert into staff_connections (node_id, session_id, staff_id, seen_at)
    values (${randomUUID()}, ${randomUUID()}, ${person.id}, now() + interval '1 hour')`;
  return person;
}

/** Closes the desk of this person, as a lost connection would. */
export const leavesTheDesk = (cast: Cast, id: string) =>
  cast.database.sql`delete from staff_connections where staff_id = ${id}`;
