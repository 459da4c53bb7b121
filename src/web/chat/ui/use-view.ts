import { useState } from 'preact/hooks';
import { useWhen } from './use-when.ts';

/** Which screen is shown. Null: not decided yet. */
export type View =
  | { readonly name: 'list' }
  | { readonly name: 'start' }
  | { readonly name: 'talk'; readonly c: string }
  | null;

const talkPattern = /^#\/c\/([0-9a-f-]{36})$/i;

function viewIn(hash: string): View {
  const c = talkPattern.exec(hash)?.[1];
  if (c !== undefined) return { name: 'talk', c };
  if (hash === '#/new') return { name: 'start' };
  return hash === '#/' ? { name: 'list' } : null;
}

const hashOf = (view: Exclude<View, null>): string => {
  if (view.name === 'talk') return `#/c/${view.c}`;
  return view.name === 'start' ? '#/new' : '#/';
};

/** The screen, kept in the address where the page is ours, so that reloading and going back work. */
export function useView(
  addressable: boolean,
): [View, (view: Exclude<View, null>, replace?: boolean) => void] {
  const [view, setView] = useState<View>(() => (addressable ? viewIn(location.hash) : null));
  useWhen([], () => {
    if (!addressable) return;
    const changed = () => setView(viewIn(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  });
  const go = (next: Exclude<View, null>, replace = false) => {
    setView(next);
    if (!addressable || location.hash === hashOf(next)) return;
    if (replace) history.replaceState(history.state, '', hashOf(next));
    else location.hash = hashOf(next);
  };
  return [view, go];
}
