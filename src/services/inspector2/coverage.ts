import type { ScanStatus, ScanStatusReason } from '../../../models/inspector2/types.ts';
import type { Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import type { Place } from './place.ts';
import { resourceOf } from './finding-keeping.ts';
import type { CodeFacts } from './port.ts';
import { type CoverageDocument, coverages } from './state.ts';
import { countHours } from './usage.ts';

/** Reasons for which a function counts as looked after. */
const ACTIVE: ReadonlySet<ScanStatusReason> = new Set(['SUCCESSFUL', 'PENDING_INITIAL_SCAN']);

/** Writes how a function is covered, and tells event buses where that changed. */
export async function cover(
  place: Place,
  facts: CodeFacts,
  reason: ScanStatusReason,
  lastScanned?: Instant,
): Promise<void> {
  const { unit, scope, now } = place;
  const view = unit.view(scope);
  const known = await view.get(coverages, facts.name);
  const isActive = ACTIVE.has(reason);
  const status: ScanStatus = { statusCode: isActive ? 'ACTIVE' : 'INACTIVE', reason };
  if (known !== undefined) await countHours(place, known);
  const scanned = lastScanned ?? known?.lastScanned;
  const coverage: CoverageDocument = {
    name: facts.name,
    arn: resourceOf(facts),
    runtime: facts.runtime,
    layers: facts.layers,
    tags: facts.tags,
    status,
    ...(isActive ? { counted: now } : {}),
    ...(scanned === undefined ? {} : { lastScanned: scanned }),
  };
  view.put(coverages, facts.name, coverage);
  if (known?.status.reason !== reason) tell(place, coverage);
}

/** A function that is gone is covered no more. */
export async function uncover(place: Place, coverage: CoverageDocument): Promise<void> {
  await countHours(place, coverage);
  place.unit.view(place.scope).delete(coverages, coverage.name);
}

function tell({ unit, scope, now }: Place, { arn, status }: CoverageDocument): void {
  unit.emit(
    awsEvent(scope, now, {
      source: 'aws.inspector2',
      detailType: 'Inspector2 Coverage',
      resources: [arn],
      detail: {
        scanStatus: { reason: status.reason, statusCodeValue: status.statusCode },
        scanType: 'PACKAGE',
        provider: 'AWS',
        providerAccountId: scope.account,
        providerRegion: scope.region,
        eventTimestamp: new Date(now).toISOString(),
        version: '1.0',
      },
    }),
  );
}
