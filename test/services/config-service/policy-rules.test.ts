import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import {
  type Case,
  identity,
  judge,
  open,
  policy,
  resourceRules,
  secured,
  statement,
} from './judging.ts';

/** Policies, and whether a rule is content with them. */
const POLICIES: readonly [string, Case, boolean][] = [
  ['S3_BUCKET_PUBLIC_READ_PROHIBITED', bucket(open('s3:Get?bject*')), false],
  ['S3_BUCKET_PUBLIC_READ_PROHIBITED', bucket(open('S3:GETOBJECT')), false],
  ['S3_BUCKET_PUBLIC_READ_PROHIBITED', bucket(open('s3:GetBucketTagging')), true],
  ['S3_BUCKET_PUBLIC_READ_PROHIBITED', bucket(open('s3:GetObject', sourced('*'))), false],
  ['S3_BUCKET_PUBLIC_READ_PROHIBITED', bucket(open('s3:GetObject', sourced('1'))), true],
  [
    'S3_BUCKET_PUBLIC_READ_PROHIBITED',
    bucket(open('s3:PutObject'), open('s3:GetObject', sourced('1'))),
    true,
  ],
  [
    'S3_BUCKET_PUBLIC_READ_PROHIBITED',
    bucket({ Effect: 'Allow', Principal: '*', NotAction: 's3:PutObject', Resource: '*' }),
    false,
  ],
  [
    'S3_BUCKET_PUBLIC_WRITE_PROHIBITED',
    bucket({ Effect: 'Allow', Principal: { AWS: ['*'] }, Action: 's3:P*', Resource: '*' }),
    false,
  ],
  ['S3_BUCKET_SSL_REQUESTS_ONLY', bucket({ ...secured('false'), Action: ['s3:Get*'] }), false],
  ['S3_BUCKET_SSL_REQUESTS_ONLY', bucket({ ...secured('false'), Action: 's3:**' }), true],
  [
    'S3_BUCKET_SSL_REQUESTS_ONLY',
    bucket({ ...secured('false'), Resource: 'arn:aws:s3:::one/*' }),
    false,
  ],
  [
    'S3_BUCKET_SSL_REQUESTS_ONLY',
    bucket({
      ...secured('false'),
      Condition: { BoolIfExists: { 'AWS:securetransport': 'false' } },
    }),
    true,
  ],
  [
    'S3_BUCKET_SSL_REQUESTS_ONLY',
    bucket({ ...secured('false'), Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
    false,
  ],
  [
    'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
    identity({ Effect: 'Allow', Action: ['s3:GetObject', '*'], Resource: '*' }),
    false,
  ],
  [
    'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
    identity({ Effect: 'Allow', Action: '*', Resource: ['arn:aws:s3:::b', '*'] }),
    false,
  ],
  [
    'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
    identity({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    true,
  ],
  [
    'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
    identity({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::b' }),
    true,
  ],
  [
    'LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED',
    { supplementary: { Policy: statement(open('lambda:Invoke*', sourced('*'))) } },
    false,
  ],
];

function bucket(...statements: readonly JsonObject[]): Case {
  return { supplementary: policy(true, ...statements) };
}

function sourced(account: string): JsonObject {
  return { Condition: { StringLike: { 'aws:SourceAccount': account } } };
}

test('managed rules: policies mean what they mean to the engine that decides requests', () => {
  for (const [identifier, given, isCompliant] of POLICIES) {
    const rule = resourceRules.find((one) => one.identifier === identifier);
    if (rule === undefined) throw new Error(`there is no ${identifier}`);
    const told = JSON.stringify(given);
    expect(judge(rule, given), `${identifier} of ${told}`).toMatchObject({ isCompliant });
  }
  expect(POLICIES).toHaveLength(18);
});
