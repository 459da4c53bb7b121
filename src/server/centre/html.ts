/** Markup that was made by a template, never by a visitor: the only thing `html` lets through unescaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in a template. Nothing is shown for null, undefined, false and true; lists are joined. */
export type Value = Html | string | number | boolean | null | undefined | readonly Value[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and between quotes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function render(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(render).join('');
  return '';
}

/** A page, or a piece of one: every value is escaped unless it is Html itself. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.map((part, i) => part + (i < values.length ? render(values[i]) : '')).join(''));
}

/** Declares markup safe: only for icons from disk and for Markdown that went through the sanitiser. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** JSON inside a data block: `<` is written as \u003c, so that no value can close the element. */
export function jsonText(value: unknown): Html {
  return new Html(
    JSON.stringify(value)
      .replaceAll('<', '\\u003c')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029'),
  );
}
