import { describe, expect, it } from 'vitest';
import { type DenialOptions, denialText } from '../../src/policy/denial.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import type { PolicyType } from '../../src/policy/types.ts';
import {
  ACCOUNT,
  KEY_ARN,
  OTHER_ACCOUNT,
  requestOf,
  sourced,
  type Vector,
} from './authorization.ts';

const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
const ALLOW = { Version: '2012-10-17', Statement: [statement] };
const DENY = { Version: '2012-10-17', Statement: [{ ...statement, Effect: 'Deny' }] };
const NONE = { Version: '2012-10-17', Statement: [{ ...statement, Action: 's3:*' }] };
const EVERYONE = { ...ALLOW, Statement: [{ ...statement, Principal: '*' }] };
const NOBODY = { ...DENY, Statement: [{ ...statement, Effect: 'Deny', Principal: '*' }] };
const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: 'sts:AssumeRole', Principal: '*' }],
};
const ANN = `User: arn:aws:iam::${ACCOUNT}:user/ann is not authorized to perform: kms:Encrypt`;
const BOB = ANN.replace(`${ACCOUNT}:user/ann`, `${OTHER_ACCOUNT}:user/bob`);
const ON_KEY = ` on resource: ${KEY_ARN}`;
const UNSAID =
  ' on this resource because the resource does not exist in this Region, no resource-based ' +
  'policies allow access, or a resource-based policy explicitly denies access';
const because = (type: string): string => ` because no ${type} allows the kms:Encrypt action`;
const denied = (type: string): string => ` with an explicit deny in ${type}`;

type Case = readonly [string, Partial<Vector>, string, DenialOptions?];
const CASES: readonly Case[] = [
  ['identity', {}, ANN + ON_KEY + because('identity-based policy')],
  ['resource', { mode: 'required' }, ANN + ON_KEY + because('resource-based policy')],
  [
    'boundary',
    { identity: [ALLOW], boundary: NONE },
    ANN + ON_KEY + because('permissions boundary'),
  ],
  ['session', { identity: [ALLOW], session: [NONE] }, ANN + ON_KEY + because('session policy')],
  ['scp', { identity: [ALLOW], scps: [[NONE]] }, ANN + ON_KEY + because('service control policy')],
  [
    'endpoint',
    { identity: [ALLOW], endpoint: NONE },
    ANN + ON_KEY + because('VPC endpoint policy'),
  ],
  ['identity deny', { identity: [DENY] }, ANN + ON_KEY + denied('an identity-based policy')],
  ['boundary deny', { boundary: DENY }, ANN + ON_KEY + denied('a permissions boundary')],
  ['session deny', { session: [DENY] }, ANN + ON_KEY + denied('a session policy')],
  ['scp deny', { scps: [[DENY]] }, ANN + ON_KEY + denied('a service control policy')],
  ['rcp deny', { rcps: [[NOBODY]] }, ANN + ON_KEY + denied('a resource control policy')],
  ['resource deny', { resourcePolicy: NOBODY }, ANN + ON_KEY + denied('a resource-based policy')],
  ['endpoint deny', { endpoint: DENY }, ANN + ON_KEY + denied('a VPC endpoint policy')],
  [
    'trust deny',
    { trust: TRUST, action: 'sts:AssumeRole' },
    `${ANN}${ON_KEY}${denied('the role trust policy')}`.replace('kms:Encrypt', 'sts:AssumeRole'),
  ],
  ['no resource', { resource: '*' }, ANN + because('identity-based policy')],
  [
    'a quoted resource',
    {},
    `${ANN} on resource: "${KEY_ARN}"${because('identity-based policy')}`,
    { quoted: true },
  ],
  [
    'a foreign resource, identity silent',
    { principal: 'foreigner', resourcePolicy: EVERYONE },
    `${BOB} on this resource${because('identity-based policy')}`,
    { resource: false },
  ],
  [
    'a foreign resource without policy',
    { principal: 'foreigner', identity: [ALLOW] },
    BOB + UNSAID,
    { resource: false },
  ],
  [
    'a foreign resource that denies',
    { principal: 'foreigner', identity: [ALLOW], resourcePolicy: NOBODY },
    BOB + UNSAID,
    { resource: false },
  ],
];

describe('denialText', () => {
  it('has its cases', () => {
    expect(CASES.length).toBe(19);
  });

  it.each(CASES.map(([name, vector, expected, options]) => ({ name, vector, expected, options })))(
    '$name',
    ({ name, vector, expected, options }) => {
      const request = requestOf({ name, expected, ...vector });
      expect(denialText(request, evaluate(request), options)).toBe(expected);
    },
  );

  it("names the policy's ARN within its owner's account and organization only", () => {
    const arn = 'arn:aws:organizations::1:policy/o-1/x/p-1';
    const textOf = (type: PolicyType, principal: string, sameOrganization: boolean): string => {
      const request = requestOf({ name: '', expected: '', principal });
      const levels = [[sourced(type, type === 'scp' ? DENY : NOBODY, arn)]];
      const { policies } = request;
      const bound = type === 'scp' ? { policies: { ...policies, scps: levels } } : { rcps: levels };
      const full = { ...request, ...bound, sameOrganization };
      return denialText(full, evaluate(full));
    };
    // A service control policy is the caller's own organization's, wherever the resource is.
    const scp = `${denied('a service control policy')}: ${arn}`;
    expect(textOf('scp', 'ann', false)).toBe(`${ANN}${ON_KEY}${scp}`);
    expect(textOf('scp', 'foreigner', false)).toBe(`${BOB}${ON_KEY}${scp}`);
    const rcp = denied('a resource control policy');
    expect(textOf('rcp', 'ann', false)).toBe(`${ANN}${ON_KEY}${rcp}: ${arn}`);
    expect(textOf('rcp', 'foreigner', true)).toBe(`${BOB}${ON_KEY}${rcp}: ${arn}`);
    expect(textOf('rcp', 'foreigner', false)).toBe(`${BOB}${ON_KEY}${rcp}`);
  });
});

describe('explain', () => {
  it('tells which element kept each statement from matching', () => {
    const lines = [
      { ...statement, Action: 's3:*' },
      { ...statement, Resource: 'arn:aws:s3:::b' },
      { ...statement, Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      statement,
    ];
    const document = { ...ALLOW, Statement: lines };
    const decision = evaluate(requestOf({ name: '', expected: '', identity: [document] }));
    const summary = decision.explain().map(({ mismatch, condition }) => condition ?? mismatch);
    expect(summary).toEqual(['action', 'resource', 'Bool aws:SecureTransport', undefined]);
  });
});
