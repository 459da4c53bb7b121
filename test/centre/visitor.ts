/** Somebody with a browser that runs no script: follows nothing by itself, keeps cookies, sends forms. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly url: string;
  readonly language: string;

  /** The address of the centre, as the browser shows it. */
  readonly origin: string;

  constructor(url: string, language = 'zh-CN', origin = url) {
    this.url = url;
    this.language = language;
    this.origin = origin;
  }

  async ask(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'text/html,*/*',
        'accept-language': this.language,
        ...(cookie === '' ? {} : { cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    return response;
  }

  /** The text of a page that must be there. */
  async read(path: string): Promise<string> {
    const response = await this.ask('GET', path);
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return response.text();
  }

  async send(path: string, form: Record<string, string>): Promise<Response> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: this.origin };
    return this.ask('POST', path, headers, new URLSearchParams(form).toString());
  }

  takeCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }
}

/** What a page says, without its markup. */
export const wordsOf = (page: string): string =>
  page
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
