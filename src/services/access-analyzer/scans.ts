import type { Follower } from '../../contract/follower.ts';
import type { JobContext, JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { factsOf } from '../../core/record-facts.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../../core/time.ts';
import { type AnalysisParts, scan, scopeOf } from './analysis.ts';
import type { SharedResources } from './port.ts';
import {
  accountScope,
  type Analyzer,
  analyzerId,
  analyzers,
  organizationAnalyzers,
  SHARED_SCOPE,
} from './state.ts';

const SCAN = 'accessAnalyzer.scan';
/** An account has a few analyzers in each Region. */
const ANALYZERS = 1_000;

type Place = Pick<Analyzer, 'account' | 'region' | 'name'>;

/** Orders a look at one type of resource; of all of them, again every day, when none is named. */
export function orderScan(
  unit: Unit,
  { account, region, name }: Place,
  due: Instant,
  type?: SharedResources['type'],
): void {
  unit.order({
    id: scanId({ account, region, name }, type),
    kind: SCAN,
    scope: { account, region },
    due,
    payload: JSON.stringify({ name, type }),
  });
}

function scanId({ account, region, name }: Place, type: string | undefined): string {
  return `${SCAN}/${account}/${region}/${name}/${type ?? 'daily'}`;
}

export function scanJob({ shared, organizations }: AnalysisParts): JobKind {
  return {
    kind: SCAN,
    run: async (payload, { unit, scope, now }: JobContext) => {
      const { name, type } = read(payload);
      const view = unit.view(accountScope(scope.account));
      const analyzer = await view.get(analyzers, analyzerId(scope.region, name));
      if (analyzer === undefined) return;
      for (const one of shared) {
        if (type !== undefined && one.type !== type) continue;
        await scan(unit, analyzer, one, { organizations, now });
      }
      if (type === undefined) orderScan(unit, analyzer, now + DAY_MS);
    },
  };
}

function read(payload: string): { readonly name: string; readonly type: string | undefined } {
  const value: JsonValue = JSON.parse(payload);
  const { name, type } = isJsonObject(value) ? value : {};
  if (typeof name !== 'string') throw new Error('the job names no analyzer');
  return { name, type: typeof type === 'string' ? type : undefined };
}

/** Calls that may change who has access: they have the resources looked at again within a minute. */
export function changesFollower({ shared, organizations }: AnalysisParts): Follower {
  return {
    name: 'accessAnalyzer.changes',
    source: 'trail',
    eventSources: new Set(shared.map(({ source }) => source)),
    run: async (batch, unit) => {
      const seen = new Map<string, () => Promise<void>>();
      for (const record of batch) {
        const { source, readOnly, errorCode, isManagement } = factsOf(record);
        if (readOnly || errorCode !== undefined || !isManagement) continue;
        for (const one of shared) {
          if (one.source !== source) continue;
          const { account, region, time } = record;
          const minute = (Math.floor(time / MINUTE_MS) + 1) * MINUTE_MS;
          const place = { account, region: one.isGlobal ? undefined : region };
          seen.set(`${account}/${place.region ?? '*'}/${one.type}`, async () => {
            for (const target of await analyzersOf(unit, place, organizations)) {
              orderScan(unit, target, minute, one.type);
            }
          });
        }
      }
      for (const order of seen.values()) await order();
    },
  };
}

/** Those that look at an account: its own, and its organization's. In all Regions when none is given. */
async function analyzersOf(
  unit: Unit,
  { account, region }: { readonly account: string; readonly region: string | undefined },
  organizations: AnalysisParts['organizations'],
): Promise<readonly Place[]> {
  const where = { limit: ANALYZERS, ...(region === undefined ? {} : { prefix: `${region}/` }) };
  const own = await unit.view(accountScope(account)).list(analyzers, where);
  const ofAccount = own.items
    .map(({ document }) => document)
    .filter((one) => one.type === 'ACCOUNT');
  const organization = await organizations.organizationOf(unit, account);
  if (organization === undefined) return ofAccount;
  const prefix = `${organization.id}/${region === undefined ? '' : `${region}/`}`;
  const shared = await unit
    .view(SHARED_SCOPE)
    .list(organizationAnalyzers, { limit: ANALYZERS, prefix });
  return [...ofAccount, ...shared.items.map(({ document }) => document)];
}

/** Nothing is looked at any more. */
export function cancelScans(unit: Unit, analyzer: Analyzer, parts: AnalysisParts): void {
  unit.cancel(scanId(analyzer, undefined));
  for (const { type } of parts.shared)
    unit.cancel(scanId({ ...scopeOf(analyzer), name: analyzer.name }, type));
}
