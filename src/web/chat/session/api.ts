import type {
  EventsPage,
  MyConversation,
  Posted,
  StartConversation,
} from '../../../contract/conversations.ts';
import type { MyDetails } from '../../../contract/customers.ts';
import type { Verdict } from '../../../contract/events.ts';
import type { GlossaryTerm } from '../../../contract/glossary.ts';
import type { Answers, Article } from '../../../contract/help.ts';
import type { Proof } from '../../../contract/proofs.ts';
import type { MyPlace } from '../../../contract/queue.ts';
import type { Topic } from '../../../contract/topics.ts';
import { request } from '../../shared/http.ts';

export interface Started {
  id: string;
  caseNumber: string;
  seq: number;
}

/** What the chat asks the server by request; everything live goes over the connection. */
export function chatApi(base: string, locale: string) {
  const get = <T>(path: string) => request<T>('GET', `${base}/api/${path}`, { locale });
  const post = <T>(path: string, body?: unknown) =>
    request<T>('POST', `${base}/api/${path}`, { locale, body });
  return {
    /** Null for a newcomer. */
    me: () => get<MyDetails | null>('my'),
    /** Makes a newcomer known by cookie. */
    introduce: () => post<null>('my'),
    conversations: async () => (await get<{ rows: MyConversation[] }>('my/conversations')).rows,
    events: (c: string, after: number, limit: number) =>
      get<EventsPage>(`my/conversations/${c}/events?after=${after}&limit=${limit}`),
    start: (start: StartConversation) => post<Started>('my/conversations', start),
    resolve: (c: string) => post<Posted>(`my/conversations/${c}/resolution`),
    reopen: (c: string) => post<Posted>(`my/conversations/${c}/reopening`),
    /** What the articles say to a question. */
    answers: (question: string, limit: number, signal: AbortSignal) =>
      request<Answers>(
        'GET',
        `${base}/api/help/answers?${new URLSearchParams({ q: question, limit: `${limit}`, lang: locale })}`,
        { locale, signal },
      ),
    /** The words of payment services, explained. */
    glossary: async () => (await get<{ rows: GlossaryTerm[] }>(`help/glossary?lang=${locale}`)).rows,
    article: (id: string) => get<Article>(`help/articles/${id}?lang=${locale}`),
    articleUrl: ({ topic, id }: { topic: string; id: string }) =>
      `${base}/help/${topic}/${id}?lang=${locale}`,
    judge: (c: string, verdict: Verdict) => post<Posted>(`my/conversations/${c}/verdict`, { verdict }),
    /** A code that this customer and their agent see, and nobody else. */
    proof: (c: string) => post<Proof>(`my/conversations/${c}/proof`),
    checkUrl: `${base}/check?lang=${locale}`,
    place: (c: string) => get<MyPlace>(`my/conversations/${c}/place`),
    topics: async () => (await get<{ rows: Topic[] }>('topics')).rows,
    transcriptUrl: (c: string, format: 'html' | 'text' | 'json' | 'signed') =>
      `${base}/api/my/conversations/${c}/transcript?format=${format}&lang=${locale}`,
  };
}
export type ChatApi = ReturnType<typeof chatApi>;
