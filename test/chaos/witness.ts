import type { OutboxItem } from '../../src/web/shared/outbox/item.ts';

/** Everything that must be 0 at the end, by the name it has in the report. */
export const violationKinds = [
  'acked_lost',
  'written_lost',
  'altered',
  'stored_twice',
  'shown_twice',
  'order_breaks',
  'seq_gaps',
  'refused_yet_stored',
  'clients_differ',
  'healed_late',
  'chain_breaks',
  'heads_differ',
  'projection_differs',
  'unread_differs',
  'receipts_differ',
  'inboxes_differ',
  'starts_refused',
  'audit_differs',
  'search_differs',
  'secrets_shown',
  'server_failed',
  'run_incomplete',
] as const;
export type ViolationKind = (typeof violationKinds)[number];

/** A message or note as its writer wrote it. */
export interface Written {
  readonly id: string;
  readonly c: string;
  /** The page it was written on: within one conversation its messages keep their order. */
  readonly sender: string;
  readonly kind: OutboxItem['kind'];
  readonly text: string;
}

/** Remembers what people did and were told, and what went wrong before their eyes. */
export class Witness {
  readonly written = new Map<string, Written>();
  /** Told "it is on disk", as this seq. */
  readonly acked = new Map<string, { c: string; seq: number }>();
  /** Told "this will not be stored". */
  readonly refused = new Map<string, string>();
  /** Actions (claim, resolve...) that were answered, each with the seq it was told. */
  readonly acted: { c: string; seq: number; what: string }[] = [];
  readonly violations = new Map<ViolationKind, string[]>();
  reloads = 0;

  wrote(written: Written): void {
    this.written.set(written.id, written);
  }

  /** What an outbox stores is what its page shows beside the message. */
  stored(item: OutboxItem): void {
    if (item.state === 'failed') this.refused.set(item.id, item.code ?? '');
    if (item.state !== 'sent' || item.seq === undefined) return;
    const earlier = this.acked.get(item.id);
    if (earlier !== undefined && earlier.seq !== item.seq)
      this.violate('acked_lost', `${item.id} was acknowledged as seq ${earlier.seq} and as ${item.seq}`);
    this.acked.set(item.id, { c: item.c, seq: item.seq });
  }

  violate(kind: ViolationKind, detail: string): void {
    const known = this.violations.get(kind);
    if (known === undefined) this.violations.set(kind, [detail]);
    else known.push(detail);
  }

  count(kind: ViolationKind): number {
    return this.violations.get(kind)?.length ?? 0;
  }
}
