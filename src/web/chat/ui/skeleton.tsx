/** @jsxImportSource preact */
import { useWords } from '../words.ts';

/** The shape of what is coming, while it is loading. */
export function Skeleton({ kind }: { kind: 'rows' | 'talk' }) {
  const { t } = useWords();
  return (
    <div class={`skeleton skeleton-${kind}`} role="status">
      <span class="visually-hidden">{t('app.loading')}</span>
      {['a', 'b', 'c', 'd'].map((line) => (
        <i key={line} />
      ))}
    </div>
  );
}
