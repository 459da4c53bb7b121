import { currentLocale } from '../i18n.ts';
import { RequestFailed } from './client.ts';

/** Sends a file in the field `file`. @throws RequestFailed */
export async function upload<T>(path: string, file: File): Promise<T> {
  const body = new FormData();
  body.append('file', file, file.name);
  const headers = { accept: 'application/json', 'accept-language': currentLocale() };
  const response = await fetch(path, { method: 'POST', body, headers }).catch(() => {
    throw new RequestFailed(0, null);
  });
  if (!response.ok) throw new RequestFailed(response.status, await response.json().catch(() => null));
  return (await response.json()) as T;
}
