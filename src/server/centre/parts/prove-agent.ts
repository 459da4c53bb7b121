import type { Contact, ProofAccepted, StaffNumberState } from '../../../contract/proofs.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { momentText } from '../times.ts';
import type { View } from '../view.ts';

/** What was asked about an agent, and the answer: of a staff number, or of a code that somebody told. */
export type AgentCheck =
  | { readonly asked: 'number'; readonly typed: string; readonly state: StaffNumberState }
  | {
      readonly asked: 'code';
      readonly typed: string;
      /** Null for a code that was refused. */
      readonly accepted: ProofAccepted | null;
      readonly refusal: string;
    };

function contact(view: View, { agent, channel, caseNumber, lastAt }: Contact): Html {
  const { t, now, locale, timeZone } = view;
  const by = t('prove.by', { channel: t(`prove.channel.${channel}`), number: caseNumber });
  const time = momentText(now, new Date(lastAt), locale, timeZone);
  return html`<li class="contact">${icon('user-round-check')}<div>
    <p class="contact-name">${agent.name} <span>${t('prove.staffNumber', { number: agent.staffNumber })}</span></p>
    <p>${by} · <time datetime="${lastAt}" data-moment>${time}</time></p>
  </div></li>`;
}

/** Who of us is in contact with this customer now, or that nobody is; of a stranger the page cannot know. */
export function contactCard(view: View, contacts: readonly Contact[] | null): Html {
  const { t, brandName } = view;
  const byPhone = contacts?.some(({ channel }) => channel === 'phone') ?? false;
  return html`<section class="card" id="contact" aria-labelledby="contact-title">
    <h2 id="contact-title" class="card-title">${icon('phone-call')}${t('prove.contactTitle', { brand: brandName })}</h2>
    ${
      contacts === null
        ? html`<p>${t('prove.unknownYou')}</p><p><a class="more" href="/my#claim">${t('prove.makeKnown')}${icon('chevron-right')}</a></p>`
        : contacts.length === 0
          ? html`<p class="contact-name">${t('prove.nobody', { brand: brandName })}</p>`
          : html`<ul class="contacts">${contacts.map((one) => contact(view, one))}</ul>`
    }
    ${byPhone || contacts === null ? null : html`<p class="hang-up">${icon('phone-off')}<span>${t('prove.hangUp')}</span></p>`}
  </section>`;
}

const outcomes = {
  'on-duty': ['official', 'user-round-check'],
  exists: ['unknown', 'user-round'],
  unknown: ['not_official', 'user-round-x'],
} as const;

function numberAnswer({ t }: View, check: AgentCheck | null): Html | null {
  if (check?.asked !== 'number') return null;
  const [tone, name] = outcomes[check.state];
  return html`<p class="proof-answer" data-verdict="${tone}" role="status">${icon(name)}<span>${t(`prove.${check.state}`, { number: check.typed })}</span></p>`;
}

function codeAnswer({ t }: View, check: AgentCheck | null): Html | null {
  if (check?.asked !== 'code') return null;
  const { accepted, refusal } = check;
  if (accepted === null)
    return html`<p class="proof-answer" data-verdict="not_official" role="status">${icon('user-round-x')}<span>${refusal}</span></p>`;
  const { agent, caseNumber } = accepted;
  const says = t('prove.accepted', { name: agent.name, number: agent.staffNumber, case: caseNumber });
  return html`<p class="proof-answer" data-verdict="official" role="status">${icon('user-round-check')}<span>${says}</span></p>`;
}

/** The two ways to make sure of an agent: the staff number they name, and the code that only they can see. */
export function agentForms(view: View, check: AgentCheck | null): Html {
  const { t } = view;
  const typed = (asked: AgentCheck['asked']) => (check?.asked === asked ? check.typed : '');
  return html`<section class="card stack" id="agent" aria-labelledby="agent-title">
    <div><h2 id="agent-title" class="card-title">${icon('id-card')}${t('prove.title')}</h2><p>${t('prove.text')}</p></div>
    <form method="post" action="/check#agent" class="field-row">
      <label for="check-number">${t('prove.number')}</label>
      <input id="check-number" name="number" required maxlength="40" autocapitalize="characters" autocomplete="off" placeholder="A1001" value="${typed('number')}">
      <button class="button button-quiet">${t('prove.numberButton')}</button>
    </form>
    ${numberAnswer(view, check)}
    <form method="post" action="/check#agent" class="field-row">
      <label for="check-code">${t('prove.code')}</label>
      <input id="check-code" name="code" required maxlength="40" autocapitalize="characters" autocomplete="off" placeholder="K7M-4QX" value="${typed('code')}">
      <button class="button button-quiet">${t('prove.codeButton')}</button>
    </form>
    ${codeAnswer(view, check)}
    <p class="quiet">${t('prove.codeHint')}</p>
  </section>`;
}
