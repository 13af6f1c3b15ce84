import type { ConfigRule } from '../../../models/config-service/types.ts';
import { parseArn } from '../../core/arn.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { invalidParameter, unbuilt } from './errors.ts';
import type { ManagedRule } from './evaluating/managed-rule.ts';
import { managedRule } from './managed-rules/table.ts';

const WHOLE = /^\d{1,9}$/;

/** What a rule must be before it is put. Errors: InvalidParameterValueException; 501 for what is not evaluated. */
export function requireRule(rule: ConfigRule): void {
  const { Source: source, Scope: scope } = rule;
  if (rule.EvaluationModes?.some(({ Mode }) => Mode === 'PROACTIVE') === true) {
    throw unbuilt('PutConfigRule', 'proactive evaluation');
  }
  if (scope?.TagValue !== undefined && scope.TagKey === undefined) {
    throw invalidParameter('Tag key should not be empty when tag value is provided in scope');
  }
  if (scope?.ComplianceResourceId !== undefined && scope.ComplianceResourceTypes?.length !== 1) {
    throw invalidParameter(
      'A single resourceType should be provided when resourceId is provided in scope',
    );
  }
  switch (source.Owner) {
    case 'AWS':
      return requireManaged(rule);
    case 'CUSTOM_LAMBDA':
      return requireCustom(rule);
    case 'CUSTOM_POLICY':
      throw unbuilt('PutConfigRule', 'rules written in Guard');
  }
}

function requireManaged({ Source: source, InputParameters }: ConfigRule): void {
  const identifier = source.SourceIdentifier ?? '';
  if (identifier === '') {
    throw invalidParameter('The SourceIdentifier must be provided when AWS is the owner.');
  }
  if ((source.SourceDetails ?? []).length > 0) {
    throw invalidParameter(
      'SourceDetails should be null/empty if the owner is AWS. SourceDetails should be used only ' +
        'for custom rules.',
    );
  }
  const managed = managedRule(identifier);
  if (managed === undefined) throw unbuilt('PutConfigRule', `the managed rule ${identifier}`);
  requireParameters(managed, parametersIn(InputParameters));
}

function parametersIn(text: string | undefined): JsonObject {
  if (text === undefined || text === '') return {};
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidParameter(`Invalid json ${text} passed in the InputParameters field`);
  }
  if (isJsonObject(value)) return value;
  throw invalidParameter(`Invalid json ${text} passed in the InputParameters field`);
}

function requireParameters(managed: ManagedRule, given: JsonObject): void {
  const known = managed.parameters ?? {};
  const unknown = Object.entries(given).filter(([name]) => !Object.hasOwn(known, name));
  if (unknown.length > 0) {
    const text = JSON.stringify(Object.fromEntries(unknown));
    throw invalidParameter(`Unknown parameters provided in the inputParameters: ${text}`);
  }
  for (const [name, { isRequired, default: usual, kind }] of Object.entries(known)) {
    const value = given[name];
    if (value === undefined || value === null) {
      if (isRequired === true && usual === undefined) {
        throw invalidParameter(
          `The required parameter [${name}] is not present in the inputParameters.`,
        );
      }
      continue;
    }
    const text = String(value);
    if (text === '') throw blank(name);
    if (kind === 'int' && !WHOLE.test(text)) throw wrong(name, 'an integer');
    if (kind === 'boolean' && !/^(true|false)$/.test(text)) throw wrong(name, 'a boolean');
  }
}

function blank(name: string) {
  return invalidParameter(`Blank spaces are not acceptable for input parameter: ${name}`);
}

function wrong(name: string, kind: string) {
  return invalidParameter(`The parameter ${name} in the inputParameters must be ${kind}.`);
}

function requireCustom({ Source: source, InputParameters }: ConfigRule): void {
  const { SourceIdentifier: name = '', SourceDetails: details = [] } = source;
  const arn = parseArn(name);
  if (arn?.service !== 'lambda' || !arn.resource.startsWith('function:')) {
    throw invalidParameter(
      `The ${name} is not a valid lambda function ARN. Specify a valid AWS Lambda function ARN.`,
    );
  }
  if (details.length === 0) {
    throw invalidParameter('SourceDetails should not be null/empty for custom rules.');
  }
  for (const { MessageType, MaximumExecutionFrequency } of details) {
    if (MessageType === undefined) {
      throw invalidParameter('The MessageType must be provided in the SourceDetails.');
    }
    if (MaximumExecutionFrequency !== undefined && MessageType !== 'ScheduledNotification') {
      throw invalidParameter(
        'A maximum execution frequency is not allowed if MessageType is ' +
          'ConfigurationItemChangeNotification or OversizedConfigurationItemChangeNotification',
      );
    }
    if (MessageType === 'ConfigurationSnapshotDeliveryCompleted') {
      throw unbuilt('PutConfigRule', 'rules that delivered snapshots trigger');
    }
  }
  parametersIn(InputParameters);
}
