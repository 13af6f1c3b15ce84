import type { ActContext, ActingJob, JobContext } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { ServiceError } from '../../../core/errors.ts';
import { isJsonObject, type JsonValue } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import { DAY_MS, type Instant } from '../../../core/time.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { putRecorder, recorderIn } from '../recorder-state.ts';
import { resources, touched, type Recorder, type Touched } from '../state.ts';
import { askAs } from './asking.ts';
import { keepFound, type Found } from './items.ts';
import type { RecordedType } from './recorded-type.ts';
import { frequencyOf, isRecorded } from './recording-group.ts';
import type { ItemChange } from './items.ts';

const LOOK = 'config.look';
const DAILY = 'daily';

interface Order {
  /** An event source, or every one of them, as is done each day. */
  readonly source: string;
  readonly due: Instant;
}

export function orderLook(unit: Unit, scope: Scope, { source, due }: Order): void {
  const turn = source === DAILY ? '' : `/${due}`;
  unit.order({
    id: `${LOOK}/${scope.account}/${scope.region}/${source}${turn}`,
    kind: LOOK,
    scope,
    due,
    payload: JSON.stringify({ source }),
  });
}

/** Looks at everything now, and then every day. */
export function orderDailyLook(unit: Unit, scope: Scope, due: Instant): void {
  orderLook(unit, scope, { source: DAILY, due });
}

interface Prepared {
  readonly roleArn: string;
  readonly types: readonly RecordedType[];
  /** Undefined: everything is described. */
  readonly names: ReadonlySet<string> | undefined;
  /** Ids of resources that are known already, by type. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  readonly started: Instant;
  readonly seen: Touched | undefined;
}

interface Fault {
  readonly code: string;
  readonly message: string;
}

interface Acted {
  readonly found: readonly Found[];
  readonly fault: Fault | undefined;
  readonly started: Instant;
  readonly seen: Touched | undefined;
}

export interface LookParts {
  readonly types: readonly RecordedType[];
  /** Whether the service of an event source is there. */
  readonly isServed: (source: string) => boolean;
  /** What follows from a change: notices and evaluations. */
  readonly changed: (context: JobContext, recorder: Recorder, change: ItemChange) => Promise<void>;
}

/** Asks services for their resources, as the recorder's role, and keeps an item of each that changed. */
export function lookJob(parts: LookParts): ActingJob<Prepared, Acted> {
  return {
    kind: LOOK,
    prepare: (payload, context) => prepare(parts, sourceIn(payload), context),
    act: async (prepared, context) => {
      const found: Found[] = [];
      let fault: Fault | undefined;
      for (const type of prepared.types) {
        const seen = await answered(look(type, prepared, context));
        if ('refused' in seen) fault ??= seen.refused;
        else {
          found.push(seen.answer.found);
          fault ??= seen.answer.fault;
        }
      }
      return { found, fault, started: prepared.started, seen: prepared.seen };
    },
    handle: async (payload, context, acted) => {
      const { unit, scope, now } = context;
      const source = sourceIn(payload);
      const recorder = await recorderIn(unit, scope);
      if (recorder === undefined || !recorder.isRecording) return;
      const view = unit.view(scope);
      for (const found of acted.found) {
        for (const change of await keepFound(view, scope, found, { started: acted.started, now })) {
          await parts.changed(context, recorder, change);
        }
      }
      if (source === DAILY) orderDailyLook(unit, scope, now + DAY_MS);
      else if (sameNames(await view.get(touched, source), acted.seen)) view.delete(touched, source);
      noteStatus(context, recorder, acted.fault);
    },
  };
}

function sourceIn(payload: string): string {
  const value: JsonValue = JSON.parse(payload);
  const { source } = isJsonObject(value) ? value : {};
  if (typeof source !== 'string') throw new Error('the job names no source');
  return source;
}

async function prepare(
  { types, isServed }: LookParts,
  source: string,
  { unit, scope, now }: JobContext,
): Promise<Prepared | undefined> {
  const recorder = await recorderIn(unit, scope);
  if (recorder === undefined || !recorder.isRecording) return undefined;
  const wanted = types.filter((type) => {
    const sources = [type.source, ...(type.alsoAfter ?? [])];
    if (!sources.every(isServed) || !isRecorded(recorder, type)) return false;
    if (source === DAILY) return true;
    return sources.includes(source) && frequencyOf(recorder, type.type) === 'CONTINUOUS';
  });
  const view = unit.view(scope);
  const seen = source === DAILY ? undefined : await view.get(touched, source);
  const known = new Map<string, ReadonlySet<string>>();
  for (const { type } of wanted) {
    const all = await everyOf(view, resources, { prefix: `${type}/` });
    const there = all.filter(({ status }) => status !== 'ResourceDeleted');
    known.set(type, new Set(there.map(({ id }) => id)));
  }
  const names = seen === undefined || seen.isAll ? undefined : new Set(seen.names);
  return { roleArn: recorder.roleArn, types: wanted, names, known, started: now, seen };
}

/** What was asked for, or how a service refused it. */
async function answered<T>(
  asked: Promise<T>,
): Promise<{ readonly answer: T } | { readonly refused: Fault }> {
  try {
    return { answer: await asked };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}

interface Seen {
  readonly found: Found;
  readonly fault: Fault | undefined;
}

/** What may not be described stays as it was known: its fault is told, and the others are described. */
async function look(
  type: RecordedType,
  { roleArn, names, known }: Prepared,
  context: ActContext,
): Promise<Seen> {
  const { listed, isCut } = await type.list(askAs(context, roleArn), context.scope);
  const before = known.get(type.type);
  const described: Found['described'][number][] = [];
  let fault: Fault | undefined;
  for (const one of listed) {
    const isTouched =
      names === undefined ||
      type.describesAll === true ||
      before?.has(one.id) !== true ||
      isNamed(names, [one.id, one.name, one.arn]);
    if (!isTouched) continue;
    const told = await answered(one.describe());
    if ('refused' in told) fault ??= told.refused;
    else if (told.answer !== undefined) described.push({ ...one, ...told.answer });
  }
  const ids = new Set(listed.map(({ id }) => id));
  const gone = isCut ? [] : [...(before ?? [])].filter((id) => !ids.has(id));
  return { found: { type: type.type, isGlobal: type.isGlobal === true, described, gone }, fault };
}

/** A call may name a resource by its id, name or ARN, or by an ARN that holds the id. */
function isNamed(names: ReadonlySet<string>, own: readonly (string | undefined)[]): boolean {
  for (const name of own) {
    if (name === undefined) continue;
    if (names.has(name)) return true;
    for (const given of names) if (given.startsWith('arn:') && given.includes(name)) return true;
  }
  return false;
}

function sameNames(one: Touched | undefined, other: Touched | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function noteStatus({ unit, scope, now }: JobContext, recorder: Recorder, fault?: Fault): void {
  const status = fault === undefined ? 'Success' : 'Failure';
  if (recorder.status === status && recorder.error?.code === fault?.code) return;
  const { error: _before, ...rest } = recorder;
  putRecorder(unit, scope.account, {
    ...rest,
    status,
    statusAt: now,
    ...(fault === undefined ? {} : { error: fault }),
  });
}
