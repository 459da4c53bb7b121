import { SuggestionList } from './suggestion-list.ts';

interface Found {
  id: string;
  topic: string;
  title: string;
  locale: string;
}

/** Long enough that fast typing asks once, short enough to feel immediate. */
const PAUSE_MS = 150;
const SHOWN = 6;

async function find(question: string, lang: string, signal: AbortSignal): Promise<Found[]> {
  const query = new URLSearchParams({ q: question, lang, limit: String(SHOWN) });
  const response = await fetch(`/api/help/articles?${query}`, { signal });
  return response.ok ? ((await response.json()) as { rows: Found[] }).rows : [];
}

/** Offers matching questions while somebody types. Without it, or when it fails, the form still searches. */
export function suggest(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name=q]');
  if (input === null) return;
  const list = new SuggestionList(input);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = new AbortController();

  const ask = async (): Promise<void> => {
    const question = input.value.trim();
    if (question === '') return list.show([]);
    const { signal } = running;
    const rows = await find(question, form.dataset.lang ?? 'zh-CN', signal).catch(() => []);
    if (signal.aborted || document.activeElement !== input) return;
    list.show(
      rows.map(({ id, topic, title, locale }) => ({
        href: `/help/${topic}/${id}?${new URLSearchParams({ q: question })}`,
        title,
        locale,
      })),
    );
  };

  const later = (): void => {
    clearTimeout(timer);
    running.abort();
    running = new AbortController();
    timer = setTimeout(ask, PAUSE_MS);
  };
  // Half a syllable of Pinyin is not a question yet.
  input.addEventListener('input', (event) => (event as InputEvent).isComposing || later());
  input.addEventListener('compositionend', later);
  input.addEventListener('focus', () => input.value.trim() !== '' && later());
  form.addEventListener('submit', () => list.show([]));
}
