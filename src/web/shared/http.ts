import type { Problem } from '../../contract/problem.ts';

/** A request the server refused (its problem details), or could not be asked at all (`status` 0, code `unreachable`). */
export class RequestFailed extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: { path: string; message: string }[];
  /** How long the server asks to wait before the next try. */
  readonly retryAfterMs: number | undefined;

  constructor(status: number, problem: Partial<Problem> | null, retryAfterMs?: number) {
    super(problem?.title ?? '');
    this.name = 'RequestFailed';
    this.status = status;
    this.code = problem?.code ?? (status === 0 ? 'unreachable' : 'internal');
    this.fields = problem?.fields ?? [];
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same request may well succeed later, with nothing changed. */
  get transient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export interface RequestOptions {
  readonly body?: unknown;
  /** Language of refusals. */
  readonly locale?: string;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
}

async function problemOf(response: Response): Promise<RequestFailed> {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new RequestFailed(response.status, problem, Number.isFinite(seconds) ? seconds * 1000 : undefined);
}

/**
 * One JSON request with the caller's cookies. Resolves to the parsed body, or null when there is none (204).
 * @throws RequestFailed; the abort reason when `signal` fired
 */
export async function request<T>(method: string, url: string, options: RequestOptions = {}): Promise<T> {
  const { body, locale, signal } = options;
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (locale !== undefined) headers['accept-language'] = locale;
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (body !== undefined) init.body = JSON.stringify(body);
  if (signal !== undefined) init.signal = signal;
  let response: Response;
  try {
    response = await (options.fetch ?? fetch)(url, init);
  } catch (error) {
    signal?.throwIfAborted();
    throw new RequestFailed(0, error instanceof Error ? { title: error.message } : null);
  }
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return null as T;
  try {
    return (await response.json()) as T;
  } catch {
    signal?.throwIfAborted();
    throw new RequestFailed(0, { title: 'the answer was cut off' });
  }
}
