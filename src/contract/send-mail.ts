/** Hands a mail to a mail server. Undefined: done. Never rejects. */
export type SendMail = (mail: {
  readonly to: string;
  readonly senderName: string;
  readonly subject: string;
  readonly text: string;
}) => Promise<{ readonly failure: string; readonly isFinal: boolean } | undefined>;
