import type { JsonObject } from '../../../core/json.ts';
import { isTrue, objectOf, picked, textOf } from './made.ts';
import type { Changing, Leaving, ResourceType, Work } from './resource-type.ts';
import { changeTags, mappedTags, givenTags } from './tags.ts';

const TAGS = mappedTags('guardduty');
const NAME_MAX = 64;

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('guardduty', operation, input);
}

function arnOf({ partition, scope }: Work, detector: unknown, below = ''): string {
  const { region, account } = scope;
  return `arn:${partition}:guardduty:${region}:${account}:detector/${String(detector)}${below}`;
}

const DETECTOR = ['DataSources', 'Enable', 'Features', 'FindingPublishingFrequency'] as const;

const detector: ResourceType = {
  name: 'AWS::GuardDuty::Detector',
  needs: 'guardduty:CreateDetector',
  handles: `${DETECTOR.join(' ')} Tags`,
  create: async (work, properties) => {
    const { DetectorId } = await call(work, 'CreateDetector', {
      ...picked(properties, ...DETECTOR),
      ClientToken: work.token,
      ...givenTags(work, properties['Tags']),
    });
    return { id: String(DetectorId), attributes: { Id: DetectorId } };
  },
  update: async (work, change) => {
    const { id: DetectorId, properties, changed, attributes } = change;
    const given = DETECTOR.filter((name) => changed.includes(name));
    if (given.length > 0) {
      await call(work, 'UpdateDetector', { DetectorId, ...picked(properties, ...given) });
    }
    await changeTags(work, change, arnOf(work, DetectorId), TAGS);
    return { id: DetectorId, attributes };
  },
  delete: async (work, { id: DetectorId }) => {
    const { DetectorIds } = await call(work, 'ListDetectors', {});
    if (Array.isArray(DetectorIds) && DetectorIds.includes(DetectorId)) {
      await work.attempt('guardduty', 'DeleteDetector', { DetectorId });
    }
    return undefined;
  },
};

interface List {
  /** `IPSet`: the end of its type and of its operations. */
  readonly kind: string;
  /** The member that names it, and the end of its ARN's path. */
  readonly id: string;
  readonly path: string;
}

/** A list of addresses that lies in a bucket. */
function list({ kind, id: name, path }: List): ResourceType {
  const given = ['Activate', 'ExpectedBucketOwner', 'Location', 'Name'];
  return {
    name: `AWS::GuardDuty::${kind}`,
    needs: `guardduty:Create${kind}`,
    handles: [...given, 'DetectorId', 'Format', 'Tags'].join(' '),
    create: async (work, properties) => {
      const made = await call(work, `Create${kind}`, {
        ...picked(properties, ...given, 'DetectorId', 'Format'),
        Activate: isTrue(properties['Activate']),
        Name: textOf(properties['Name']) ?? work.name(NAME_MAX),
        ClientToken: work.token,
        ...givenTags(work, properties['Tags']),
      });
      const id = String(made[name]);
      return { id, attributes: { Id: id } };
    },
    update: async (work, change: Changing) => {
      const { id, properties, changed, attributes } = change;
      const { DetectorId } = properties;
      const differs = given.filter((one) => changed.includes(one));
      if (differs.length > 0) {
        const wanted = picked({ Activate: false, ...properties }, ...differs);
        await call(work, `Update${kind}`, { DetectorId, [name]: id, ...wanted });
      }
      await changeTags(work, change, arnOf(work, DetectorId, `/${path}/${id}`), TAGS);
      return { id, attributes };
    },
    delete: async (work, { id, properties }: Leaving) => {
      const { DetectorId } = properties;
      await work.attempt('guardduty', `Delete${kind}`, { DetectorId, [name]: id });
      return undefined;
    },
  };
}

const FILTER = ['Action', 'Description', 'FindingCriteria', 'Rank'] as const;

const filter: ResourceType = {
  name: 'AWS::GuardDuty::Filter',
  needs: 'guardduty:CreateFilter',
  handles: `${FILTER.join(' ')} DetectorId Name Tags`,
  create: async (work, properties) => {
    const { Name } = await call(work, 'CreateFilter', {
      ...picked(properties, ...FILTER, 'DetectorId', 'Name'),
      ClientToken: work.token,
      ...givenTags(work, properties['Tags']),
    });
    return { id: String(Name) };
  },
  update: async (work, change) => {
    const { id: FilterName, properties, changed, attributes } = change;
    const { DetectorId } = properties;
    const given = FILTER.filter((name) => changed.includes(name));
    if (given.length > 0) {
      const wanted = picked({ Description: '', ...properties }, ...given);
      await call(work, 'UpdateFilter', { DetectorId, FilterName, ...objectOf(wanted) });
    }
    await changeTags(work, change, arnOf(work, DetectorId, `/filter/${FilterName}`), TAGS);
    return { id: FilterName, attributes };
  },
  delete: async (work, { id: FilterName, properties }) => {
    const { DetectorId } = properties;
    await work.attempt('guardduty', 'DeleteFilter', { DetectorId, FilterName });
    return undefined;
  },
};

export const guardDutyTypes: readonly ResourceType[] = [
  detector,
  list({ kind: 'IPSet', id: 'IpSetId', path: 'ipset' }),
  list({ kind: 'ThreatIntelSet', id: 'ThreatIntelSetId', path: 'threatintelset' }),
  filter,
];
