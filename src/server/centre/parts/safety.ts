import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import type { View } from '../view.ts';

interface Official {
  label: string;
  value: string;
  href: string;
}

function officials({ t, brand }: View): Official[] {
  const domain = brand.officialDomain;
  return [
    ...(domain === null ? [] : [{ label: t('safety.domain'), value: domain, href: `https://${domain}` }]),
    ...brand.phones.map(({ number }) => ({
      label: t('safety.phone'),
      value: number,
      href: `tel:${number.replace(/[^+\d]/g, '')}`,
    })),
    ...brand.emails.map((email) => ({
      label: t('safety.email'),
      value: email,
      href: `mailto:${encodeURI(email)}`,
    })),
  ];
}

/** How to tell that it is really us: what an agent never asks, and the official list. */
export function safety(view: View): Html {
  const { t, brandName } = view;
  const list = officials(view);
  return html`<section class="safety" aria-labelledby="safety-title">
    <h2 id="safety-title" class="card-title">${icon('shield-check')}${t('safety.title')}</h2>
    <p>${t('safety.never', { brand: brandName })}</p>
    ${
      list.length === 0
        ? html`<p>${t('safety.here')}</p>`
        : html`<dl class="officials">${list.map(
            ({ label, value, href }) =>
              html`<div><dt>${label}</dt><dd><a href="${href}" rel="noopener">${value}</a></dd></div>`,
          )}</dl>`
    }
    <a class="more" href="/check">${t('safety.check')}${icon('chevron-right')}</a>
  </section>`;
}
