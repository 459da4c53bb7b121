import { RequestFailed, request } from '../../src/web/shared/http.ts';
import type { Random } from './random.ts';
import { SharedStorage } from './shared-storage.ts';
import type { Witness } from './witness.ts';

const REQUEST_MS = 6_000;

export type Side = 'my' | 'desk';

/** A person's browser: its cookies and its storage. Requests go through the product's own `request`. */
export class Browser {
  readonly base: string;
  readonly side: Side;
  readonly storage: SharedStorage;
  readonly #random: Random;
  readonly #cookies = new Map<string, string>();

  constructor(base: string, side: Side, random: Random, witness: Witness) {
    this.base = base;
    this.side = side;
    this.storage = new SharedStorage(witness);
    this.#random = random;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(input, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    return response;
  };

  /** @throws RequestFailed, or an error when there was no answer for some seconds */
  ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const signal = AbortSignal.timeout(REQUEST_MS);
    return request<T>(method, this.base + path, { body, fetch: this.fetch, signal, locale: 'en' });
  }

  /** Asks until there is an answer, as a page does that wants something; a refusal is an answer. */
  async insist<T>(
    method: string,
    path: string,
    body?: unknown,
    patience = new AbortController().signal,
  ): Promise<T> {
    for (;;) {
      try {
        return await this.ask<T>(method, path, body);
      } catch (error) {
        if (error instanceof RequestFailed && !error.transient) throw error;
        patience.throwIfAborted();
        await new Promise((resolve) => setTimeout(resolve, this.#random.between(100, 600)));
      }
    }
  }
}
