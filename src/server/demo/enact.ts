import { randomUUID } from 'node:crypto';
import type { AuditAction } from '../../contract/audit.ts';
import type { Actor, AttachmentRef } from '../../contract/events.ts';
import type { Command, Envelope } from '../conversations/commands.ts';
import type { Person } from '../conversations/state.ts';
import { inspect } from '../guard/inspect.ts';
import type { Telling } from './plan.ts';
import type { Line } from './story.ts';

/** Who stories speak of by key: staff as customers see them, and teams. */
export interface Cast {
  staff: Record<string, Person>;
  teams: Record<string, { id: string; name: string }>;
}

type StaffLine = Extract<Line, { by?: string | undefined }>;

/** A command of a story; `action` is what the audit calls it when staff gave it. */
export interface Step {
  envelope: Envelope;
  action: AuditAction | null;
}

/** Who looks after everybody else: gives cases to teams, raises priorities. */
const SUPERVISOR = 'he';
const MOMENT_MS = 4_000;

/** Turns a story into the commands that the people in it gave. */
export class Enactment {
  readonly id: string = randomUUID();
  readonly steps: Step[] = [];
  readonly #telling: Telling;
  readonly #cast: Cast;
  #holder: string | null = null;

  constructor(telling: Telling, cast: Cast) {
    this.#telling = telling;
    this.#cast = cast;
  }

  /** @param files what the lines carry, by their place in the story */
  play(caseNumber: string, files: Map<number, AttachmentRef[]>): this {
    const { story, times } = this.#telling;
    const first = times[0] as Date;
    this.#start(first, caseNumber);
    story.lines.forEach((line, i) => {
      this.#speak(line, times[i] as Date, files.get(i) ?? []);
      if (i === 0) this.#triage(new Date(first.getTime() + MOMENT_MS));
    });
    if (story.ends === 'resolved')
      this.#staff(times.at(-1) as Date, null, { kind: 'resolve' }, 'conversation.resolved');
    return this;
  }

  #start(at: Date, caseNumber: string): void {
    const { story, customer, values } = this.#telling;
    this.#customer(
      at,
      {
        kind: 'start',
        priority: 'normal',
        caseNumber,
        customerId: customer.id,
        channel: 'chat',
        topic: story.topic,
        locale: story.locale,
        ...(story.account && customer.account !== null ? { account: customer.account } : {}),
        ...(story.transaction ? { transaction: values.tx as string } : {}),
      },
      this.id,
    );
  }

  /** What happens before anybody answers: how urgent it is, and whose it is. */
  #triage(at: Date): void {
    const { priority, team } = this.#telling.story;
    if (priority !== undefined) {
      this.#staff(at, SUPERVISOR, { kind: 'prioritise', priority }, 'conversation.prioritised');
    }
    if (team === undefined) return;
    const assign: Command = { kind: 'assign', agent: null, team: this.#cast.teams[team] ?? null };
    this.#staff(at, SUPERVISOR, assign, 'conversation.assigned');
  }

  #speak(line: Line, at: Date, attachments: AttachmentRef[]): void {
    if ('c' in line) this.#customer(at, { kind: 'post', words: this.#words(line.c, null, attachments) });
    else if ('resolve' in line) this.#staff(at, null, { kind: 'resolve' }, 'conversation.resolved');
    else this.#work(line, at);
  }

  /** An agent writes or hands over; the first who does takes the conversation. */
  #work(line: StaffLine, at: Date): void {
    const who = line.by ?? this.#telling.story.agent ?? SUPERVISOR;
    if (this.#holder === null) this.#take(who, new Date(at.getTime() - MOMENT_MS));
    if ('to' in line) {
      const agent = this.#cast.staff[line.to] ?? null;
      this.#staff(at, who, { kind: 'assign', agent, team: null }, 'conversation.assigned');
      this.#holder = line.to;
    } else if ('a' in line) {
      this.#staff(at, who, { kind: 'post', words: this.#words(line.a, who) }, 'message.posted');
    } else {
      this.#staff(at, who, { kind: 'note', words: this.#words(line.n, who) }, 'note.added');
    }
  }

  #take(who: string, at: Date): void {
    const { tags } = this.#telling.story;
    this.#holder = who;
    this.#staff(at, who, { kind: 'claim', takeOver: false }, 'conversation.claimed');
    if (tags.length > 0) this.#staff(at, who, { kind: 'tag', tags }, 'conversation.tagged');
  }

  #words(template: string, by: string | null, attachments: AttachmentRef[] = []) {
    const { story, customer, values } = this.#telling;
    const speaker = by === null ? undefined : this.#cast.staff[by];
    const known = { ...values, name: customer.name, agent: speaker?.name, number: speaker?.staffNumber };
    const text = template.replace(/\{(\w+)\}/g, (whole, key: keyof typeof known) => known[key] ?? whole);
    return { ...inspect(text, story.locale), attachments };
  }

  #customer(at: Date, command: Command, id: string = randomUUID()): void {
    this.#add(at, { kind: 'customer', id: this.#telling.customer.id }, command, null, id);
  }

  #staff(at: Date, who: string | null, command: Command, action: AuditAction): void {
    const person = this.#cast.staff[who ?? this.#holder ?? SUPERVISOR] as Person;
    this.#add(at, { kind: 'agent', ...person }, command, action, randomUUID());
  }

  #add(at: Date, actor: Actor, command: Command, action: AuditAction | null, id: string): void {
    const envelope = { conversationId: this.id, id, at: at.toISOString(), actor, command };
    this.steps.push({ envelope, action });
  }
}
