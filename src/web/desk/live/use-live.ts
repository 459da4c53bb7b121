import { useCallback, useEffect, useRef } from 'react';
import type { ServerFrame } from '../../../contract/frames.ts';
import type { Agent } from '../../../contract/staff.ts';
import { hearAlert } from '../alerts/alerts.ts';
import { queryClient } from '../api/query-client.ts';
import { conversations } from '../conversation/held.ts';
import { applyInboxFrame, countersQuery, refreshInbox } from '../inbox/queries.ts';
import { hearProof } from '../proof/query.ts';
import { refreshQueue } from '../queue/queries.ts';
import { forgetSession, useMe, usePatchMe } from '../session/me.ts';
import { hearCompany } from './company.ts';
import { connection, useFrames } from './connection.ts';

type Presence = Extract<ServerFrame, { t: 'presence' }>;

function hearPresence({ agent, presence, connected }: Presence): void {
  queryClient.setQueryData<Agent[]>(['agents'], (agents) =>
    agents?.map((each) => (each.id === agent ? { ...each, presence, connected } : each)),
  );
}

/** Binds the line to everything it keeps fresh, for as long as somebody is signed in. */
export function useLive(reads: boolean): void {
  const me = useMe();
  const patchMe = usePatchMe();
  const hear = useRef<(frame: ServerFrame) => void>(() => {});
  hear.current = (frame) => {
    conversations.hear(frame);
    hearCompany(frame);
    if (frame.t === 'proof') hearProof(frame.c);
    if (frame.t === 'inbox') {
      hearAlert(frame.changed, me.id);
      if (frame.stale) refreshInbox();
      else applyInboxFrame(frame.changed, me.id);
    } else if (frame.t === 'counters') queryClient.setQueryData(countersQuery.queryKey, frame.counters);
    else if (frame.t === 'queue') refreshQueue();
    else if (frame.t === 'presence') {
      hearPresence(frame);
      refreshQueue();
      if (frame.agent === me.id) patchMe({ presence: frame.presence });
    }
  };
  useFrames(useCallback((frame) => hear.current(frame), []));

  useEffect(() => {
    let lost = false;
    // The line carries conversations only; whoever reads none has nothing to hear.
    if (!reads) return;
    connection.send({ t: 'inbox', on: true });
    const stop = connection.onStatus((status) => {
      if (status.phase === 'ended' && status.reason === 'signed-out') forgetSession();
      // What changed while the line was down was told to nobody.
      if (status.phase === 'waiting') lost = true;
      if (status.phase !== 'online' || !lost) return;
      lost = false;
      refreshInbox();
      refreshQueue();
    });
    connection.start();
    return () => {
      stop();
      connection.stop();
    };
  }, [reads]);
}
