import type { Change, ResourceRecordSet } from '../../../models/route53/types.ts';
import type { View } from '../../contract/view.ts';
import { isWithin, normalName } from './domain/dns-names.ts';
import { valueFault } from './domain/record-values.ts';
import { invalidChangeBatch, invalidInput, unbuilt } from './errors.ts';
import { type RecordDocument, recordKey, records, type ZoneDocument, zones } from './state.ts';

/** Resource records of all changes. */
const RECORDS_MAX = 1_000;

/** Does all changes, or none. Errors: InvalidChangeBatch, which names every fault; InvalidInput. */
export async function applyChanges(
  view: View,
  zone: ZoneDocument,
  changes: readonly Change[],
): Promise<void> {
  for (const change of changes) assertWhole(change);
  const count = changes.reduce((sum, change) => sum + weightOf(change), 0);
  if (count > RECORDS_MAX) {
    throw invalidChangeBatch([`Number of records limit of ${RECORDS_MAX} exceeded.`]);
  }
  const faults: string[] = [];
  let { recordCount } = zone;
  for (const { Action, ResourceRecordSet: set } of changes) {
    const record = recordOf(zone, set, faults);
    if (record === undefined) continue;
    const key = recordKey(zone.id, record.name, record.type);
    const known = await view.get(records, key);
    if (Action === 'DELETE') {
      const fault = deletionFault(record, known, zone);
      if (fault !== undefined) faults.push(fault);
      else {
        view.delete(records, key);
        recordCount -= 1;
      }
      continue;
    }
    if (Action === 'CREATE' && known !== undefined) {
      faults.push(`Tried to create resource record set ${named(record)} but it already exists`);
      continue;
    }
    faults.push(...(await placementFaults(view, zone, record)));
    view.put(records, key, record);
    if (known === undefined) recordCount += 1;
  }
  faults.push(...(await lackingFaults(view, zone)));
  if (faults.length > 0) throw invalidChangeBatch([...new Set(faults)]);
  view.put(zones, zone.id, { ...zone, recordCount });
}

/** An update counts twice. */
function weightOf({ Action, ResourceRecordSet: set }: Change): number {
  return (set.ResourceRecords?.length ?? 1) * (Action === 'UPSERT' ? 2 : 1);
}

/** Either an alias, or values with how long they hold. Errors: InvalidInput; 501 for other routing policies. */
function assertWhole({ Action, ResourceRecordSet: set }: Change): void {
  if (hasPolicy(set)) {
    throw unbuilt('ChangeResourceRecordSets', 'routing policies other than simple routing');
  }
  const { AliasTarget, TTL, ResourceRecords, Name, Type, SetIdentifier } = set;
  const hasValues = TTL !== undefined || ResourceRecords !== undefined;
  const isWhole =
    AliasTarget !== undefined ? !hasValues : TTL !== undefined && ResourceRecords !== undefined;
  if (!isWhole) {
    const found = AliasTarget !== undefined && hasValues ? 'more than one' : 'none';
    throw invalidInput(
      'Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or ' +
        `TrafficPolicyInstanceId], but found ${found} in Change with [Action=${Action}, Name=${Name}, ` +
        `Type=${Type}, SetIdentifier=${SetIdentifier ?? 'null'}]`,
    );
  }
}

/** What records of other policies have, and those of simple routing never. */
function hasPolicy(set: ResourceRecordSet): boolean {
  return [
    set.SetIdentifier,
    set.Weight,
    set.Region,
    set.GeoLocation,
    set.GeoProximityLocation,
    set.CidrRoutingConfig,
    set.Failover,
    set.MultiValueAnswer,
    set.HealthCheckId,
    set.TrafficPolicyInstanceId,
  ].some((member) => member !== undefined);
}

/** What a change is about, in the form it is kept in; what is wrong with it alone is added to `faults`. */
function recordOf(
  { id, name: zoneName }: ZoneDocument,
  set: ResourceRecordSet,
  faults: string[],
): RecordDocument | undefined {
  const name = normalName(set.Name);
  if (name === undefined) {
    faults.push(
      `FATAL problem: DomainLabelEmpty (Domain label is empty) encountered with '${set.Name}'`,
    );
    return undefined;
  }
  if (!isWithin(name, zoneName)) {
    faults.push(`RRSet with DNS name ${name} is not permitted in zone ${zoneName}`);
    return undefined;
  }
  const values = (set.ResourceRecords ?? []).map(({ Value }) => Value);
  for (const value of values) {
    const fault = valueFault(set.Type, value);
    if (fault !== undefined) faults.push(fault);
  }
  if (new Set(values).size < values.length) {
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    faults.push(`Duplicate Resource Record: '${twice}'`);
  }
  if (set.AliasTarget === undefined && values.length === 0) {
    faults.push(`RRSet of type ${set.Type} with DNS name ${name} has no resource records`);
  }
  return {
    zone: id,
    name,
    type: set.Type,
    values,
    ...(set.TTL === undefined ? {} : { ttl: set.TTL }),
    ...(set.AliasTarget === undefined ? {} : { alias: set.AliasTarget }),
  };
}

function named({ name, type }: RecordDocument): string {
  return `[name='${name}', type='${type}']`;
}

function deletionFault(
  record: RecordDocument,
  known: RecordDocument | undefined,
  zone: ZoneDocument,
): string | undefined {
  if (known === undefined) {
    return `Tried to delete resource record set ${named(record)} but it was not found`;
  }
  if (!isSame(record, known)) {
    return `Tried to delete resource record set ${named(record)} but the values provided do not match the current values`;
  }
  const isRequired = record.name === zone.name && (record.type === 'NS' || record.type === 'SOA');
  return isRequired ? requiredFault(record.type) : undefined;
}

function requiredFault(type: string): string {
  return type === 'SOA'
    ? 'A HostedZone must contain exactly one SOA record.'
    : 'A HostedZone must contain at least one NS record for the zone itself.';
}

/** A batch may take a zone's own records away only to put others there. */
async function lackingFaults(view: View, { id, name }: ZoneDocument): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const type of ['NS', 'SOA']) {
    if ((await view.get(records, recordKey(id, name, type))) === undefined) {
      faults.push(requiredFault(type));
    }
  }
  return faults;
}

function isSame(left: RecordDocument, right: RecordDocument): boolean {
  const values = [left, right].map((record) => [...record.values].sort().join('\n'));
  return left.ttl === right.ttl && values[0] === values[1] && aliasText(left) === aliasText(right);
}

function aliasText({ alias }: RecordDocument): string {
  if (alias === undefined) return '';
  const { HostedZoneId, DNSName, EvaluateTargetHealth } = alias;
  return `${HostedZoneId} ${normalName(DNSName) ?? DNSName} ${EvaluateTargetHealth}`;
}

/** Whether a record may stand where it is to. */
async function placementFaults(
  view: View,
  zone: ZoneDocument,
  record: RecordDocument,
): Promise<readonly string[]> {
  const { name, type } = record;
  const faults: string[] = [];
  const isApex = name === zone.name;
  if (type === 'CNAME' && isApex) {
    faults.push(
      `RRSet of type CNAME with DNS name ${name} is not permitted at apex in zone ${zone.name}`,
    );
  }
  const { items } = await view.list(records, { prefix: recordKey(zone.id, name), limit: 20 });
  const others = items.map(({ document }) => document.type).filter((other) => other !== type);
  if (type === 'CNAME' && !isApex && others.length > 0) {
    faults.push(
      `RRSet of type CNAME with DNS name ${name} is not permitted as it conflicts with other records with the same DNS name in zone ${zone.name}`,
    );
  }
  if (type !== 'CNAME' && others.includes('CNAME')) {
    faults.push(
      `RRSet of type ${type} with DNS name ${name} is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone ${zone.name}`,
    );
  }
  const alias = await aliasFault(view, zone, record);
  return alias === undefined ? faults : [...faults, alias];
}

/** What an alias within its own zone points to must be there. */
async function aliasFault(
  view: View,
  zone: ZoneDocument,
  { alias, type }: RecordDocument,
): Promise<string | undefined> {
  if (alias?.HostedZoneId !== zone.id) return undefined;
  const target = normalName(alias.DNSName) ?? alias.DNSName;
  const tried = `Tried to create an alias that targets ${target}, type ${type} in zone ${zone.id}, but`;
  if (!isWithin(target, zone.name)) {
    return `${tried} the alias target name does not lie within the target zone`;
  }
  const known = await view.get(records, recordKey(zone.id, target, type));
  return known === undefined ? `${tried} that target was not found` : undefined;
}
