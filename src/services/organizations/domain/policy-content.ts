import type { PolicyType } from '../../../../models/organizations/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { readDocument, type StatementDocument } from '../../../policy/document.ts';
import { parsePolicyJson } from '../../../policy/json-text.ts';
import { parsePolicy } from '../../../policy/parse.ts';
import { supportsResourceControl } from '../../../policy/rcp-services.ts';
import { PolicySyntaxError } from '../../../policy/syntax-error.ts';
import { isOperator, OPERATORS_ALLOWED } from './merge.ts';

/** The one section that a declarative policy of the type begins with, where AWS documents it. */
const SECTIONS: ReadonlyMap<PolicyType, string> = new Map<PolicyType, string>([
  ['TAG_POLICY', 'tags'],
  ['BACKUP_POLICY', 'plans'],
  ['AISERVICES_OPT_OUT_POLICY', 'services'],
  ['CHATBOT_POLICY', 'chatbot'],
  ['DECLARATIVE_POLICY_EC2', 'ec2_attributes'],
  ['SECURITYHUB_POLICY', 'securityhub'],
  ['INSPECTOR_POLICY', 'inspector'],
]);
const TAG_SETTINGS = new Set(['tag_key', 'tag_value', 'enforced_for', 'report_required_tag_for']);
const CONTROLS = new Set(['@@all', '@@none', '@@assign', '@@append', '@@remove']);

/** True when the text is a policy of the type, by the User Guide's syntax of it. */
export function isPolicyOf(type: PolicyType, text: string): boolean {
  try {
    if (type === 'SERVICE_CONTROL_POLICY') {
      parsePolicy(text, 'scp');
      return true;
    }
    if (type === 'RESOURCE_CONTROL_POLICY') return isResourceControlPolicy(text);
    return isDeclarative(type, parsePolicyJson(text, ''));
  } catch (error) {
    if (error instanceof PolicySyntaxError) return false;
    throw error;
  }
}

/** Customers' own RCPs deny, to everyone, and name their services. */
function isResourceControlPolicy(text: string): boolean {
  parsePolicy(text, 'rcp');
  const document = readDocument(parsePolicyJson(text, ''));
  return document.version === '2012-10-17' && document.statements.every(isResourceControl);
}

function isResourceControl({ effect, principal, action }: StatementDocument): boolean {
  if (effect !== 'Deny' || principal === undefined || principal.negated) return false;
  const names = [...principal.kinds].flatMap(([, values]) => values);
  if (!principal.kinds.has('AWS') || names.some((name) => name !== '*')) return false;
  if (action === undefined || action.negated) return false;
  return action.values.every((name) => {
    const [prefix = '', rest] = name.split(':');
    return rest !== undefined && supportsResourceControl(prefix);
  });
}

function isDeclarative(type: PolicyType, json: JsonValue): boolean {
  if (!isJsonObject(json)) return false;
  const section = SECTIONS.get(type);
  const names = Object.keys(json);
  if (section !== undefined && (names.length !== 1 || names[0] !== section)) return false;
  const body = section === undefined ? undefined : json[section];
  if (section !== undefined && !isJsonObject(body)) return false;
  if (type === 'TAG_POLICY' && isJsonObject(body) && !areTags(body)) return false;
  return isSection(json);
}

function areTags(tags: JsonObject): boolean {
  return Object.entries(tags).every(
    ([key, settings]) =>
      isOperator(key) ||
      (isJsonObject(settings) &&
        Object.keys(settings).every((name) => isOperator(name) || TAG_SETTINGS.has(name))),
  );
}

/** Sections nest; what is not a section stands under an operator. */
function isSection(section: JsonObject): boolean {
  return Object.entries(section).every(([name, value]) => {
    if (value === undefined) return false;
    if (!name.startsWith('@@')) return isJsonObject(value) && isSection(value);
    if (!isOperator(name)) return false;
    return name === OPERATORS_ALLOWED ? areControls(value) : isSetting(name, value);
  });
}

function areControls(value: JsonValue): boolean {
  const controls = textsOf(value);
  if (controls === undefined || controls.length === 0) return false;
  const isAlone = controls.includes('@@all') || controls.includes('@@none');
  return controls.every((one) => CONTROLS.has(one)) && (!isAlone || controls.length === 1);
}

/** Only lists can be added to and taken from. */
function isSetting(operator: string, value: JsonValue): boolean {
  if (isJsonObject(value)) return false;
  return operator === '@@assign' || textsOf(value) !== undefined;
}

function textsOf(value: JsonValue): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts: string[] = [];
  for (const one of value) {
    if (typeof one !== 'string') return undefined;
    texts.push(one);
  }
  return texts;
}
