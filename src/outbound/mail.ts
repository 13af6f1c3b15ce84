const TIMEOUT_MS = 30_000;

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What the sender calls itself. */
  readonly senderName: string;
}

export interface MailServer {
  /** `smtp://USER:PASSWORD@HOST:PORT`, or `smtps://…`. */
  readonly url: string;
  readonly from: string;
}

/** Undefined: handed over. Otherwise why not, and whether another attempt may do. */
export type MailOutcome = { readonly failure: string; readonly isFinal: boolean } | undefined;

export type Mailer = (mail: Mail) => Promise<MailOutcome>;

/** Hands mails to a mail server, each by a connection of its own, within 30 seconds a step. Never rejects. */
export function createMailer({ url, from: address }: MailServer): Mailer {
  return async ({ to, subject, text, senderName: name }) => {
    try {
      const from = { name, address };
      // Read when it is needed: few servers send mail, and it is an eighth of a start.
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        url,
        connectionTimeout: TIMEOUT_MS,
        greetingTimeout: TIMEOUT_MS,
        socketTimeout: TIMEOUT_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
      return undefined;
    } catch (error) {
      const code =
        error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
      const failure = error instanceof Error ? error.message : 'the mail server failed';
      // A mail server's 5xx is its last word.
      return { failure, isFinal: code >= 500 };
    }
  };
}
