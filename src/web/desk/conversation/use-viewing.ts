import { useEffect } from 'react';
import { setOnScreen } from '../alerts/alerts.ts';
import { connection } from '../live/connection.ts';

/**
 * Tells the server, and through it colleagues, which conversation is on this screen. Only a conversation that this
 * line follows can be viewed, so it is said once its log is `loaded`.
 */
export function useViewing(id: string, loaded: boolean): void {
  useEffect(() => {
    setOnScreen(id);
    return () => setOnScreen(null);
  }, [id]);
  useEffect(() => {
    if (!loaded) return;
    connection.send({ t: 'viewing', c: id });
    return () => {
      connection.send({ t: 'viewing', c: null });
    };
  }, [id, loaded]);
}
