/**
 * A page of the centre inside the launcher's panel: it answers the host page's greeting, and says when the panel is to
 * be closed and how much is unread. Which sites may frame it at all is the policy of the page (frame-ancestors).
 */
import { heard, type Said, SHOWN_EVENT, type Told, VERSION } from '../shared/launcher/frames.ts';
import { takeIdentity } from './site-identity.ts';

export type Words = Said extends infer One ? (One extends unknown ? Omit<One, 'okpay'> : never) : never;

interface ChatNews {
  unread: number;
  talked: boolean;
}

/** The page to come back to: a conversation keeps its place after the sign `#`. */
const here = (): string => location.pathname + location.hash;

export function answerLauncher(): void {
  if (window.parent === window) return;
  let host: string | null = null;
  let news: ChatNews | null = null;
  const say = (words: Words) => {
    if (host !== null) window.parent.postMessage({ okpay: VERSION, ...words }, host);
  };
  const tell = () => {
    if (news === null) return;
    say({ say: 'unread', count: news.unread });
    if (news.talked) say({ say: 'started' });
  };
  addEventListener('message', ({ source, origin, data }) => {
    const told = source === window.parent ? heard<Told>(data) : null;
    if (told?.say === 'identity' && host === origin) void takeIdentity(told.token, say);
    if (told?.say !== 'hello') return;
    host = origin;
    dispatchEvent(new CustomEvent(SHOWN_EVENT, { detail: told.shown === true }));
    say({ say: 'ready', path: here() });
    tell();
  });
  addEventListener('okpay:chat', (event) => {
    news = (event as CustomEvent<ChatNews>).detail;
    tell();
  });
  addEventListener('hashchange', () => say({ say: 'ready', path: here() }));
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) say({ say: 'close' });
  });
  addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('[data-panel-close]')) say({ say: 'close' });
    // A site outside does not belong into the panel, and most do not let themselves be framed.
    const link = target?.closest('a');
    if (link && /^https?:$/.test(link.protocol) && link.origin !== location.origin) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  });
}
