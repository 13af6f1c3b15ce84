import { randomInt } from 'node:crypto';
import { formatArn, parseArn, partitionOf } from '../../../core/arn.ts';
import type { Scope } from '../../../core/scope.ts';

const NAME = /^[A-Za-z0-9/_+=.@!-]+$/;
const SUFFIX_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const SUFFIX_LENGTH = 6;
const WITH_SUFFIX = /^(.+)-([A-Za-z0-9]{6})$/;
const RESOURCE_PREFIX = 'secret:';

export function isSecretName(text: string): boolean {
  return NAME.test(text);
}

/** Six random characters: a secret that is made again has another ARN than the one before it. */
export function newSuffix(): string {
  let suffix = '';
  for (let at = 0; at < SUFFIX_LENGTH; at += 1) {
    suffix += SUFFIX_CHARACTERS[randomInt(SUFFIX_CHARACTERS.length)];
  }
  return suffix;
}

export function secretArn(scope: Scope, name: string, suffix: string): string {
  const resource = `${RESOURCE_PREFIX}${name}-${suffix}`;
  const partition = partitionOf(scope.region);
  return formatArn({ partition, service: 'secretsmanager', ...scope, resource });
}

/** How a request names a secret. */
export interface SecretReference {
  readonly scope: Scope;
  readonly name: string;
  /** Undefined where only a name, or an ARN without the suffix, was given. */
  readonly suffix: string | undefined;
}

/**
 * Reads a name, an ARN, or an ARN without its suffix. An ARN that ends in a hyphen and six characters counts as complete,
 * as in AWS. Undefined: it can't be any secret's.
 */
export function parseSecretId(text: string, scope: Scope): SecretReference | undefined {
  if (!text.startsWith('arn:')) {
    return isSecretName(text) ? { scope, name: text, suffix: undefined } : undefined;
  }
  const arn = parseArn(text);
  if (arn?.service !== 'secretsmanager' || !arn.resource.startsWith(RESOURCE_PREFIX)) {
    return undefined;
  }
  const named = arn.resource.slice(RESOURCE_PREFIX.length);
  if (!isSecretName(named)) return undefined;
  const place = { account: arn.account, region: arn.region };
  const [, name, suffix] = WITH_SUFFIX.exec(named) ?? [];
  return name === undefined || suffix === undefined
    ? { scope: place, name: named, suffix: undefined }
    : { scope: place, name, suffix };
}
