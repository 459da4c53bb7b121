/** One letter to one address. Texts are final: written in the receiver's language by whoever sends it. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Sends letters. Until a mail server is configured, the development mailer shows them on the console. */
export interface Mailer {
  send(letter: Letter): Promise<void>;
}
