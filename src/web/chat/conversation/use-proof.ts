import { useState } from 'preact/hooks';
import type { Proof } from '../../../contract/proofs.ts';
import { RequestFailed } from '../../shared/http.ts';
import type { ChatApi } from '../session/api.ts';
import { useWhen } from '../ui/use-when.ts';

interface Held {
  readonly proof: Proof | null;
  readonly secondsLeft: number;
  /** Why there is none, in words; '' when the server could not be asked. */
  readonly failed: string | null;
}

/** A code for this conversation, with the seconds it still counts; `renew` asks for another. */
export function useProof(api: ChatApi, c: string): Held & { renew(): void } {
  const [held, setHeld] = useState<Held>({ proof: null, secondsLeft: 0, failed: null });
  const [round, setRound] = useState(0);
  useWhen([c, round], () => {
    let timer: ReturnType<typeof setInterval> | undefined;
    let isCurrent = true;
    const hold = (proof: Proof): void => {
      if (!isCurrent) return;
      const over = performance.now() + proof.secondsLeft * 1000;
      const count = () => {
        const left = Math.max(0, Math.ceil((over - performance.now()) / 1000));
        setHeld({ proof, secondsLeft: left, failed: null });
      };
      count();
      timer = setInterval(count, 1000);
    };
    const fail = (error: unknown): void => {
      const failed = error instanceof RequestFailed ? error.message : '';
      if (isCurrent) setHeld({ proof: null, secondsLeft: 0, failed });
    };
    api.proof(c).then(hold, fail);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  });
  return { ...held, renew: () => setRound((before) => before + 1) };
}
