/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import type { Article } from '../../../contract/help.ts';
import type { ChatApi } from '../session/api.ts';
import { BackIcon, OutIcon, RetryIcon } from '../ui/icons.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useWhen } from '../ui/use-when.ts';
import { useWords } from '../words.ts';
import { useArticle } from './use-article.ts';

interface ArticleSheetProps {
  api: ChatApi;
  article: { readonly id: string; readonly topic: string; readonly title: string };
  onClose(): void;
}

/** A link in an article opens beside the chat: what is written here stays. */
function openBeside({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link !== null) link.target = '_blank';
}

function Body({ article }: { article: Article }) {
  const { t } = useWords();
  return (
    <div class="sheet-body" lang={article.locale} onClickCapture={openBeside}>
      <p class="sheet-answer">{article.answer}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server sanitises it (help/markdown.ts) */}
      <div class="sheet-prose" dangerouslySetInnerHTML={{ __html: article.html }} />
      {article.prepare.length === 0 ? null : (
        <div class="sheet-prose">
          <h2>{t('sheet.prepare')}</h2>
          <ul>
            {article.prepare.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Failed({ onRetry }: { onRetry(): void }) {
  const { t } = useWords();
  return (
    <div class="state-note" role="alert">
      <p>{t('sheet.failed')}</p>
      <button type="button" class="primary" onClick={onRetry}>
        <RetryIcon />
        {t('app.retry')}
      </button>
    </div>
  );
}

/** An article over the chat, which waits below as it was left; the browser keeps the focus inside, and gives it back. */
export function ArticleSheet({ api, article, onClose }: ArticleSheetProps) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const { article: loaded, failed, retry } = useArticle(api, article.id);
  useWhen([], () => dialog.current?.showModal());
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="sheet-title" onClose={onClose}>
      <header class="sheet-bar">
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          <BackIcon />
          {t('sheet.back')}
        </button>
        <a class="quiet" href={api.articleUrl(article)} target="_blank" rel="noopener">
          {t('sheet.page')}
          <OutIcon />
        </a>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="sheet-scroll" aria-labelledby="sheet-title" tabIndex={0}>
        <h2 id="sheet-title">{article.title}</h2>
        {loaded === null ? null : <Body article={loaded} />}
        {failed ? <Failed onRetry={retry} /> : null}
        {loaded === null && !failed ? <Skeleton kind="rows" /> : null}
      </section>
    </dialog>
  );
}
