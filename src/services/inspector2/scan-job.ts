import type { CloudwatchOperations } from '../../../models/cloudwatch/types.ts';
import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { ScanStatusReason } from '../../../models/inspector2/types.ts';
import type { OperationReference } from '../../contract/operation.ts';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { DAY_MS } from '../../core/time.ts';
import type { VulnerabilityDatabase } from '../../vulnerabilities/database.ts';
import { packagesIn, UnreadableCode } from '../../vulnerabilities/inventory/archive.ts';
import { awsEvent } from '../events/port.ts';
import { cover, uncover } from './coverage.ts';
import { closeAll, keeperOf, keepScan, resourceOf } from './finding-keeping.ts';
import { isReadable } from './lambda-details.ts';
import type { CodeFacts, FunctionInventory } from './port.ts';
import { asInspector } from './resources.ts';
import { orderScan, SCAN_JOB } from './scan-order.ts';
import { activations, coverages, type FindingDocument, ONLY } from './state.ts';
import { type PlacedPackage, vulnerabilitiesOf, type Vulnerability } from './vulnerability.ts';

const GET_FUNCTION: OperationReference<
  LambdaOperations['GetFunction']['input'],
  LambdaOperations['GetFunction']['output']
> = { service: 'lambda', operation: 'GetFunction' };
const GET_METRICS: OperationReference<
  CloudwatchOperations['GetMetricData']['input'],
  CloudwatchOperations['GetMetricData']['output']
> = { service: 'cloudwatch', operation: 'GetMetricData' };

/** What was neither invoked nor changed for so long is left alone. */
const ELIGIBLE_MS = 90 * DAY_MS;
const EXCLUSION = ['InspectorExclusion', 'LambdaStandardScanning'] as const;

export interface ScanParts {
  readonly inventory: FunctionInventory;
  /** Undefined: nobody gave any advisories. */
  readonly database: VulnerabilityDatabase | undefined;
}

interface Prepared {
  readonly facts: CodeFacts;
}

/** Undefined `found`: the code could not be read, for a reason. */
interface Acted {
  readonly facts: CodeFacts;
  readonly found?: readonly Vulnerability[];
  readonly unread?: ScanStatusReason;
}

/** Looks at the packages of one function's code. */
export function createScanJob({ inventory, database }: ScanParts): ActingJob<Prepared, Acted> {
  return {
    kind: SCAN_JOB,
    missed: 'once',
    prepare: async (payload, context) => {
      const { unit, scope } = context;
      const name = nameIn(payload);
      if ((await unit.view(scope).get(activations, ONLY)) === undefined) return undefined;
      const facts = await inventory.functionNamed(unit, scope, name);
      if (facts === undefined) {
        await forget(context, name);
        return undefined;
      }
      const reason = database === undefined ? 'INTERNAL_ERROR' : await refusalOf(context, facts);
      if (reason === undefined) return { facts };
      await cover(context, facts, reason);
      // Without advisories nothing is known to have changed.
      if (database === undefined || reason === 'ACCESS_DENIED') return undefined;
      const keeper = await keeperOf(unit, scope, context.now);
      await closeAll(keeper, resourceOf(facts), 'gone');
      return undefined;
    },
    act: async ({ facts }) => {
      if (database === undefined) return { facts, unread: 'INTERNAL_ERROR' };
      try {
        return { facts, found: vulnerabilitiesOf(database, await packagesOf(facts)) };
      } catch (error) {
        if (!(error instanceof UnreadableCode)) throw error;
        const isTooLarge = error.reason === 'tooLarge';
        return { facts, unread: isTooLarge ? 'IMAGE_SIZE_EXCEEDED' : 'UNSUPPORTED_MEDIA_TYPE' };
      }
    },
    handle: async (_payload, context, { facts, found, unread }) => {
      const { unit, scope, now } = context;
      if ((await unit.view(scope).get(activations, ONLY)) === undefined) return;
      const current = await inventory.functionNamed(unit, scope, facts.name);
      if (current === undefined || !isSameCode(current, facts)) {
        orderScan(unit, scope, facts.name, now);
        return;
      }
      if (found === undefined) {
        await cover(context, current, unread ?? 'INTERNAL_ERROR');
        await closeAll(await keeperOf(unit, scope, now), resourceOf(current), 'gone');
        return;
      }
      const isFirst =
        (await unit.view(scope).get(coverages, facts.name))?.lastScanned === undefined;
      await cover(context, current, 'SUCCESSFUL', now);
      const open = await keepScan(await keeperOf(unit, scope, now), current, found);
      if (isFirst) tellFirst(context, current, open);
    },
  };
}

/** What became of code that was being read meanwhile. */
function isSameCode(left: CodeFacts, right: CodeFacts): boolean {
  return left.codeSha256 === right.codeSha256 && left.layers.join() === right.layers.join();
}

async function forget(context: JobContext, name: string): Promise<void> {
  const { unit, scope, now } = context;
  const coverage = await unit.view(scope).get(coverages, name);
  if (coverage === undefined) return;
  await uncover(context, coverage);
  await closeAll(await keeperOf(unit, scope, now), coverage.arn, 'gone');
}

/** Why a function is not looked at; undefined: it is. */
async function refusalOf(
  context: JobContext,
  facts: CodeFacts,
): Promise<ScanStatusReason | undefined> {
  const [key, value] = EXCLUSION;
  if (Object.hasOwn(facts.tags, key) && facts.tags[key] === value) return 'EXCLUDED_BY_TAG';
  if (!isReadable(facts.runtime)) return 'UNSUPPORTED_RUNTIME';
  const as = asInspector(context.scope);
  try {
    await context.callService(GET_FUNCTION, { FunctionName: facts.name }, as);
    if (await wasUsed(context, facts)) return undefined;
    return 'SCAN_ELIGIBILITY_EXPIRED';
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return 'ACCESS_DENIED';
  }
}

async function wasUsed(context: JobContext, { name, modified }: CodeFacts): Promise<boolean> {
  const { scope, now } = context;
  if (now - modified <= ELIGIBLE_MS) return true;
  const Dimensions = [{ Name: 'FunctionName', Value: name }];
  const Metric = { Namespace: 'AWS/Lambda', MetricName: 'Invocations', Dimensions };
  const { MetricDataResults = [] } = await context.callService(
    GET_METRICS,
    {
      StartTime: new Date(now - ELIGIBLE_MS),
      EndTime: new Date(now),
      MetricDataQueries: [
        { Id: 'invocations', MetricStat: { Metric, Period: DAY_MS / 1_000, Stat: 'Sum' } },
      ],
    },
    asInspector(scope),
  );
  return MetricDataResults.some(({ Values = [] }) => Values.some((value) => value > 0));
}

async function packagesOf({ archives }: CodeFacts): Promise<readonly PlacedPackage[]> {
  const all: PlacedPackage[] = [];
  for (const { layer, open } of archives) {
    for (const one of await packagesIn(open())) {
      all.push(layer === undefined ? one : { ...one, layer });
    }
  }
  return all;
}

/** The first scan of a function is told of, whatever it found. */
function tellFirst(
  { unit, scope, now }: JobContext,
  facts: CodeFacts,
  open: readonly FindingDocument[],
): void {
  const count = (severity: string): number =>
    open.filter((finding) => finding.severity === severity).length;
  unit.emit(
    awsEvent(scope, now, {
      source: 'aws.inspector2',
      detailType: 'Inspector2 Scan',
      resources: [resourceOf(facts)],
      detail: {
        'scan-status': 'INITIAL_SCAN_COMPLETE',
        'finding-severity-counts': {
          CRITICAL: count('CRITICAL'),
          HIGH: count('HIGH'),
          MEDIUM: count('MEDIUM'),
          TOTAL: open.length,
        },
        version: '1.0',
      },
    }),
  );
}

function nameIn(payload: string): string {
  const value: JsonValue = JSON.parse(payload);
  const name = isJsonObject(value) ? value['name'] : undefined;
  if (typeof name !== 'string') throw new Error('the scan names no function');
  return name;
}
