/** Wide and high enough that a panel beside the page helps; on anything smaller the link opens the chat's own page. */
const roomy = '(min-width: 52rem) and (min-height: 34rem)';
const KEPT = 'chat-open';

function makePanel({ dataset }: HTMLElement, close: () => void): HTMLElement {
  const panel = document.createElement('section');
  panel.className = 'float-chat';
  panel.ariaLabel = dataset.label ?? '';
  const bar = document.createElement('div');
  const page = document.createElement('a');
  page.href = '/chat';
  page.textContent = dataset.page ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = dataset.close ?? '';
  button.addEventListener('click', close);
  bar.append(page, button);
  const frame = document.createElement('iframe');
  frame.src = '/chat?frame=1';
  frame.title = dataset.label ?? '';
  panel.append(bar, frame);
  panel.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  return panel;
}

/** Opens the chat beside the page instead of leaving it; it stays open from page to page. */
export function floatChat(): void {
  const opener = document.querySelector<HTMLElement>('.chat-button');
  if (opener === null) return;
  let panel: HTMLElement | null = null;

  const show = (open: boolean): void => {
    if (open && panel === null) {
      panel = makePanel(opener, () => show(false));
      opener.after(panel);
    }
    if (panel !== null) panel.hidden = !open;
    opener.hidden = open;
    if (open) sessionStorage.setItem(KEPT, '1');
    else sessionStorage.removeItem(KEPT);
    if (!open) opener.focus();
  };

  for (const link of document.querySelectorAll<HTMLElement>('[data-chat-open]')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || !matchMedia(roomy).matches) return;
      event.preventDefault();
      show(true);
      panel?.querySelector('iframe')?.focus();
    });
  }
  if (sessionStorage.getItem(KEPT) === '1' && matchMedia(roomy).matches) show(true);
}
