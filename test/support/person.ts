import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { WebSocket } from 'ws';
import type { ClientFrame, Line, ServerFrame } from '../../src/contract/frames.ts';
import { PROTOCOL_VERSION } from '../../src/contract/limits.ts';
import type { Role } from '../../src/contract/roles.ts';
import { addStaff } from '../../src/server/agents/add-staff.ts';

export const PASSWORD = 'a long enough passphrase 4 tests';

/** Somebody with a browser: keeps cookies, speaks JSON. */
export class Person {
  #cookies = new Map<string, string>();
  readonly side: 'my' | 'desk';
  /** The node it talks to; may be changed between requests. */
  url: string;

  constructor(url: string, side: 'my' | 'desk') {
    this.url = url;
    this.side = side;
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const isJson = body !== undefined && !(body instanceof FormData);
    const sent = isJson && typeof body !== 'string' ? JSON.stringify(body) : (body as string | FormData);
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'en',
        ...(isJson ? { 'content-type': 'application/json' } : {}),
        ...(cookie === '' ? {} : { cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: sent }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    return response;
  }

  /** The JSON of an answer that must be a success. */
  async get<T = Record<string, unknown>>(path: string): Promise<T> {
    return this.#success('GET', path);
  }

  async post<T = Record<string, unknown>>(path: string, body: unknown = {}): Promise<T> {
    return this.#success('POST', path, body);
  }

  async put<T = Record<string, unknown>>(path: string, body: unknown): Promise<T> {
    return this.#success('PUT', path, body);
  }

  /** Opens a socket and says hello; `line` says which of its page's lines it is. */
  async connect(line?: Line): Promise<Wire> {
    const { ticket } = await this.post<{ ticket: string }>(`/api/${this.side}/socket-tickets`);
    const wire = new Wire(`${this.url.replace('http', 'ws')}/api/socket`);
    await wire.opened;
    wire.send({ t: 'hello', v: PROTOCOL_VERSION, ticket, locale: 'en', ...(line && { line }) });
    await wire.next('welcome');
    return wire;
  }

  async #success<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.ask(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  }
}

type FrameOf<T extends ServerFrame['t']> = Extract<ServerFrame, { t: T }>;

/** A socket as a test holds it: every frame is kept, and can be waited for. */
export class Wire {
  readonly socket: WebSocket;
  readonly frames: ServerFrame[] = [];
  readonly opened: Promise<void>;
  readonly closed: Promise<number>;
  #waiting: (() => void)[] = [];

  constructor(url: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(url, { headers });
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', () => resolve());
      this.socket.once('error', reject);
    });
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.on('message', (data) => {
      this.frames.push(JSON.parse(String(data)) as ServerFrame);
      for (const wake of this.#waiting.splice(0)) wake();
    });
  }

  send(frame: ClientFrame): void {
    this.socket.send(JSON.stringify(frame));
  }

  sendText(text: string): void {
    this.socket.send(text);
  }

  /** Follows a conversation and waits for the first piece of its log. */
  async follow(c: string, after = 0): Promise<FrameOf<'events'>> {
    this.send({ t: 'sub', c, after });
    return this.next('events', (frame) => frame.c === c && frame.after === after);
  }

  /** The first frame of this kind that fits, whether it came already or is still to come. */
  async next<T extends ServerFrame['t']>(
    t: T,
    fits: (frame: FrameOf<T>) => boolean = () => true,
  ): Promise<FrameOf<T>> {
    for (;;) {
      const found = this.frames.find((frame) => frame.t === t && fits(frame as FrameOf<T>));
      if (found !== undefined) return found as FrameOf<T>;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** The events of a conversation that arrived, in order of arrival. */
  events(c: string): FrameOf<'events'>['events'] {
    return this.frames.flatMap((frame) => (frame.t === 'events' && frame.c === c ? frame.events : []));
  }

  /** Waits until the events that arrived satisfy a condition. */
  async until(
    c: string,
    holds: (events: FrameOf<'events'>['events']) => boolean,
  ): Promise<FrameOf<'events'>['events']> {
    while (!holds(this.events(c))) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.events(c);
  }

  close(): void {
    this.socket.close();
  }
}

let people = 0;

/** A signed-in member of staff with this role. */
export async function staffMember(
  sql: Sql,
  url: string,
  role: Role,
  name = `Person ${++people}`,
): Promise<Person & { id: string }> {
  const email = `${role}-${randomUUID().slice(0, 8)}@okpay.example`;
  const id = await addStaff(
    sql,
    { email, name, role, locale: 'en', password: PASSWORD } as never,
    new Date(),
  );
  const person = Object.assign(new Person(url, 'desk'), { id });
  await person.post('/api/desk/session', { email, password: PASSWORD });
  return person;
}

export interface Started {
  customer: Person;
  c: string;
  caseNumber: string;
}

/** A customer who has just written their first message. */
export async function startedChat(
  url: string,
  text = 'My payment failed',
  customer = new Person(url, 'my'),
): Promise<Started> {
  const id = randomUUID();
  const { caseNumber } = await customer.post<{ caseNumber: string }>('/api/my/conversations', {
    id,
    form: { name: 'Wei', email: 'wei@example.com', topic: 'payments' },
    locale: 'en',
    message: { id: randomUUID(), text },
  });
  return { customer, c: id, caseNumber };
}
