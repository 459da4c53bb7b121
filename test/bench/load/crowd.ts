/** The customers and agents of the load: opens their sockets and drives them, closed loop or at a given rate. */
import { type Dialect, type DialectName, dialects } from './dialect.ts';
import { MessageMaker } from './messages.ts';
import { Talk } from './talk.ts';
import { Wire } from './wire.ts';

export interface Cast {
  customers: { ticket: string; c: string }[];
  agents: { ticket: string; cs: string[] }[];
}

/** `{"t":"events","c":"` then the conversation's id and `","after":`; both are of fixed length. */
const C_AT = 19;
const AFTER_AT = C_AT + 36 + 10;
const LETTER_E = 0x65;
const LETTER_V = 0x76;
/** One frame in so many is parsed as JSON and looked into. */
const INSPECT_EVERY = 1000;
const COMMA = 0x2c;

export class Crowd {
  readonly #dialect: Dialect;
  readonly #talks = new Map<string, Talk>();
  readonly #wires: Wire[] = [];
  #finished: (talk: Talk, count: number) => void = (talk, count) => talk.finish(count);
  #heard = 0;

  constructor(dialect: DialectName) {
    this.#dialect = dialects[dialect];
  }

  get talks(): Talk[] {
    return [...this.#talks.values()];
  }

  /** Opens every socket, follows every conversation from both sides, and waits until both know where they stand. */
  async join(port: number, { customers, agents }: Cast): Promise<void> {
    for (const { ticket, c } of customers) {
      const wire = await this.#connect(port, ticket, 'customer');
      const { before, after } = this.#dialect;
      this.#talks.set(c, new Talk(wire, new MessageMaker(c, before, after)));
      this.#say(wire, { t: 'sub', c, after: 0 });
    }
    for (const { ticket, cs } of agents) {
      const wire = await this.#connect(port, ticket, 'agent');
      for (const c of cs) this.#say(wire, { t: 'sub', c, after: 0 });
    }
    const lost = Date.now() + 20_000;
    while (this.talks.some(({ upTo }) => upTo.customer < 0 || upTo.agent < 0)) {
      if (Date.now() > lost) throw new Error('not everybody was greeted with an events frame');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  leave(): void {
    for (const wire of this.#wires) wire.socket.destroy();
  }

  /** Whoever drives hears of every finished message. */
  onFinished(finished: (talk: Talk, count: number) => void): void {
    this.#finished = finished;
  }

  #say(wire: Wire, frame: object): void {
    wire.sendText(this.#dialect.before + JSON.stringify(frame) + this.#dialect.after);
  }

  async #connect(port: number, ticket: string, side: 'customer' | 'agent'): Promise<Wire> {
    const dialect = this.#dialect;
    let ready = () => {};
    const isReady = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const offset = dialect.before.length;
    const wire = await Wire.open(port, dialect.path, (buffer, start, end) => {
      const at = start + offset;
      if (buffer[at + 6] === LETTER_E && buffer[at + 7] === LETTER_V)
        return this.#events(side, buffer, at, end);
      const text = buffer.toString('utf8', start, end);
      if (dialect.isReady(text)) ready();
      const reply = dialect.reply(text);
      if (reply !== null) wire.sendText(reply);
      if (/"t":"(refused|bye)"/.test(text)) throw new Error(`the server said ${text}`);
    });
    this.#wires.push(wire);
    for (const text of dialect.opening(ticket)) wire.sendText(text);
    await isReady;
    return wire;
  }

  #events(side: 'customer' | 'agent', buffer: Buffer, start: number, end: number): void {
    const c = buffer.toString('latin1', start + C_AT, start + C_AT + 36);
    let at = start + AFTER_AT;
    let after = 0;
    for (; at < end && buffer[at] !== COMMA; at++) after = after * 10 + (buffer[at] as number) - 48;
    at += ',"upTo":'.length;
    let upTo = 0;
    for (; at < end && buffer[at] !== COMMA; at++) upTo = upTo * 10 + (buffer[at] as number) - 48;
    if (at >= end) throw new Error(`not a frame of ours: ${buffer.toString('utf8', start, end)}`);
    if (this.#heard++ % INSPECT_EVERY === 0)
      this.#inspect(buffer.toString('utf8', start, end - this.#dialect.after.length));
    const talk = this.#talks.get(c);
    if (talk === undefined) throw new Error(`nobody follows ${c}`);
    const count = talk.hear(side, after, upTo);
    if (count > 0) this.#finished(talk, count);
  }

  #inspect(text: string): void {
    const { after, upTo, events } = JSON.parse(text) as {
      after: number;
      upTo: number;
      events: { seq: number; body: { text?: string } }[];
    };
    const isWhole =
      events.length === upTo - after && events.every((event, index) => event.seq === after + index + 1);
    if (!isWhole) throw new Error(`not a whole piece of the log: ${text}`);
  }
}
