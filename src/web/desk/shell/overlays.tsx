import { lazy, Suspense, useEffect, useState } from 'react';
import { isComposing } from '../keyboard/composing.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { openKeysHelp, showOverlaysWith } from './open-overlay.ts';

const Palette = lazy(() => import('./palette.tsx').then((m) => ({ default: m.Palette })));
const Keys = lazy(() => import('./keys-help.tsx').then((m) => ({ default: m.KeysHelp })));

/** What opens above everything, fetched when first asked for: the command palette and the list of keys. */
export function Overlays() {
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  useEffect(() => {
    showOverlaysWith(setShown);
    const onKey = (event: KeyboardEvent) => {
      if (
        isComposing(event) ||
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      setShown((now) => (now === 'palette' ? null : 'palette'));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useShortcuts({ '?': openKeysHelp });
  const close = () => setShown(null);
  return (
    <Suspense fallback={null}>
      {shown === 'palette' && <Palette close={close} />}
      {shown === 'keys' && <Keys close={close} />}
    </Suspense>
  );
}
