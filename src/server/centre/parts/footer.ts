import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

/** The last line of every page: what an agent never asks, in one sentence. */
export function footer({ t, brandName }: View): Html {
  return html`<footer class="site-footer">
    <div class="page">
      <p class="footer-safety">${icon('shield-check')}<span>${t('safety.never', { brand: brandName })}</span></p>
      <p class="footer-links"><a href="/help">${t('site.help')}</a><a href="/contact">${t('site.contact')}</a><a href="/check">${t('site.check')}</a><a href="/my">${t('site.my')}</a><a href="/api/docs">${t('site.api')}</a></p>
    </div>
  </footer>`;
}
