/** What the page around the chat may show of it. */
export interface ChatNews {
  readonly unread: number;
  /** The customer has a conversation. */
  readonly talked: boolean;
}

/** Tells the page around the chat, which knows nothing of its inside, how things stand. */
export function tellPage(news: ChatNews): void {
  dispatchEvent(new CustomEvent<ChatNews>('okpay:chat', { detail: news }));
}
