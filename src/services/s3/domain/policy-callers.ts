import { parseArn } from '../../../core/arn.ts';
import type { JsonValue } from '../../../core/json.ts';
import { type PolicyDocument, readDocument } from '../../../policy/document.ts';
import { ANYBODY, STRANGER } from '../../../policy/resource-side.ts';
import type { PrincipalIdentity } from '../../../policy/types.ts';
import { favourable, filled, type Values } from './favourable-values.ts';

/** Names of a policy that are asked about: more than one of 20 KB has in practice. */
const NAMES_MAX = 250;
export const CLOUDFRONT = 'cloudfront.amazonaws.com';
const OAI = /^arn:aws[a-z-]*:iam::cloudfront:user\//;

/** Somebody whom a policy may let in. */
export interface Caller {
  /** What it is told as: an account's number, a canonical user's id, an organization's id, or CloudFront. */
  readonly name: string;
  readonly identity: PrincipalIdentity;
  /** Keys that say who it is. */
  readonly is: Values;
}

export interface Organization {
  readonly organizationId: string;
  /** `o-…/r-…/ou-…/`. */
  readonly path: string;
}

interface Guarded {
  /** The canonical id of the bucket's account. */
  readonly ownerId: string;
  /** The organization of an account that the policy names. */
  readonly organizationOf: (account: string) => Organization | undefined;
}

export function documentOf(text: string): PolicyDocument {
  const json: JsonValue = JSON.parse(text);
  return readDocument(json);
}

/** Accounts that a policy names, whose organization is to be known. */
export function accountsNamedIn(text: string): readonly string[] {
  const named = namesIn(documentOf(text)).flatMap((name) => accountOf(name) ?? []);
  return [...new Set(named)].filter((account) => /^\d{12}$/.test(account));
}

export const STRANGERS: readonly Caller[] = [
  { name: '*', identity: ANYBODY, is: new Map() },
  {
    name: '*',
    identity: STRANGER,
    is: new Map([
      ['aws:principaltype', ['User']],
      ['aws:username', [STRANGER.userName]],
    ]),
  },
];

/** Everybody whom statements that allow mean: as principals, or by conditions about who calls. */
function namesIn({ statements }: PolicyDocument): readonly string[] {
  const names = new Set<string>();
  for (const { effect, principal, conditions } of statements) {
    if (effect !== 'Allow' || principal === undefined) continue;
    if (!principal.negated) {
      for (const name of principal.kinds.get('AWS') ?? []) names.add(name);
    }
    for (const { key, values, operator } of conditions) {
      if (!operator.includes('Not') && NAMING.has(key.toLowerCase())) {
        for (const value of values) names.add(filled(value));
      }
    }
  }
  names.delete('*');
  return [...names].slice(0, NAMES_MAX);
}

const NAMING = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
]);

/** The account that a name is of; undefined: of none. */
function accountOf(name: string): string | undefined {
  return /^\d{12}$/.test(name) ? name : parseArn(name)?.account;
}

export function callersIn(document: PolicyDocument, bucket: Guarded): readonly Caller[] {
  const named = namesIn(document).flatMap((name) => {
    if (name.startsWith('o-')) return [memberOf(name)];
    const account = accountOf(name);
    if (account === undefined || account === '') return [];
    const arn = /^\d{12}$/.test(name) || name.endsWith(':root') ? userOf(account) : name;
    return [callerOf(account, arn, bucket)];
  });
  const canonical = document.statements.flatMap(({ effect, principal }) =>
    effect === 'Allow' && principal?.negated === false
      ? (principal.kinds.get('CanonicalUser') ?? [])
      : [],
  );
  const users = [...new Set(canonical)].filter((id) => id !== bucket.ownerId);
  return [...named, ...users.slice(0, NAMES_MAX).map(canonicalCaller), ...cloudFront(document)];
}

/** Somebody of an account. */
export function accountCaller(account: string, bucket: Guarded): Caller {
  return callerOf(account, userOf(account), bucket);
}

function userOf(account: string): string {
  return `arn:aws:iam::${account}:user/any`;
}

function callerOf(account: string, arn: string, { organizationOf }: Guarded): Caller {
  const organization = organizationOf(account);
  const isRole = /:(?:role|assumed-role)\//.test(arn);
  const principalId = isRole ? 'AROAANYANYANYANYANY:any' : 'AIDAANYANYANYANYANYA';
  const is = new Map([
    ['aws:principalaccount', [account]],
    ['aws:principalarn', [arn]],
    ['aws:principaltype', [isRole ? 'AssumedRole' : 'User']],
    ['aws:userid', [principalId]],
  ]);
  if (!isRole) is.set('aws:username', [arn.slice(arn.lastIndexOf('/') + 1)]);
  if (organization !== undefined) {
    is.set('aws:principalorgid', [organization.organizationId]);
    is.set('aws:principalorgpaths', [organization.path]);
  }
  return {
    name: OAI.test(arn) ? CLOUDFRONT : account,
    identity: {
      type: isRole ? 'AssumedRole' : 'IAMUser',
      account,
      arn,
      principalId,
      ...(isRole ? { roleArn: arn } : {}),
    },
    is,
  };
}

/** An account of an organization that the policy lets in as a whole, or by a path in it. */
function memberOf(path: string): Caller {
  const [name = ''] = path.split('/');
  return {
    name,
    identity: STRANGER,
    is: new Map([
      ['aws:principalaccount', [STRANGER.account]],
      ['aws:principalarn', [STRANGER.arn]],
      ['aws:principaltype', ['User']],
      ['aws:principalorgid', [name]],
      ['aws:principalorgpaths', [path]],
    ]),
  };
}

/** A canonical user that is not the owner's may be anybody's, an identity of CloudFront's too. */
function canonicalCaller(id: string): Caller {
  return {
    name: id,
    identity: { type: 'Root', account: '', arn: '', principalId: id, canonicalUserId: id },
    is: new Map([['aws:principaltype', ['Account']]]),
  };
}

/** CloudFront by its service's name, for whatever distribution the policy means. */
function cloudFront(document: PolicyDocument): readonly Caller[] {
  const isNamed = document.statements.some(
    ({ effect, principal }) =>
      effect === 'Allow' && principal?.kinds.get('Service')?.includes(CLOUDFRONT) === true,
  );
  if (!isNamed) return [];
  const source = favourable(document, ({ key }) => /^aws:source/i.test(key));
  const caller: Caller = {
    name: CLOUDFRONT,
    identity: {
      type: 'AWSService',
      account: '',
      arn: CLOUDFRONT,
      principalId: CLOUDFRONT,
      service: CLOUDFRONT,
    },
    is: new Map([
      ...source,
      ['aws:principalisawsservice', ['true']],
      ['aws:principalservicename', [CLOUDFRONT]],
    ]),
  };
  return [caller];
}
