import { RequestFailed, request } from '../shared/http.ts';
import type { Words } from './panel.ts';

/** What was taken last, so that the next page of the panel does not ask again; gone with the tab. */
const KEPT = 'site-identity';

const kept = (): string | null => {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
};

function keep(token: string): void {
  try {
    sessionStorage.setItem(KEPT, token);
  } catch {
    // Forbidden storage costs one more request for each page.
  }
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/** The page as it is for whoever is here now; a conversation on it was the other's. */
function startAnew(): void {
  if (location.hash === '') location.reload();
  else location.replace('/chat');
}

/**
 * Tells the server whom the host page says is signed in; null: nobody any more. A page that showed somebody else's is
 * loaded anew. Only a digest of the token is kept: the token is worth stealing.
 */
export async function takeIdentity(token: string | null, say: (words: Words) => void): Promise<void> {
  const mark = token === null ? 'nobody' : await digest(token);
  if (kept() === mark) {
    if (token !== null) say({ say: 'identified' });
    return;
  }
  try {
    const answer = await request<{ changed: boolean }>(
      token === null ? 'DELETE' : 'POST',
      '/api/my/identity',
      { locale: document.documentElement.lang, ...(token !== null && { body: { token } }) },
    );
    keep(mark);
    if (answer.changed) startAnew();
    else if (token !== null) say({ say: 'identified' });
  } catch (error) {
    const { message, fields = [] } = error instanceof RequestFailed ? error : { message: String(error) };
    say({ say: 'refused', why: [message, ...fields.map((field) => field.message)].join(' ') });
  }
}
