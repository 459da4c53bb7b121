import type { ClientFrame } from '../../src/contract/frames.ts';

type Post = Extract<ClientFrame, { t: 'post' }>;

/** The frame that the product would send for this post, with the same fields in the same order. */
export const eventsFrame = ({ c, id, text }: Post, after: number) => ({
  t: 'events',
  c,
  after,
  upTo: after + 1,
  events: [
    {
      seq: after + 1,
      id,
      at: new Date().toISOString(),
      actor: { kind: 'customer', id: c },
      type: 'message.posted',
      body: { text },
    },
  ],
});

export const greeting = (c: string, seq: number) => ({ t: 'events', c, after: 0, upTo: seq, events: [] });

/** Who follows which conversation of a relay. */
export class Relayed<Follower> {
  readonly #talks = new Map<string, { seq: number; followers: Follower[] }>();

  of(c: string): { seq: number; followers: Follower[] } {
    const known = this.#talks.get(c);
    if (known !== undefined) return known;
    const talk = { seq: 0, followers: [] };
    this.#talks.set(c, talk);
    return talk;
  }
}
