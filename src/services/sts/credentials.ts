import { randomBytes } from 'node:crypto';
import type { Context } from '../../contract/operation.ts';
import type { JsonObject } from '../../core/json.ts';
import { SECOND_MS } from '../../core/time.ts';
import type { SessionGrant } from '../iam/port.ts';

const SECRET_BYTES = 30;

/** What STS needs of IAM to make sessions: ids, their form, and their seal. */
export interface SessionMaker {
  newAccessKeyId(account: string): string;
  seal(grant: SessionGrant): string;
}

export type GrantDraft = Omit<
  SessionGrant,
  'accessKeyId' | 'secretAccessKey' | 'issued' | 'expires'
>;

/** Temporary credentials. Nothing is stored: the token itself carries the session, sealed. */
export async function newCredentials(
  context: Context,
  sessions: SessionMaker,
  draft: GrantDraft,
  seconds: number,
) {
  const { now } = context.call;
  return context.once(() => {
    const accessKeyId = sessions.newAccessKeyId(draft.account);
    const secretAccessKey = randomBytes(SECRET_BYTES).toString('base64');
    const expires = now + seconds * SECOND_MS;
    const SessionToken = sessions.seal({
      ...draft,
      accessKeyId,
      secretAccessKey,
      issued: now,
      expires,
    });
    return {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken,
      Expiration: new Date(expires),
    };
  });
}

/** What the audit record says of temporary credentials: nothing that opens anything. */
export function recordedCredentials(credentials: {
  readonly AccessKeyId: string;
  readonly Expiration: Date;
}): JsonObject {
  return {
    accessKeyId: credentials.AccessKeyId,
    expiration: credentials.Expiration.toISOString(),
  };
}
