import { randomUUID } from 'node:crypto';
import type { Bus, Notice } from './bus.ts';

/** The bus of a centre with a single node. */
export class MemoryBus implements Bus {
  readonly nodeId = randomUUID();
  readonly #handlers: ((notice: Notice) => void)[] = [];

  publish(notice: Notice): void {
    for (const handler of this.#handlers) handler(notice);
  }

  hear(handler: (notice: Notice) => void): void {
    this.#handlers.push(handler);
  }

  inCommit(): string[] {
    return [];
  }

  onDoubt(): void {}

  async close(): Promise<void> {}
}
