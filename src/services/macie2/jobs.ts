import type {
  CreateClassificationJobRequest,
  DescribeClassificationJobResponse,
  JobScheduleFrequency,
  JobStatus,
  ListJobsFilterTerm,
} from '../../../models/macie2/types.ts';
import { MANAGED, UNJUDGED } from '../../classification/catalogue.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { hexId } from '../../core/ids.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { invalid, notFound, quotaExceeded, unbuilt } from './errors.ts';
import { onSession } from './operation.ts';
import { pageOfList } from './pages.ts';
import { macieArn } from './resources.ts';
import { orderRun } from './run-order.ts';
import { firstRun } from './schedule.ts';
import { allowLists, customs, type JobDocument, jobs, type Schedule } from './state.ts';

const JOBS_MAX = 10_000;
const BUCKETS_MAX = 1_000;
const CUSTOMS_MAX = 30;
const LISTS_MAX = 10;
const NAME_MAX = 500;
/** A paused job is cancelled after so long. */
export const PAUSED_MAX_MS = 30 * DAY_MS;
const WEEK = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const;

function scheduleOf(chosen: JobScheduleFrequency | undefined): Schedule | undefined {
  if (chosen === undefined) return undefined;
  const { dailySchedule, weeklySchedule, monthlySchedule } = chosen;
  if (dailySchedule !== undefined) return { every: 'day' };
  if (weeklySchedule?.dayOfWeek !== undefined)
    return { every: 'week', day: WEEK.indexOf(weeklySchedule.dayOfWeek) };
  const { dayOfMonth: day } = monthlySchedule ?? {};
  if (day === undefined || day < 1 || day > 31) throw invalid('The scheduleFrequency is not valid');
  return { every: 'month', day };
}

function shownSchedule(schedule: Schedule): JobScheduleFrequency {
  if (schedule.every === 'day') return { dailySchedule: {} };
  if (schedule.every === 'week') return { weeklySchedule: { dayOfWeek: WEEK[schedule.day] } };
  return { monthlySchedule: { dayOfMonth: schedule.day } };
}

/** What nothing here judges can be excluded, and not asked for. */
function assertManaged(selector: string, ids: readonly string[]): void {
  for (const id of ids) {
    const reason = UNJUDGED.get(id);
    if (reason !== undefined && selector === 'EXCLUDE') continue;
    if (reason !== undefined) throw unbuilt('CreateClassificationJob', `${id}, ${reason}`);
    if (!MANAGED.some((one) => one.id === id))
      throw invalid(`The managed data identifier ${id} does not exist`);
  }
}

async function assertKnown(view: View, job: JobDocument): Promise<void> {
  if (job.customIds.length > CUSTOMS_MAX || job.allowListIds.length > LISTS_MAX) {
    throw quotaExceeded('The job uses too many custom data identifiers or allow lists');
  }
  for (const id of job.customIds) {
    const custom = await view.get(customs, id);
    if (custom === undefined || custom.isDeleted)
      throw invalid(`The custom data identifier ${id} does not exist`);
  }
  for (const id of job.allowListIds) {
    if ((await view.get(allowLists, id)) === undefined)
      throw invalid(`The allow list ${id} does not exist`);
  }
}

/** Accounts look at their own buckets alone: members are not built. */
function assertDefinition({ definition }: JobDocument, account: string): void {
  const { bucketDefinitions, bucketCriteria } = definition;
  if ((bucketDefinitions === undefined) === (bucketCriteria === undefined)) {
    throw invalid('The s3JobDefinition must specify either bucketDefinitions or bucketCriteria');
  }
  const count = (bucketDefinitions ?? []).reduce((sum, { buckets }) => sum + buckets.length, 0);
  if (bucketDefinitions !== undefined && (count === 0 || count > BUCKETS_MAX)) {
    throw invalid(`The job must name 1-${BUCKETS_MAX} buckets`);
  }
  for (const { accountId } of bucketDefinitions ?? []) {
    if (accountId !== account)
      throw invalid(`The account ${accountId} is not associated with the current account`);
  }
}

function shown(job: JobDocument): DescribeClassificationJobResponse {
  return {
    allowListIds: job.allowListIds,
    clientToken: job.clientToken,
    createdAt: new Date(job.created),
    customDataIdentifierIds: job.customIds,
    description: job.description,
    initialRun: job.initialRun,
    jobArn: job.arn,
    jobId: job.id,
    jobStatus: job.status,
    jobType: job.type,
    lastRunErrorStatus: { code: job.hadErrors ? 'ERROR' : 'NONE' },
    lastRunTime: job.lastRun === undefined ? undefined : new Date(job.lastRun),
    managedDataIdentifierIds: job.managedIds,
    managedDataIdentifierSelector: job.selector,
    name: job.name,
    s3JobDefinition: job.definition,
    samplingPercentage: job.samplingPercentage,
    scheduleFrequency: job.schedule === undefined ? undefined : shownSchedule(job.schedule),
    statistics: {
      approximateNumberOfObjectsToProcess: job.run?.processed ?? 0,
      numberOfRuns: job.runs,
    },
    tags: job.tags,
    userPausedDetails:
      job.paused === undefined
        ? undefined
        : { jobPausedAt: new Date(job.paused), jobExpiresAt: new Date(job.paused + PAUSED_MAX_MS) },
  };
}

function meetsTerm(
  job: JobDocument,
  { key, comparator, values = [] }: ListJobsFilterTerm,
): boolean {
  const text =
    key === 'jobType'
      ? job.type
      : key === 'jobStatus'
        ? job.status
        : key === 'createdAt'
          ? new Date(job.created).toISOString()
          : job.name;
  if (comparator === 'NE') return !values.includes(text);
  return values.some((value) => {
    switch (comparator) {
      case 'CONTAINS':
        return text.includes(value);
      case 'STARTS_WITH':
        return text.startsWith(value);
      case 'GT':
        return text > value;
      case 'GTE':
        return text >= value;
      case 'LT':
        return text < value;
      case 'LTE':
        return text <= value;
      default:
        return text === value;
    }
  });
}

/** From which status a job may be given which. */
const CHANGES: Readonly<Partial<Record<JobStatus, readonly JobStatus[]>>> = {
  CANCELLED: ['RUNNING', 'PAUSED', 'IDLE', 'USER_PAUSED'],
  USER_PAUSED: ['RUNNING', 'IDLE', 'PAUSED'],
  RUNNING: ['USER_PAUSED'],
};

/** Which identifiers, and none of them where the selector names them all. Errors: ValidationException. */
function choiceOf(
  input: CreateClassificationJobRequest,
): Pick<JobDocument, 'selector' | 'managedIds'> {
  const { managedDataIdentifierIds: managedIds = [], managedDataIdentifierSelector } = input;
  const selector =
    managedDataIdentifierSelector ?? (managedIds.length > 0 ? 'INCLUDE' : 'RECOMMENDED');
  assertManaged(selector, managedIds);
  if ((selector === 'INCLUDE' || selector === 'EXCLUDE') !== managedIds.length > 0) {
    throw invalid('managedDataIdentifierIds are for the selectors INCLUDE and EXCLUDE');
  }
  return { selector, managedIds };
}

function newJob(
  input: CreateClassificationJobRequest,
  made: { readonly id: string; readonly arn: string; readonly now: Instant },
): JobDocument {
  const { name, jobType: type, samplingPercentage = 100, initialRun, description } = input;
  if (name === '' || name.length > NAME_MAX)
    throw invalid(`The name must contain 1-${NAME_MAX} characters`);
  if (samplingPercentage < 1 || samplingPercentage > 100)
    throw invalid('The samplingPercentage must be 1-100');
  const schedule = scheduleOf(input.scheduleFrequency);
  if ((type === 'SCHEDULED') !== (schedule !== undefined)) {
    throw invalid('A scheduleFrequency is for jobs of the type SCHEDULED, and they must have one');
  }
  return {
    id: made.id,
    arn: made.arn,
    name,
    clientToken: input.clientToken,
    type,
    status: type === 'ONE_TIME' || initialRun === true ? 'RUNNING' : 'IDLE',
    definition: input.s3JobDefinition,
    ...choiceOf(input),
    customIds: input.customDataIdentifierIds ?? [],
    allowListIds: input.allowListIds ?? [],
    samplingPercentage,
    created: made.now,
    tags: input.tags ?? {},
    runs: 0,
    hadErrors: false,
    ...(schedule === undefined ? {} : { schedule }),
    ...(initialRun === undefined ? {} : { initialRun }),
    ...(description === undefined ? {} : { description }),
  };
}

export const jobOperations: readonly AnyOperation[] = [
  onSession({
    name: 'CreateClassificationJob',
    access: 'write',
    on: () => ['classification-job', '*'],
    tags: ({ tags }) => tags,
    handle: async (input, { view, scope }, context) => {
      const { unit, call } = context;
      const all = await everyOf(view, jobs);
      const again = all.find(({ clientToken }) => clientToken === input.clientToken);
      if (again !== undefined) return { jobArn: again.arn, jobId: again.id };
      if (all.length >= JOBS_MAX) throw quotaExceeded('The account has reached its quota of jobs');
      const id = await context.once(() => hexId(32));
      const job = newJob(input, {
        id,
        arn: macieArn(scope, 'classification-job', id),
        now: call.now,
      });
      assertDefinition(job, scope.account);
      await assertKnown(view, job);
      view.put(jobs, id, job);
      const isNow = job.status === 'RUNNING';
      orderRun(unit, scope, id, isNow ? call.now : firstRun(job.schedule, call.now));
      return { jobArn: job.arn, jobId: id };
    },
  }),
  onSession({
    name: 'DescribeClassificationJob',
    access: 'read',
    on: ({ jobId }) => ['classification-job', jobId],
    handle: async ({ jobId }, { view }) => {
      const job = await view.get(jobs, jobId);
      if (job === undefined) throw notFound();
      return shown(job);
    },
  }),
  onSession({
    name: 'ListClassificationJobs',
    access: 'read',
    handle: async (input, { view }, { call }) => {
      const { filterCriteria: filter, sortCriteria: sort } = input;
      const wanted = (await everyOf(view, jobs)).filter(
        (job) =>
          (filter?.includes ?? []).every((term) => meetsTerm(job, term)) &&
          !(filter?.excludes ?? []).some((term) => meetsTerm(job, term)),
      );
      const keyOf = (job: JobDocument): string | number => {
        if (sort?.attributeName === 'name') return job.name;
        if (sort?.attributeName === 'jobType') return job.type;
        return sort?.attributeName === 'jobStatus' ? job.status : job.created;
      };
      const rising = wanted.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
      const list = sort?.orderBy === 'ASC' ? rising : rising.toReversed();
      const page = pageOfList(call, input, JSON.stringify([filter, sort]), list);
      const items = page.items.map((job) => {
        const { createdAt, jobId, jobStatus, jobType, lastRunErrorStatus, name } = shown(job);
        const { bucketDefinitions, bucketCriteria } = job.definition;
        const about = { createdAt, jobId, jobStatus, jobType, lastRunErrorStatus, name };
        return { ...about, bucketDefinitions, bucketCriteria };
      });
      return { items, ...page.answer };
    },
  }),
  onSession({
    name: 'UpdateClassificationJob',
    access: 'write',
    on: ({ jobId }) => ['classification-job', jobId],
    handle: async ({ jobId, jobStatus }, { view, scope }, { call, unit }) => {
      const job = await view.get(jobs, jobId);
      if (job === undefined) throw notFound();
      if (CHANGES[jobStatus]?.includes(job.status) !== true) {
        throw invalid(`The job's status can't be changed from ${job.status} to ${jobStatus}`);
      }
      const { paused: _before, ...rest } = job;
      if (jobStatus === 'RUNNING') {
        const goesOn = job.run !== undefined || job.type === 'ONE_TIME';
        view.put(jobs, jobId, { ...rest, status: goesOn ? 'RUNNING' : 'IDLE' });
        orderRun(unit, scope, jobId, goesOn ? call.now : firstRun(job.schedule, call.now));
      } else {
        const paused = jobStatus === 'USER_PAUSED' ? { paused: call.now } : {};
        view.put(jobs, jobId, { ...rest, status: jobStatus, ...paused });
        if (jobStatus === 'USER_PAUSED') orderRun(unit, scope, jobId, call.now + PAUSED_MAX_MS);
      }
      return {};
    },
  }),
  onSession({
    name: 'ListManagedDataIdentifiers',
    access: 'read',
    handle: async ({ nextToken }, _found, { call }) => {
      const input = {
        maxResults: MANAGED.length,
        ...(nextToken === undefined ? {} : { nextToken }),
      };
      const page = pageOfList(call, input, '', MANAGED);
      return {
        items: page.items.map(({ id, category }) => ({ id, category })),
        ...page.answer,
      };
    },
  }),
];
