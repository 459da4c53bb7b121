import { UNATTENDED } from '../../../contract/limits.ts';
import { RequestFailed, type RequestOptions, request } from '../../shared/http.ts';
import { currentLocale } from '../i18n.ts';
import { isAttended } from '../session/attended.ts';
import { askConfirmation } from '../session/confirmation.ts';

export { RequestFailed };

const send = <T>(method: string, path: string, options: RequestOptions = {}) =>
  request<T>(method, path, {
    locale: currentLocale(),
    ...(isAttended() ? {} : { headers: { [UNATTENDED]: '1' } }),
    ...options,
  });

/** What is refused until the person proves who they are is asked again once they have. */
const ask = <T>(method: string, path: string, options?: RequestOptions): Promise<T> =>
  send<T>(method, path, options).catch(async (error: unknown) => {
    const wantsProof = error instanceof RequestFailed && error.code === 'confirm-needed';
    if (!wantsProof || !(await askConfirmation())) throw error;
    return send<T>(method, path, options);
  });

/** Calls of the REST API with the staff cookie. All throw RequestFailed, whose message is in the reader's language. */
export const get = <T>(path: string, signal?: AbortSignal) => ask<T>('GET', path, signal ? { signal } : {});
export const post = <T>(path: string, body?: unknown) => ask<T>('POST', path, { body: body ?? {} });
export const put = <T>(path: string, body: unknown) => ask<T>('PUT', path, { body });
export const patch = <T>(path: string, body: unknown) => ask<T>('PATCH', path, { body });
export const del = <T>(path: string, body?: unknown) =>
  ask<T>('DELETE', path, body === undefined ? {} : { body });

/** `?a=1&b=2` without the empty ones. */
export function query(values: Record<string, string | number | null | undefined>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') params.set(key, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
