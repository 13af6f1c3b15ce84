import { compileCondition } from './conditions.ts';
import type { NegatableList, PolicyDocument, StatementDocument } from './document.ts';
import { GRAMMARS, type PolicyGrammar } from './grammar.ts';
import { PolicySyntaxError } from './syntax-error.ts';

const PARTITION = /^aws(-[a-z]+)*$/;
/** Variables stand only in the resource's part; angle brackets are a forgotten placeholder. */
const PLACEHOLDER = /[<>$]/;
const VENDOR = /^[a-zA-Z0-9\-.]+$/;
const SID = /^[0-9A-Za-z]*$/;
const IAM_PATHS = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
];
const LEGACY = 'The policy failed legacy parsing';

/**
 * What IAM refuses of a well-formed document, with IAM's texts and in IAM's order, which clients
 * see when a document has several faults.
 * Source: recorded CreatePolicy and CreateRole errors, and the IAM User Guide's policy grammar.
 */
export function validateDocument(document: PolicyDocument, grammar: PolicyGrammar): void {
  const rules = GRAMMARS[grammar];
  if (rules.strict && document.version !== '2012-10-17') {
    refuse('Policy document must be version 2012-10-17 or greater.');
  }
  const { statements } = document;
  for (const statement of statements) validateLegacy(statement, rules.strict);
  validateSids(statements, grammar);
  for (const statement of statements) validatePrincipal(statement, grammar);
  if (rules.strict) {
    const resources = statements.flatMap((statement) => statement.resource?.values ?? []);
    for (const resource of resources) validateResource(resource);
  }
  for (const { action } of statements) validateActions(action, grammar);
  for (const { action } of statements) {
    if (action === undefined || action.values.length === 0) {
      refuse('Policy statement must contain actions.');
    }
  }
  for (const statement of statements) validateResourcePresence(statement, grammar);
  if (rules.strict) {
    for (const resource of globalResources(statements)) validateGlobalResource(resource);
  }
}

function validatePrincipal(statement: StatementDocument, grammar: PolicyGrammar): void {
  const rules = GRAMMARS[grammar].principal;
  const { principal } = statement;
  if (rules === 'forbidden' && principal !== undefined) {
    refuse('Policy document should not specify a principal.');
  }
  if (rules === 'required' && principal === undefined) refuse('Missing required field Principal');
  if (principal === undefined) return;
  if (principal.negated && grammar === 'trust') refuse('Has prohibited field NotPrincipal');
  if (principal.negated && statement.effect === 'Allow') {
    refuse('Allow with NotPrincipal is not allowed.');
  }
}

/** Values are judged by compiling them: there is one reading of a date, not two. */
function validateLegacy(statement: StatementDocument, strict: boolean): void {
  if (!statement.effectExact) refuse(LEGACY);
  if (strict) {
    for (const resource of statement.resource?.values ?? []) validateLegacyResource(resource);
  }
  for (const { operator, key, values } of statement.conditions) {
    compileCondition(operator, key, values, true);
  }
}

/** The older parser comes first: it refuses ARNs that are neither complete nor end in a star. */
function validateLegacyResource(resource: string): void {
  if (!resource.startsWith('arn:')) return;
  const segments = resource.split(':');
  const [, partition = '', vendor, region = '', account = ''] = segments;
  if (!isPartition(partition) && segments.length >= 6) return;
  const last = segments.at(-1) ?? '';
  const incomplete = segments.length === 4 || segments.length === 5;
  if (incomplete && !last.endsWith('*')) {
    const refusedLater = segments.length === 5 && !isPartition(partition);
    if (!refusedLater) refuse(LEGACY);
  }
  if (vendor === '' || PLACEHOLDER.test(region) || PLACEHOLDER.test(account)) refuse(LEGACY);
}

function isPartition(text: string): boolean {
  return text === '*' || PARTITION.test(text);
}

function validateResource(resource: string): void {
  if (resource === '*') return;
  const segments = resource.split(':');
  if (segments.length === 1) refuse(`Resource ${resource} must be in ARN format or "*".`);
  const [, partition = '', vendor] = segments;
  if (!isPartition(partition)) {
    // Completed as IAM completes it: the first segment becomes arn, missing ones become stars.
    const completed = ['arn', ...segments.slice(1)];
    while (completed.length < 6) completed.push('*');
    refuse(`Partition "${partition}" is not valid for resource "${completed.join(':')}".`);
  }
  if (segments[0] !== 'arn') refuse(`Resource ${resource} must be in ARN format or "*".`);
  if (vendor === undefined || (vendor !== '*' && !VENDOR.test(vendor))) {
    refuse('Resource vendor must be fully qualified and cannot contain regexes.');
  }
}

function validateActions(action: NegatableList | undefined, grammar: PolicyGrammar): void {
  for (const name of action?.values ?? []) {
    if (name === '*' && grammar !== 'trust') continue;
    const [vendor = '', rest, ...more] = name.split(':');
    if (rest === undefined) {
      refuse('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
    }
    if (more.length > 0) refuse('Actions/Condition can contain only one colon.');
    if (!VENDOR.test(vendor)) refuse(`Vendor ${vendor} is not valid`);
    if (grammar === 'trust' && vendor.toLowerCase() !== 'sts') {
      refuse('AssumeRole policy may only specify STS AssumeRole actions.');
    }
  }
}

function validateResourcePresence(statement: StatementDocument, grammar: PolicyGrammar): void {
  const rules = GRAMMARS[grammar].resource;
  const { resource } = statement;
  if (rules === 'forbidden' && resource !== undefined) {
    refuse(`Has prohibited field ${resource.negated ? 'NotResource' : 'Resource'}`);
  }
  const missing = resource === undefined ? rules === 'required' : resource.values.length === 0;
  if (missing) refuse('Policy statement must contain resources.');
}

/** Of the services without Regions. */
function globalResources(statements: readonly StatementDocument[]): readonly string[] {
  return statements
    .flatMap((statement) => statement.resource?.values ?? [])
    .filter((resource) => ['iam', 's3'].includes(resource.split(':')[2] ?? ''));
}

function validateGlobalResource(resource: string): void {
  const segments = resource.split(':');
  if (segments.length < 6) return;
  const hasRegion = segments[3] !== '' && segments[3] !== '*';
  if (segments[2] === 's3') {
    if (hasRegion && segments[4] === '') {
      refuse(`Resource ${resource} can not contain region information.`);
    }
    return;
  }
  if (hasRegion) {
    refuse(`IAM resource ${resource} cannot contain region information.`);
  }
  const path = segments.slice(5).join(':');
  const known = path === 'root' || IAM_PATHS.some((prefix) => path.startsWith(prefix));
  if (!known && !/[*?$]/.test(path)) {
    refuse(`IAM resource path must either be "*" or start with ${IAM_PATHS.join(', ')}.`);
  }
}

/** Resource policies may repeat them: AWS's own policy of Secrets Manager's key does. */
function validateSids(statements: readonly StatementDocument[], grammar: PolicyGrammar): void {
  const { strict } = GRAMMARS[grammar];
  const mayRepeat = grammar === 'resource';
  const seen = new Set<string>();
  for (const { sid } of statements) {
    if (sid === undefined || sid === '') continue;
    if (strict && !SID.test(sid)) {
      refuse(
        'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular ' +
          'expression [0-9A-Za-z]*',
      );
    }
    if (seen.has(sid) && !mayRepeat)
      refuse('Statement IDs (SID) in a single policy must be unique.');
    seen.add(sid);
  }
}

function refuse(message: string): never {
  throw new PolicySyntaxError(message);
}
