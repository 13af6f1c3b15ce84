import type { JsonObject } from '../../../src/core/json.ts';
import type { RuleSettings } from '../../../src/services/config-service/evaluating/managed-rule.ts';
import { MANAGED_RULES } from '../../../src/services/config-service/managed-rules/table.ts';
import type { Item } from '../../../src/services/config-service/state.ts';

export const NOW = Date.parse('2026-11-26T00:00:00Z');

export interface Case {
  readonly configuration?: JsonObject;
  readonly supplementary?: JsonObject;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly settings?: RuleSettings;
}

export const statement = (...Statement: readonly JsonObject[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement });
export const policy = (isPublic: boolean, ...statements: readonly JsonObject[]): JsonObject => ({
  BucketPolicy: { policyText: statement(...statements) },
  BucketPolicyStatus: { isPublic },
});
export const open = (Action: string, more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Principal: '*',
  Action,
  Resource: '*',
  ...more,
});
export const secured = (value: string): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::one', 'arn:aws:s3:::one/*'],
  Condition: { Bool: { 'aws:SecureTransport': value } },
});

export function identity(one: JsonObject): Case {
  const document = encodeURIComponent(statement(one));
  return {
    configuration: {
      defaultVersionId: 'v1',
      policyVersionList: [{ versionId: 'v1', document }],
    },
  };
}

export const resourceRules = MANAGED_RULES.filter((rule) => rule.kind === 'resource');

export function judge(rule: (typeof resourceRules)[number], given: Case) {
  const [type] = rule.types;
  if (type === undefined) throw new Error('the rule is about nothing');
  const item: Item = {
    type,
    id: 'one',
    region: 'us-east-1',
    tags: given.tags ?? {},
    relationships: [],
    configuration: given.configuration ?? {},
    supplementary: given.supplementary ?? {},
    status: 'OK',
    captured: NOW,
    stateId: '1',
    ...(given.name === undefined ? {} : { name: given.name }),
  };
  const defaults = Object.entries(rule.parameters ?? {}).flatMap(([name, parameter]) =>
    parameter.default === undefined ? [] : [[name, parameter.default] as const],
  );
  return rule.judge(item, { ...Object.fromEntries(defaults), ...given.settings }, NOW);
}
