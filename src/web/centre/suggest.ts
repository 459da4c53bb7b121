import type { Answers } from '../../contract/help.ts';
import { type Suggestion, SuggestionList } from './suggestion-list.ts';

/** Keys that follow each other faster than this ask once; an answer is on the screen within a tenth of a second. */
const PAUSE_MS = 40;
const SHOWN = 5;
/** How many articles are offered where none of them fits. */
const NEAR = 2;

async function find(question: string, lang: string, signal: AbortSignal): Promise<Answers | null> {
  const query = new URLSearchParams({ q: question, lang, limit: String(SHOWN) });
  const response = await fetch(`/api/help/answers?${query}`, { signal });
  return response.ok ? ((await response.json()) as Answers) : null;
}

const withQuestion = (path: string, q: string, more = {}): string =>
  `${path}?${new URLSearchParams({ q, ...more })}`;

/** What is offered for a question: an emergency leads to a person first, what nothing fits does too, the rest last. */
function suggestionsFor(
  question: string,
  { rows, fits, urgency }: Answers,
  words: DOMStringMap,
): Suggestion[] {
  const articles = rows.slice(0, fits ? SHOWN : NEAR).map(
    ({ id, topic, title, locale, sentence }, i): Suggestion => ({
      kind: 'article',
      href: withQuestion(`/help/${topic}/${id}`, question),
      title,
      locale,
      // The best one answers on the spot.
      ...(fits && i === 0 && { text: sentence }),
    }),
  );
  if (urgency === 'P1') {
    const href = withQuestion('/chat', question, { urgent: 'question' });
    return [{ kind: 'urgent', href, title: words.urgent ?? '' }, ...articles];
  }
  const person: Suggestion = {
    kind: 'person',
    href: withQuestion('/chat', question),
    title: words.person ?? '',
    ...(!fits && { text: words.none ?? '' }),
  };
  return fits ? [...articles, person] : [person, ...articles];
}

/** Offers answers, and a person, while somebody types. Without it, or when it fails, the form still searches. */
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
    const answers = await find(question, form.dataset.lang ?? 'zh-CN', signal).catch(() => null);
    if (signal.aborted || document.activeElement !== input) return;
    list.show(answers === null ? [] : suggestionsFor(question, answers, input.dataset));
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
