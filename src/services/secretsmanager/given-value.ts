import { equalSecrets } from '../../core/secret.ts';
import { bytesOf, type SecretValue } from './domain/envelope.ts';
import { invalidParameter, invalidRequest, TOKEN_NEEDED } from './errors.ts';

interface ValueInput {
  readonly SecretString?: string | undefined;
  readonly SecretBinary?: Uint8Array | undefined;
}

/** The value a request brings, if one. Errors: InvalidParameterException for two. */
export function givenValue({ SecretString, SecretBinary }: ValueInput): SecretValue | undefined {
  if (SecretString !== undefined && SecretBinary !== undefined) {
    throw invalidParameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  }
  if (SecretString !== undefined) return { kind: 'string', text: SecretString };
  return SecretBinary === undefined ? undefined : { kind: 'binary', bytes: SecretBinary };
}

/** The token that names the new version. SDKs make one up; whoever speaks HTTP alone must. */
export function givenToken(token: string | undefined): string {
  if (token === undefined) throw invalidRequest(TOKEN_NEEDED);
  return token;
}

export function isSameValue(left: SecretValue | undefined, right: SecretValue): boolean {
  if (left === undefined || left.kind !== right.kind) return false;
  return equalSecrets(bytesOf(left).toString('base64'), bytesOf(right).toString('base64'));
}

/** As answers carry it. */
export function shownValue(value: SecretValue) {
  return value.kind === 'string' ? { SecretString: value.text } : { SecretBinary: value.bytes };
}
