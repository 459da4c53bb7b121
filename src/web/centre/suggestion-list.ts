export interface Suggestion {
  /** An article, or a person: now, or because no article answers. */
  readonly kind: 'article' | 'urgent' | 'person';
  readonly href: string;
  readonly title: string;
  /** What stands below the title. */
  readonly text?: string;
  /** Language of both, where it is not the page's. */
  readonly locale?: string;
}

function textOf(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

let lists = 0;

/** The list below a search box: a combobox as screen readers know it, moved through with the arrow keys. */
export class SuggestionList {
  readonly #input: HTMLInputElement;
  readonly #list = document.createElement('ul');
  readonly #spoken = document.createElement('span');
  #options: HTMLLIElement[] = [];
  #at = -1;

  constructor(input: HTMLInputElement) {
    this.#input = input;
    this.#list.id = `suggestions-${++lists}`;
    this.#list.className = 'suggestions';
    this.#list.role = 'listbox';
    this.#list.ariaLabel = input.dataset.label ?? '';
    this.#list.hidden = true;
    this.#spoken.className = 'visually-hidden';
    this.#spoken.role = 'status';
    input.role = 'combobox';
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.#list.id);
    input.ariaExpanded = 'false';
    input.parentElement?.append(this.#list, this.#spoken);
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.show([]));
  }

  show(suggestions: readonly Suggestion[]): void {
    this.#at = -1;
    this.#options = suggestions.map((suggestion, i) => this.#option(suggestion, i));
    this.#list.replaceChildren(...this.#options);
    this.#list.hidden = suggestions.length === 0;
    this.#input.ariaExpanded = String(suggestions.length > 0);
    this.#input.removeAttribute('aria-activedescendant');
    this.#speak(suggestions.filter(({ kind }) => kind === 'article').length);
  }

  #speak(count: number): void {
    const { one = '', other = '' } = this.#input.dataset;
    const form = new Intl.PluralRules(document.documentElement.lang).select(count) === 'one' ? one : other;
    this.#spoken.textContent = count === 0 ? '' : form.replace('{count}', String(count));
  }

  #option({ kind, href, title, text = '', locale = '' }: Suggestion, i: number): HTMLLIElement {
    const option = document.createElement('li');
    option.id = `${this.#list.id}-${i}`;
    option.role = 'option';
    option.ariaSelected = 'false';
    option.className = kind;
    if (locale !== '') option.lang = locale;
    option.append(textOf('suggestion-title', title));
    if (text !== '') option.append(textOf('suggestion-text', text));
    // The box would lose focus, and the list close, before the click.
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => location.assign(href));
    return option;
  }

  #select(at: number): void {
    this.#at = (at + this.#options.length) % this.#options.length;
    this.#options.forEach((option, i) => {
      option.ariaSelected = String(i === this.#at);
    });
    const chosen = this.#options[this.#at];
    if (chosen === undefined) return;
    this.#input.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || this.#options.length === 0) return;
    if (event.key === 'Escape') this.show([]);
    else if (event.key === 'ArrowDown') this.#select(this.#at + 1);
    else if (event.key === 'ArrowUp') this.#select(this.#at < 0 ? -1 : this.#at - 1);
    else if (event.key === 'Enter' && this.#at >= 0) this.#options[this.#at]?.click();
    else return;
    event.preventDefault();
  }
}
