interface Wakes {
  /** The network is back, or the page is looked at again. */
  awake(): void;
  /** The device lost its network. */
  offline(): void;
}

/** Listens to the browser's hints that waiting is pointless, or trying is. Returns the way to stop; nothing outside a browser. */
export function listenForWakes({ awake, offline }: Wakes): () => void {
  if (typeof window === 'undefined') return () => {};
  const visible = () => {
    if (document.visibilityState === 'visible') awake();
  };
  window.addEventListener('online', awake);
  window.addEventListener('pageshow', awake);
  window.addEventListener('offline', offline);
  document.addEventListener('visibilitychange', visible);
  return () => {
    window.removeEventListener('online', awake);
    window.removeEventListener('pageshow', awake);
    window.removeEventListener('offline', offline);
    document.removeEventListener('visibilitychange', visible);
  };
}

/** Whether the device says that it has no network at all; never believed when it says that it has one. */
export const deviceOffline = (): boolean => globalThis.navigator?.onLine === false;
