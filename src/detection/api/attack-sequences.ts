import { DAY_MS } from '../../core/time.ts';
import type { ApiCall } from '../api-call.ts';
import { type Draft, ofCall, type SequenceSignal, SEVERITY } from '../draft.ts';
import type { ActorMemory } from '../memory/memories.ts';
import { tacticOf } from './tactics.ts';

export const OF_DATA = 'AttackSequence:S3/CompromisedData';
export const OF_CREDENTIALS = 'AttackSequence:IAM/CompromisedCredentials';
const NOTE =
  /(readme|recover|restore|decrypt|ransom|how[_ -]?to|instruction|warning|your[_ -]?files)/i;
const SEARCHES =
  /^(ListUsers|ListRoles|ListBuckets|ListObjects(V2)?|ListAccessKeys|GetCallerIdentity|ListAttachedUserPolicies)$/;

/** What a call may be of an attack: a weak signal, by itself nothing. Undefined: nothing. */
export function stepOf(call: ApiCall): SequenceSignal | undefined {
  const { name, time: at, error, parameters } = call;
  const step = (tactic: string): SequenceSignal => ({ at, tactic, name, isFinding: false });
  if (error !== undefined) return undefined;
  if (SEARCHES.test(name)) return step('Discovery');
  if (!call.isManagement) {
    const key = typeof parameters['key'] === 'string' ? parameters['key'] : '';
    if (name === 'PutObject' && NOTE.test(key)) return step('RansomNote');
    if (name === 'DeleteObject' || name === 'DeleteObjects') return step('Impact');
    return undefined;
  }
  const tactic = tacticOf(name);
  return tactic === undefined || tactic === 'Discovery' ? undefined : step(tactic);
}

/** What stands before the colon of a finding's type, where a tactic goes by another name. */
const SAME_AS: ReadonlyMap<string, string> = new Map([
  ['Stealth', 'DefenseEvasion'],
  ['Recon', 'Discovery'],
  ['UnauthorizedAccess', 'InitialAccess'],
  ['PenTest', 'InitialAccess'],
]);

/** The strong signal that a finding is for a sequence. */
export function stepOfFinding(draft: Draft, id: string): SequenceSignal {
  const head = draft.type.split(':')[0] ?? '';
  const tactic = SAME_AS.get(head) ?? head;
  return { at: draft.at, tactic, name: draft.type, isFinding: true, id };
}

/**
 * What the last day's steps of one principal come to, the newest of which belongs to this call. Data: it looked around, left a
 * note and deleted. Credentials: three signals of three tactics, one of which is a finding, and two of which do harm.
 */
export function sequencesOf(
  call: ApiCall,
  { steps }: Pick<ActorMemory, 'steps'>,
): readonly Draft[] {
  const recent = steps.filter(({ at }) => call.time - at <= DAY_MS);
  return [...ofData(call, recent), ...ofCredentials(call, recent)];
}

function ofData(call: ApiCall, steps: readonly SequenceSignal[]): readonly Draft[] {
  const note = steps.findIndex(({ tactic }) => tactic === 'RansomNote');
  if (note < 0) return [];
  const searches = new Set(
    steps
      .slice(0, note)
      .filter(({ tactic }) => tactic === 'Discovery')
      .map(({ name }) => name),
  );
  const isDeleted = steps.slice(note).some(({ name }) => name.startsWith('DeleteObject'));
  return searches.size >= 2 && isDeleted ? [drafted(call, OF_DATA, steps)] : [];
}

const HARM = new Set([
  'Persistence',
  'PrivilegeEscalation',
  'DefenseEvasion',
  'Exfiltration',
  'Impact',
  'CredentialAccess',
]);

function ofCredentials(call: ApiCall, steps: readonly SequenceSignal[]): readonly Draft[] {
  const counted = steps.filter(({ tactic }) => tactic !== 'Policy');
  const kinds = new Map(counted.map((step) => [`${step.tactic}/${step.name}`, step]));
  const signals = [...kinds.values()];
  const tactics = new Set(signals.map(({ tactic }) => tactic));
  const harmful = [...tactics].filter((tactic) => HARM.has(tactic));
  const isStrong = signals.some(({ isFinding }) => isFinding);
  if (!isStrong || signals.length < 3 || tactics.size < 3 || harmful.length < 2) return [];
  return [drafted(call, OF_CREDENTIALS, signals)];
}

function drafted(call: ApiCall, type: string, steps: readonly SequenceSignal[]): Draft {
  const what = type === OF_DATA ? 'data in Amazon S3' : 'AWS credentials';
  const order = [...new Set(steps.map(({ name }) => name))].join(' → ');
  const description = `A sequence of actions by ${call.actor.type} ${call.actor.userName} suggests that ${what} are compromised: ${order}.`;
  return ofCall(call, {
    type,
    severity: SEVERITY.critical,
    title: `Potential compromise of ${what} by ${call.actor.userName}.`,
    description,
    key: call.actor.principalId,
    sequence: { description, signals: steps, actor: call.actor },
  });
}
