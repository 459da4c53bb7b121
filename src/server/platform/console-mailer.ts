import type { Config } from './config.ts';
import type { Letter, Mailer } from './mailer.ts';

/**
 * Until a mail server is configured: in development the letter is shown on the console, codes and links included;
 * anywhere else only that there was one, because a log is no place for a secret.
 */
export class ConsoleMailer implements Mailer {
  readonly #show: boolean;

  constructor(config: Pick<Config, 'mode' | 'demo'>) {
    this.#show = config.mode === 'development';
  }

  async send({ to, subject, text }: Letter): Promise<void> {
    if (this.#show) console.log(`--- letter to ${to}: ${subject}\n${text}\n---`);
    else console.warn('A letter was not sent: mail is not configured.');
  }
}
