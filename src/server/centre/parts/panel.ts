/** The frame of a page inside the launcher's panel: a bar to close it by, and the ways through it below the thumb. */
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

/** Leads home, and closes the panel; the page around the panel is told by src/web/centre/panel.ts. */
export function panelBar({ t, brandName, path }: View): Html {
  const mark = html`<span class="brand-mark" aria-hidden="true">${icon(path === '/' ? 'shield-check' : 'chevron-left')}</span>`;
  return html`<header class="panel-bar">
    <a class="brand" href="/">${mark}<span class="brand-name"><strong>${brandName}</strong> <span>${t('site.centre')}</span></span></a>
    <button type="button" class="panel-close" data-panel-close aria-label="${t('chat.close')}">${icon('x')}</button>
  </header>`;
}

const tabs = [
  { href: '/', key: 'site.home', icon: 'house' },
  { href: '/chat', key: 'site.chat', icon: 'message-circle' },
  { href: '/my', key: 'site.my', icon: 'messages-square' },
  { href: '/check', key: 'site.check', icon: 'shield-check' },
] as const;

export function panelTabs({ t, path }: View): Html {
  return html`<nav class="panel-tabs" aria-label="${t('site.nav')}">
    ${tabs.map(
      (tab) =>
        html`<a href="${tab.href}"${path === tab.href ? html` aria-current="page"` : null}>${icon(tab.icon)}<span>${t(tab.key)}</span></a>`,
    )}
  </nav>`;
}
