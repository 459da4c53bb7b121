import { useEffect, useSyncExternalStore } from 'react';
import type { ServerFrame } from '../../../contract/frames.ts';
import { Connection } from '../../shared/transport/connection.ts';
import type { ConnectionStatus } from '../../shared/transport/status.ts';
import { currentLocale } from '../i18n.ts';

/** The desk's one line to the server; started when somebody signed in, stopped when they leave. */
export const connection = new Connection({ side: 'desk', locale: currentLocale });

const subscribe = (listener: () => void) => connection.onStatus(listener);

export const useConnectionStatus = (): ConnectionStatus =>
  useSyncExternalStore(subscribe, () => connection.status);

/** Hears every frame while the component is on the page. `listener` must keep its identity. */
export function useFrames(listener: (frame: ServerFrame) => void): void {
  useEffect(() => connection.onFrame(listener), [listener]);
}
