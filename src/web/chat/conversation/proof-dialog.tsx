/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import type { Proof } from '../../../contract/proofs.ts';
import type { ChatApi } from '../session/api.ts';
import { ShieldIcon } from '../ui/icons.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';
import { useProof } from './use-proof.ts';

function Code({ proof, secondsLeft }: { proof: Proof; secondsLeft: number }) {
  const { t } = useWords();
  const { name, staffNumber } = proof.agent;
  return (
    <>
      <p>{t('proof.text', { name, number: staffNumber })}</p>
      <output class="proof-code" data-over={secondsLeft === 0 || undefined} translate={false}>
        {proof.code}
      </output>
      {/* The clock is not read out: it would be, every second. */}
      <p class="proof-left">
        {secondsLeft === 0 ? t('proof.over') : t('proof.left', { seconds: secondsLeft })}
      </p>
      <p>{t('proof.otherwise')}</p>
    </>
  );
}

interface ProofDialogProps {
  api: ChatApi;
  c: string;
  /** The page where links, numbers and codes are checked. */
  checkUrl: string;
  onClose(): void;
}

/** The code that the agent of this conversation sees at the same time, and nobody else. */
export function ProofDialog({ api, c, checkUrl, onClose }: ProofDialogProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const { proof, secondsLeft, failed, renew } = useProof(api, c);
  useWhen([], () => dialog.current?.showModal());
  return (
    <dialog ref={dialog} class="dialog proof" aria-labelledby="proof-title" onClose={onClose}>
      <h2 id="proof-title">
        <ShieldIcon />
        {t('proof.title')}
      </h2>
      {proof === null ? null : <Code proof={proof} secondsLeft={secondsLeft} />}
      {failed === null ? null : <p role="alert">{failed === '' ? t('proof.failed') : failed}</p>}
      <p>
        <a href={checkUrl} target="_blank" rel="noopener">
          {t('proof.check')}
        </a>
      </p>
      <div class="dialog-actions">
        {proof !== null || failed !== null ? (
          <button type="button" class="plain" onClick={renew}>
            {t('proof.renew')}
          </button>
        ) : null}
        <button type="button" class="primary" onClick={() => dialog.current?.close()}>
          {t('proof.close')}
        </button>
      </div>
    </dialog>
  );
}
