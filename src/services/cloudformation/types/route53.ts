import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { listOf, objectOf, picked, textOf, textsOf } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Made, ResourceType, Waiting, Work } from './resource-type.ts';
import { changeTags, type TagOperations } from './tags.ts';

const LOOK_MS = 10 * SECOND_MS;
const NAME_MAX = 128;

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('route53', operation, input);
}

/** The last part of `/hostedzone/Z…` and `/change/C…`. */
function bareId(id: unknown): string {
  return String(id).split('/').at(-1) ?? '';
}

/** What waits until a change is everywhere. */
function spreading(change: JsonValue | undefined): NonNullable<Made['waits']> {
  const { Id } = objectOf(change);
  return { notes: { change: bareId(Id) }, ms: LOOK_MS };
}

async function checkSpread(work: Work, waiting: Waiting): Promise<Made | undefined> {
  const { id, attributes, notes, action } = waiting;
  const { ChangeInfo } = await call(work, 'GetChange', { Id: notes['change'] });
  const { Status } = objectOf(ChangeInfo);
  if (Status !== 'INSYNC') return { id, attributes, waits: { notes, ms: LOOK_MS } };
  return action === 'delete' ? undefined : { id, attributes };
}

const TAGS: TagOperations = {
  service: 'route53',
  tag: 'ChangeTagsForResource',
  untag: 'ChangeTagsForResource',
  target: (ResourceId) => ({ ResourceId, ResourceType: 'hostedzone' }),
  tags: (AddTags) => ({ AddTags }),
  keys: (RemoveTagKeys) => ({ RemoveTagKeys }),
};

const hostedZone: ResourceType = {
  name: 'AWS::Route53::HostedZone',
  needs: 'route53:CreateHostedZone',
  handles: 'HostedZoneConfig HostedZoneTags Name',
  create: async (work, properties) => {
    const { HostedZoneConfig } = properties;
    const made = await call(work, 'CreateHostedZone', {
      Name: properties['Name'],
      CallerReference: work.token,
      ...(HostedZoneConfig === undefined ? {} : { HostedZoneConfig }),
    });
    const id = bareId(objectOf(made['HostedZone'])['Id']);
    const { NameServers } = objectOf(made['DelegationSet']);
    const attributes = { Id: id, NameServers };
    work.holds(id, attributes);
    const AddTags = work.tags(properties['HostedZoneTags']);
    if (AddTags.length > 0) {
      const input = { ResourceId: id, ResourceType: 'hostedzone', AddTags };
      await call(work, 'ChangeTagsForResource', input);
    }
    return { id, attributes, waits: spreading(made['ChangeInfo']) };
  },
  update: async (work, { id: Id, properties, before, changed, attributes }) => {
    if (changed.includes('HostedZoneConfig')) {
      const { Comment = '' } = objectOf(properties['HostedZoneConfig']);
      await call(work, 'UpdateHostedZoneComment', { Id, Comment });
    }
    const tags = (from: JsonObject): JsonObject => ({ Tags: from['HostedZoneTags'] });
    const differ = changed.includes('HostedZoneTags') ? ['Tags'] : [];
    const change = { properties: tags(properties), before: tags(before), changed: differ };
    await changeTags(work, change, Id, TAGS);
    return { id: Id, attributes };
  },
  delete: async (work, { id: Id, attributes }) => {
    const gone = await work.attempt('route53', 'DeleteHostedZone', { Id });
    return gone === undefined
      ? undefined
      : { id: Id, attributes, waits: spreading(gone['ChangeInfo']) };
  },
  check: checkSpread,
};

const ROUTING = [
  'CidrRoutingConfig',
  'Failover',
  'GeoLocation',
  'HealthCheckId',
  'MultiValueAnswer',
  'Region',
  'SetIdentifier',
  'TTL',
  'Type',
  'Weight',
] as const;

/** A record set as the API has it. */
function recordSet(properties: JsonObject): JsonObject {
  const { Name, AliasTarget, ResourceRecords } = properties;
  return {
    Name,
    ...picked(properties, ...ROUTING),
    ...(AliasTarget === undefined
      ? {}
      : { AliasTarget: { EvaluateTargetHealth: false, ...objectOf(AliasTarget) } }),
    ...(ResourceRecords === undefined
      ? {}
      : { ResourceRecords: textsOf(ResourceRecords).map((Value) => ({ Value })) }),
  };
}

/** The zone by its id, or the one of its name. Errors: none of that name, or several. */
async function zoneOf(work: Work, properties: JsonObject): Promise<string> {
  const { HostedZoneId, HostedZoneName } = properties;
  if ((HostedZoneId === undefined) === (HostedZoneName === undefined)) {
    throw new PlainFailure('Exactly one of HostedZoneName or HostedZoneId must be specified');
  }
  if (HostedZoneId !== undefined) return bareId(HostedZoneId);
  const name = `${String(HostedZoneName).replace(/\.$/, '').toLowerCase()}.`;
  const { HostedZones } = await call(work, 'ListHostedZonesByName', { DNSName: name });
  const found = listOf(HostedZones)
    .map(objectOf)
    .filter(({ Name }) => Name === name);
  const [one] = found;
  if (one === undefined) throw new PlainFailure(`No hosted zones named ${name} found`);
  if (found.length > 1) throw new PlainFailure(`Multiple hosted zones named ${name} found`);
  return bareId(one['Id']);
}

interface Change {
  readonly Action: 'CREATE' | 'UPSERT' | 'DELETE';
  readonly ResourceRecordSet: JsonObject;
}

async function changeRecords(
  work: Work,
  HostedZoneId: string,
  changes: readonly Change[],
  comment: JsonObject[string],
) {
  const Comment = textOf(comment);
  const { ChangeInfo } = await call(work, 'ChangeResourceRecordSets', {
    HostedZoneId,
    ChangeBatch: {
      Changes: changes.map((change) => ({ ...change })),
      ...(Comment === undefined ? {} : { Comment }),
    },
  });
  return spreading(ChangeInfo);
}

/** Record sets that are one: a change of it is a change, and not another. */
function recordKey({ Name, Type, SetIdentifier = '' }: JsonObject): string {
  const name = String(Name).replace(/\.$/, '').toLowerCase();
  return JSON.stringify([name, Type, SetIdentifier]);
}

/** From what a zone has to what it is to have, in one batch. */
function changesBetween(before: readonly JsonObject[], after: readonly JsonObject[]): Change[] {
  const [had, wanted] = [before.map(recordSet), after.map(recordSet)];
  const keys = new Set(wanted.map(recordKey));
  const gone = had.filter((one) => !keys.has(recordKey(one)));
  return [
    ...gone.map((ResourceRecordSet) => ({ Action: 'DELETE', ResourceRecordSet }) as const),
    ...wanted.map((ResourceRecordSet) => ({ Action: 'UPSERT', ResourceRecordSet }) as const),
  ];
}

/** Takes away those of the record sets that are there, as they are there. Undefined: there are none. */
async function removeRecords(
  work: Work,
  properties: JsonObject,
  wanted: readonly JsonObject[],
): Promise<Made['waits']> {
  const HostedZoneId = await zoneOf(work, properties);
  const there: Change[] = [];
  for (const one of wanted) {
    const { Name: StartRecordName, Type: StartRecordType } = one;
    const input = { HostedZoneId, StartRecordName, StartRecordType, MaxItems: 1 };
    const listed = await work.attempt('route53', 'ListResourceRecordSets', input);
    if (listed === undefined) return undefined;
    const ResourceRecordSet = objectOf(listOf(listed['ResourceRecordSets'])[0]);
    if (recordKey(ResourceRecordSet) === recordKey(one)) {
      there.push({ Action: 'DELETE', ResourceRecordSet });
    }
  }
  return there.length === 0
    ? undefined
    : changeRecords(work, HostedZoneId, there, properties['Comment']);
}

const RECORD = `${ROUTING.join(' ')} AliasTarget Comment HostedZoneId HostedZoneName Name ResourceRecords`;

const record: ResourceType = {
  name: 'AWS::Route53::RecordSet',
  needs: 'route53:ChangeResourceRecordSets',
  handles: RECORD,
  create: async (work, properties) => {
    const zone = await zoneOf(work, properties);
    const changes = [{ Action: 'CREATE', ResourceRecordSet: recordSet(properties) }] as const;
    const waits = await changeRecords(work, zone, changes, properties['Comment']);
    return { id: String(properties['Name']), waits };
  },
  update: async (work, { id, before, properties, attributes }) => {
    const zone = await zoneOf(work, properties);
    const changes = changesBetween([before], [properties]);
    const waits = await changeRecords(work, zone, changes, properties['Comment']);
    return { id, attributes, waits };
  },
  delete: async (work, { id, properties, attributes }) => {
    const waits = await removeRecords(work, properties, [properties]);
    return waits === undefined ? undefined : { id, attributes, waits };
  },
  check: checkSpread,
};

function recordsOf(properties: JsonObject): readonly JsonObject[] {
  return listOf(properties['RecordSets']).map(objectOf);
}

const recordGroup: ResourceType = {
  name: 'AWS::Route53::RecordSetGroup',
  needs: 'route53:ChangeResourceRecordSets',
  handles: 'Comment HostedZoneId HostedZoneName RecordSets',
  create: async (work, properties) => {
    const zone = await zoneOf(work, properties);
    const changes = recordsOf(properties).map(
      (one) => ({ Action: 'CREATE', ResourceRecordSet: recordSet(one) }) as const,
    );
    const id = work.name(NAME_MAX);
    const waits = await changeRecords(work, zone, changes, properties['Comment']);
    return { id, attributes: { Id: id }, waits };
  },
  update: async (work, { id, before, properties, attributes }) => {
    const zone = await zoneOf(work, properties);
    const changes = changesBetween(recordsOf(before), recordsOf(properties));
    const waits = await changeRecords(work, zone, changes, properties['Comment']);
    return { id, attributes, waits };
  },
  delete: async (work, { id, properties, attributes }) => {
    const waits = await removeRecords(work, properties, recordsOf(properties));
    return waits === undefined ? undefined : { id, attributes, waits };
  },
  check: checkSpread,
};

export const route53Types: readonly ResourceType[] = [hostedZone, record, recordGroup];
