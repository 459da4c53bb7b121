/** A conversation written out, to print, to read or to parse. Pure; given only what its reader may see. */
import type { Event } from '../../contract/events.ts';
import type { Locale } from '../../contract/locale.ts';

export interface Transcript {
  caseNumber: string;
  brand: string;
  locale: Locale;
  /** IANA time zone that times are written in. */
  timeZone: string;
  madeAt: string;
  events: Event[];
}

const words = {
  'zh-CN': {
    title: '会话记录',
    case: '会话编号',
    made: '导出时间',
    you: '用户',
    agent: '客服',
    staffNumber: '工号',
    note: '内部备注',
    attachment: '附件',
    started: '会话开始',
    assigned: '接待客服',
    unassigned: '会话回到排队',
    tagged: '标签已修改',
    priority: '优先级',
    redacted: (name: string) => `${name} 移除了一条消息中的敏感内容`,
    resolved: '会话已解决',
    reopened: '会话重新打开',
    answered: '自动回答',
    verdicts: { solved: '自动回答解决了问题', 'not-it': '自动回答不符合问题', person: '希望与客服沟通' },
    system: '系统',
  },
  en: {
    title: 'Transcript',
    case: 'Case number',
    made: 'Made',
    you: 'Customer',
    agent: 'Agent',
    staffNumber: 'staff number',
    note: 'Internal note',
    attachment: 'Attachment',
    started: 'Conversation started',
    assigned: 'Agent',
    unassigned: 'Back in the queue',
    tagged: 'Tags changed',
    priority: 'Priority',
    redacted: (name: string) => `${name} removed secret parts of a message`,
    resolved: 'Conversation resolved',
    reopened: 'Conversation reopened',
    answered: 'Automatic answer',
    verdicts: {
      solved: 'The automatic answer solved it',
      'not-it': 'The automatic answer was not it',
      person: 'Asked for a person',
    },
    system: 'System',
  },
} as const;

interface Line {
  at: string;
  time: string;
  who: string;
  text: string;
  files: string[];
  quiet: boolean;
}

function quietText(event: Event, locale: Locale): string {
  const w = words[locale];
  switch (event.type) {
    case 'conversation.assigned': {
      const { agent, team } = event.body;
      if (agent === null) return team === null ? w.unassigned : `${w.unassigned}: ${team.name}`;
      return `${w.assigned}: ${agent.name} (${w.staffNumber} ${agent.staffNumber})`;
    }
    case 'priority.changed':
      return `${w.priority}: ${event.body.priority}`;
    case 'conversation.tagged':
      return w.tagged;
    case 'answer.offered':
      return `${w.answered}: ${event.body.sentence} (${event.body.article.title})`;
    case 'answer.judged':
      return w.verdicts[event.body.verdict];
    case 'message.redacted':
    case 'note.redacted':
      return w.redacted(whoOf(event, locale));
    case 'conversation.resolved':
      return w.resolved;
    case 'conversation.reopened':
      return w.reopened;
    default:
      return w.started;
  }
}

function whoOf({ actor, type }: Event, locale: Locale): string {
  const w = words[locale];
  if (actor.kind === 'system') return w.system;
  if (actor.kind === 'customer') return w.you;
  const agent = `${w.agent} ${actor.name} (${w.staffNumber} ${actor.staffNumber})`;
  return type === 'note.added' ? `${w.note} · ${agent}` : agent;
}

const clockOf = ({ locale, timeZone }: Transcript) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long', timeZone });

function linesOf(transcript: Transcript): Line[] {
  const { events, locale } = transcript;
  const format = clockOf(transcript);
  return events.map((event) => {
    const spoken = event.type === 'message.posted' || event.type === 'note.added';
    return {
      at: event.at,
      time: format.format(new Date(event.at)),
      who: whoOf(event, locale),
      text: spoken ? event.body.text : quietText(event, locale),
      files: spoken ? (event.body.attachments ?? []).map((file) => file.name) : [],
      quiet: !spoken,
    };
  });
}

export function asText(transcript: Transcript): string {
  const w = words[transcript.locale];
  const head = [
    `${transcript.brand} · ${w.title}`,
    `${w.case}: ${transcript.caseNumber}`,
    `${w.made}: ${clockOf(transcript).format(new Date(transcript.madeAt))}`,
  ];
  const lines = linesOf(transcript).map(({ time, who, text, files, quiet }) =>
    quiet
      ? `[${time}] -- ${text}`
      : [`[${time}] ${who}:`, text, ...files.map((name) => `(${w.attachment}: ${name})`)].join('\n'),
  );
  return `${head.join('\n')}\n\n${lines.join('\n\n')}\n`;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => escapes[c] as string);

const style = `body{font:16px/1.7 system-ui,"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c2526;background:#fff}
h1{font-size:1.25rem;margin:0}header{border-bottom:1px solid #d5dcdc;padding-bottom:1rem}header p{margin:0;color:#55605f;font-size:.875rem}
article{margin:1rem 0;break-inside:avoid}article h2{font-size:.875rem;margin:0;font-weight:600}time{color:#55605f;font-weight:400;font-size:.8125rem}
article p{margin:.125rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}.quiet{color:#55605f;font-size:.875rem;text-align:center}@media print{body{margin:0}}`;

/** A page of its own: nothing is loaded, nothing runs. */
export function asHtml(transcript: Transcript): string {
  const { locale, brand, caseNumber, madeAt } = transcript;
  const made = clockOf(transcript).format(new Date(madeAt));
  const w = words[locale];
  const body = linesOf(transcript).map(({ at, time, who, text, files, quiet }) => {
    const stamp = `<time datetime="${at}">${escaped(time)}</time>`;
    if (quiet) return `<p class="quiet">${escaped(text)} · ${stamp}</p>`;
    const list = files.map((name) => `<p>${w.attachment}: ${escaped(name)}</p>`).join('');
    return `<article><h2>${escaped(who)} ${stamp}</h2><p>${escaped(text)}</p>${list}</article>`;
  });
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${w.title} ${escaped(caseNumber)}</title><style>${style}</style><header><h1>${escaped(brand)} · ${w.title}</h1><p>${w.case}: ${escaped(caseNumber)}</p><p>${w.made}: ${escaped(made)}</p></header><main>${body.join('\n')}</main></html>`;
}

export function asJson({ caseNumber, brand, madeAt, events }: Transcript): string {
  return JSON.stringify({ caseNumber, brand, madeAt, events }, null, 2);
}
