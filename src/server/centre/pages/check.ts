import type { CheckAnswer, OfficialSetting, Verdict } from '../../../contract/official.ts';
import type { Contact } from '../../../contract/proofs.ts';
import type { PublicKey } from '../../../contract/transcript-file.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { personHref } from '../parts/ask-person.ts';
import { crumbs } from '../parts/crumbs.ts';
import type { Page } from '../parts/document.ts';
import { officialList } from '../parts/official-list.ts';
import { type AgentCheck, agentForms, contactCard } from '../parts/prove-agent.ts';
import { verifyFile } from '../parts/verify-file.ts';
import type { View } from '../view.ts';

/** What was asked of the page, and what it answered. */
export interface Checking {
  readonly pasted: string;
  /** Null until something was asked. */
  readonly answer: CheckAnswer | null;
  /** Whether a report was just kept. */
  readonly reported: boolean;
  /** What was asked about an agent. */
  readonly agent: AgentCheck | null;
}

/** What the page shows without being asked. */
interface Known {
  readonly channels: OfficialSetting;
  /** Who of us is in contact with this customer; null for somebody we do not know. */
  readonly contacts: readonly Contact[] | null;
  /** What transcripts are signed with. */
  readonly keys: readonly PublicKey[];
}

/** Longest text that is shown of one thing that was found. */
const SHOWN_MAX = 200;

const icons: Record<Verdict, string> = {
  official: 'shield-check',
  not_official: 'shield-alert',
  unknown: 'circle-question-mark',
};

function mention({ t }: View, { written, reason, verdict }: CheckAnswer['mentions'][number]): Html {
  return html`<li class="mention" data-verdict="${verdict}">${icon(icons[verdict])}
    <div><p class="mention-written"><bdi>${written.slice(0, SHOWN_MAX)}</bdi> <span class="mention-verdict">${t(`check.${verdict}`)}</span></p><p>${reason}</p></div>
  </li>`;
}

/** Where there is only one thing in the text, the sentence above has already said it. */
function mentions(view: View, { mentions }: CheckAnswer): Html | null {
  if (mentions.length < 2) return null;
  return html`<h3>${view.t('check.each')}</h3><ul class="mentions">${mentions.map((one) => mention(view, one))}</ul>`;
}

function reportForm({ t }: View, pasted: string): Html {
  return html`<form method="post" action="/check/report">
    <input type="hidden" name="text" value="${pasted}">
    <button class="button button-danger">${icon('flag')}${t('check.report')}</button>
  </form>`;
}

function result(view: View, pasted: string, answer: CheckAnswer): Html {
  const { t } = view;
  const { verdict } = answer;
  const urgent = personHref({ q: t('check.enteredQuestion'), urgent: 'question' });
  return html`<section class="verdict" data-verdict="${verdict}" id="result" role="status">
    <h2 class="verdict-title">${icon(icons[verdict])}${t(`check.${verdict}`)}</h2>
    <p class="verdict-reason">${answer.reason}</p>
    <p>${answer.advice}</p>
    ${
      verdict === 'official'
        ? null
        : html`<div class="verdict-acts">${verdict === 'not_official' ? reportForm(view, pasted) : null}
            <a class="button button-quiet" href="${verdict === 'not_official' ? urgent : personHref()}">${icon('message-circle')}${t(verdict === 'not_official' ? 'check.entered' : 'check.ask')}</a></div>`
    }
    ${mentions(view, answer)}
  </section>`;
}

function form({ t }: View, pasted: string): Html {
  return html`<form class="check-form" method="post" action="/check#result">
    <label for="check-text">${t('check.label')}</label>
    <textarea id="check-text" name="text" rows="4" maxlength="4000" required spellcheck="false" autocapitalize="off"
      placeholder="${t('check.placeholder')}">${pasted}</textarea>
    <p class="quiet">${t('check.kept')}</p>
    <button class="button">${icon('shield-question-mark')}${t('check.button')}</button>
  </form>`;
}

/** The page that tells whether a link, an address, a number or a whole message is ours. */
export function checkPage(view: View, checking: Checking, { channels, contacts, keys }: Known): Page {
  const { t, brandName } = view;
  const { pasted, answer, reported, agent } = checking;
  return {
    title: t('check.title'),
    description: t('check.lead', { brand: brandName }),
    trail: [],
    main: html`<div class="page narrow stack">
      ${crumbs(view, [])}
      <div><h1>${t('check.title')}</h1><p class="lead">${t('check.lead', { brand: brandName })}</p></div>
      ${reported ? html`<p class="notice" role="status">${icon('check')}${t('check.reported')}</p>` : null}
      ${answer === null ? null : result(view, pasted, answer)}
      <div class="card">${form(view, pasted)}</div>
      ${contactCard(view, contacts)}
      ${agentForms(view, agent)}
      ${verifyFile(view, keys)}
      <section class="card" aria-labelledby="official-title">
        <h2 id="official-title" class="card-title">${icon('shield-check')}${t('check.list')}</h2>
        <p>${t('check.listText')}</p>
        ${officialList(view, channels)}
      </section>
    </div>`,
  };
}
