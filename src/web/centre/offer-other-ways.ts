/** After this long the chat program did not merely take its time on a bad network: it did not arrive. */
const PATIENCE_MS = 12_000;

/** Shows the other ways of contact when the chat panel never took its place. */
export function offerOtherWays(): void {
  const loading = document.querySelector('.chat-loading');
  const other = document.querySelector<HTMLTemplateElement>('#chat-failed');
  if (loading === null || other === null) return;
  const offer = () => loading.isConnected && loading.replaceWith(other.content);
  setTimeout(offer, PATIENCE_MS);
  // A script that cannot be had says so at once; such an event is seen on its way down only.
  document.addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && offer(), true);
}
