import type { Availability } from '../../contract/availability.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Topic } from '../../contract/topics.ts';

/** What the page around the chat says about it. */
export interface ChatOptions {
  readonly locale: Locale;
  /** Whom the customer writes to, for the page's title. */
  readonly brand?: string;
  /** Where the server is, without a slash at the end; '' for the page's own. */
  readonly base?: string;
  /** Official web domains, each with everything below it. */
  readonly official?: readonly string[];
  /** What is known already, so that nothing is typed twice. */
  readonly start?: {
    readonly conversation?: string | null;
    readonly topic?: string | null;
    /** Number of the transaction it is about. */
    readonly transaction?: string;
    readonly question?: string;
    /** The customer came by the emergency lane. */
    readonly urgent?: boolean;
  };
  readonly topics?: readonly Pick<Topic, 'id' | 'name'>[];
  readonly availability?: Pick<Availability, 'chat'>;
  /** Whether the view is kept in the address (`#/c/...`), so that a reload and the back button find it. */
  readonly addressable?: boolean;
  /** Largest file, in bytes. */
  readonly uploadMaxBytes?: number;
}

/** The settings a server-rendered page leaves as JSON, and data attributes of the element itself. */
export function settingsOf(element: HTMLElement): ChatOptions {
  const text = document.getElementById('chat-settings')?.textContent ?? '{}';
  const given = JSON.parse(text) as Partial<ChatOptions>;
  const { locale, question, topic, conversation, base } = element.dataset;
  const asked = question ?? new URLSearchParams(location.search).get('q') ?? undefined;
  const language = locale ?? given.locale ?? document.documentElement.lang;
  return {
    ...given,
    locale: language.startsWith('en') ? 'en' : 'zh-CN',
    base: base ?? given.base ?? '',
    addressable: given.addressable ?? true,
    start: {
      conversation: conversation ?? given.start?.conversation ?? null,
      topic: topic ?? given.start?.topic ?? null,
      transaction: given.start?.transaction ?? '',
      question: given.start?.question || asked || '',
      urgent: given.start?.urgent ?? false,
    },
  };
}
