import type { Classifier } from '../../classification/work/classifier.ts';
import type { S3BucketDefinitionForJob } from '../../../models/macie2/types.ts';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { BucketWriter } from '../s3/port.ts';
import { keepNew, sessionIn } from './finding-keeping.ts';
import { isWantedBucket } from './job-scope.ts';
import { PAUSED_MAX_MS } from './jobs.ts';
import type { BucketInventory } from './port.ts';
import { resultKey, writeResults } from './results.ts';
import { type Acted, aimOf, lookAtNext, type Outcome, type Part } from './run.ts';
import { orderRun, RUN_JOB } from './run-order.ts';
import { firstRun } from './schedule.ts';
import {
  type Customs,
  FINDING_LOCATIONS_MAX,
  resultOf,
  sensitivityOf,
} from './sensitive-finding.ts';
import { affectedBucket, affectedObject } from './shown-bucket.ts';
import { findingText } from './shown-finding.ts';
import {
  type FindingDocument,
  type JobDocument,
  jobs,
  type RunDocument,
  type SessionDocument,
} from './state.ts';

/** One thread looks into all objects. */
const MOST_ACTING = 4;
/** Places of one type that a result tells of. */
const RESULT_LOCATIONS_MAX = 1_000;

export interface RunParts {
  readonly inventory: BucketInventory;
  readonly buckets: BucketWriter;
  readonly classifier: Classifier;
}

/** Looks at the objects of a job, some at a time: what was found and how far it is are written together. */
export function createRunJob(parts: RunParts): ActingJob<Part, Acted> {
  return {
    kind: RUN_JOB,
    missed: 'once',
    mostActing: MOST_ACTING,
    prepare: async (payload, { unit, scope, now }) => {
      const view = unit.view(scope);
      const job = await view.get(jobs, idIn(payload));
      const session = await sessionIn(unit, scope);
      if (job === undefined) return undefined;
      if (job.paused !== undefined && now >= job.paused + PAUSED_MAX_MS) {
        const { paused: _until, run: _over, ...rest } = job;
        view.put(jobs, job.id, { ...rest, status: 'CANCELLED' });
        return undefined;
      }
      if (session?.status !== 'ENABLED') return undefined;
      if (job.status !== 'RUNNING' && job.status !== 'IDLE') return undefined;
      const run = job.run ?? (await newRun(parts.inventory, unit, scope, job, now));
      return { scope, job, run, aim: await aimOf(view, job) };
    },
    act: (part, context) => lookAtNext(parts.classifier, part, context),
    handle: async (payload, context, acted) => {
      const { unit, scope } = context;
      const job = await unit.view(scope).get(jobs, idIn(payload));
      const session = await sessionIn(unit, scope);
      if (job === undefined || session === undefined) return;
      const isRefused = await keepOutcomes(parts, context, { job, session, acted });
      moveOn(context, job, { ...acted, hadErrors: acted.hadErrors || isRefused });
    },
  };
}

async function newRun(
  inventory: BucketInventory,
  unit: Unit,
  scope: Scope,
  job: JobDocument,
  now: Instant,
): Promise<RunDocument> {
  const { bucketDefinitions, bucketCriteria = {} } = job.definition;
  const own = new Set([scope.account]);
  const buckets =
    bucketDefinitions === undefined
      ? (await inventory.bucketsOf(unit, scope))
          .filter((bucket) => isWantedBucket(bucket, bucketCriteria, own))
          .map(({ name }) => name)
      : await ownOf(inventory, unit, scope, bucketDefinitions);
  const since =
    job.type === 'ONE_TIME' || (job.runs === 0 && job.initialRun === true)
      ? undefined
      : (job.lastRun ?? job.created);
  return {
    started: now,
    buckets: [...new Set(buckets)],
    at: 0,
    after: '',
    processed: 0,
    ...(since === undefined ? {} : { since }),
  };
}

/** The buckets that a job names, without those of other accounts and Regions. What is not there fails when it is listed. */
async function ownOf(
  inventory: BucketInventory,
  unit: Unit,
  { account, region }: Scope,
  definitions: readonly S3BucketDefinitionForJob[],
): Promise<readonly string[]> {
  const names = definitions.flatMap(({ buckets }) => buckets);
  const facts = await Promise.all(names.map((name) => inventory.bucketNamed(unit, name)));
  return names.filter((_name, at) => {
    const bucket = facts[at];
    return bucket === undefined || (bucket.account === account && bucket.region === region);
  });
}

/** The next part, or the end of the run. What was paused or cancelled meanwhile stays so. */
function moveOn({ unit, scope, now }: JobContext, job: JobDocument, acted: Acted): void {
  const { run, isDone } = acted;
  // A job that has no run yet is at the first part of one.
  const hadErrors = (job.run !== undefined && job.hadErrors) || acted.hadErrors;
  const isActive = job.status === 'RUNNING' || job.status === 'IDLE';
  const view = unit.view(scope);
  if (!isDone) {
    const status = isActive ? 'RUNNING' : job.status;
    view.put(jobs, job.id, { ...job, status, run, hadErrors, lastRun: job.lastRun ?? run.started });
    if (isActive) orderRun(unit, scope, job.id, now);
    return;
  }
  const { run: _over, ...rest } = job;
  const ended = job.type === 'ONE_TIME' ? 'COMPLETE' : 'IDLE';
  view.put(jobs, job.id, {
    ...rest,
    status: isActive ? ended : job.status,
    hadErrors,
    runs: job.runs + 1,
    lastRun: run.started,
  });
  if (job.type === 'SCHEDULED' && isActive) {
    orderRun(unit, scope, job.id, firstRun(job.schedule, now));
  }
}

interface Kept {
  readonly job: JobDocument;
  readonly session: SessionDocument;
  readonly acted: Acted;
}

/** Gives whether the detailed results were refused. */
async function keepOutcomes(
  { inventory, buckets }: RunParts,
  context: JobContext,
  { job, session, acted }: Kept,
): Promise<boolean> {
  const { unit, scope, now } = context;
  if (acted.outcomes.length === 0) return false;
  const { customs: known } = await aimOf(unit.view(scope), job);
  const customs: Customs = new Map(known.map((one) => [one.arn, one]));
  const { destination } = session;
  const names = await unit.once(() => ({ file: uuid(), ids: acted.outcomes.map(() => uuid()) }));
  const key =
    destination === undefined ? undefined : resultKey(destination, scope, job.id, names.file);
  const location =
    destination === undefined || key === undefined
      ? undefined
      : `s3://${destination.bucketName}/${key}`;
  const lines: JsonObject[] = [];
  const told: FindingDocument[] = [];
  for (const [at, outcome] of acted.outcomes.entries()) {
    const id = names.ids[at] ?? '';
    const document = await documentOf(inventory, context, { id, job, outcome, customs, location });
    if (document === undefined) continue;
    const { isTold, finding } = document;
    if (isTold) told.push(finding);
    const result = resultOf(outcome.classified, customs, RESULT_LOCATIONS_MAX);
    const line = { ...finding, classification: { ...finding.classification, result } };
    lines.push(findingText(line));
  }
  const refused =
    destination === undefined || key === undefined || lines.length === 0
      ? undefined
      : await writeResults(buckets, context, destination, { key, lines, sourceArn: job.arn });
  for (const finding of told) {
    const kept = refused === undefined ? finding : withoutLocation(finding);
    await keepNew({ unit, scope, session, now }, kept);
  }
  return refused !== undefined;
}

/** A finding whose detailed results could not be written. */
function withoutLocation({ classification, ...finding }: FindingDocument): FindingDocument {
  if (classification === undefined) return finding;
  const { detailedResultsLocation: _none, ...rest } = classification;
  return { ...finding, classification: rest };
}

interface Told {
  /** The finding's. */
  readonly id: string;
  readonly job: JobDocument;
  readonly outcome: Outcome;
  readonly customs: Customs;
  readonly location: string | undefined;
}

/** An object's finding; where nothing sensitive was found, what its result says. Undefined: the object is gone. */
async function documentOf(
  inventory: BucketInventory,
  { unit, scope, now }: JobContext,
  { id, job, outcome, customs, location }: Told,
): Promise<{ readonly isTold: boolean; readonly finding: FindingDocument } | undefined> {
  const bucket = await inventory.bucketNamed(unit, outcome.bucket);
  const object = await inventory.objectAt(unit, outcome.bucket, outcome.key);
  // What guards a bucket of somebody else's is nobody's business, though its objects may be read.
  if (bucket?.account !== scope.account || object === undefined) return undefined;
  const told = sensitivityOf(outcome.classified, customs);
  const title =
    outcome.classified.status.code === 'SKIPPED'
      ? 'The S3 object was not analyzed'
      : 'No sensitive data was found in the S3 object';
  const quiet = {
    type: 'SensitiveData:S3Object/Multiple',
    title,
    description: `${title}.`,
    severity: { score: 1, description: 'Low' },
  } as const;
  return {
    isTold: told !== undefined,
    finding: {
      id,
      account: scope.account,
      region: scope.region,
      category: 'CLASSIFICATION',
      ...(told ?? quiet),
      created: now,
      updated: now,
      count: 1,
      isArchived: false,
      isSample: false,
      isPending: false,
      bucket: affectedBucket(bucket),
      object: affectedObject(bucket, object),
      classification: {
        jobArn: job.arn,
        jobId: job.id,
        originType: 'SENSITIVE_DATA_DISCOVERY_JOB',
        result: resultOf(outcome.classified, customs, FINDING_LOCATIONS_MAX),
        ...(location === undefined ? {} : { detailedResultsLocation: location }),
      },
    },
  };
}

function idIn(payload: string): string {
  const value: JsonValue = JSON.parse(payload);
  const id = isJsonObject(value) ? value['jobId'] : undefined;
  if (typeof id !== 'string') throw new Error('the run names no job');
  return id;
}
