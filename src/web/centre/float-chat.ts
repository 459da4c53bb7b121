import { heard, hello, type Said } from '../shared/launcher/frames.ts';

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
  frame.addEventListener('load', () => tellShown(panel));
  panel.append(bar, frame);
  panel.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  return panel;
}

/** The chat counts as read what is on the screen, and cannot know by itself whether its panel is. */
function tellShown(panel: HTMLElement): void {
  const frame = panel.querySelector('iframe')?.contentWindow;
  frame?.postMessage(hello(!panel.hidden), location.origin);
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
    if (panel !== null) {
      panel.hidden = !open;
      tellShown(panel);
    }
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
  addEventListener('message', ({ source, origin, data }) => {
    const isOurs = origin === location.origin && source === panel?.querySelector('iframe')?.contentWindow;
    if (isOurs && heard<Said>(data)?.say === 'close') show(false);
  });
  if (sessionStorage.getItem(KEPT) === '1' && matchMedia(roomy).matches) show(true);
}
