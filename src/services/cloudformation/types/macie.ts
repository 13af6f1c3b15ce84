import type { JsonObject } from '../../../core/json.ts';
import { objectOf, picked, textOf } from './made.ts';
import type { ResourceType, Work } from './resource-type.ts';
import { changeTags, mappedTags, givenTags } from './tags.ts';

const TAGS = mappedTags('macie2');

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('macie2', operation, input);
}

const SESSION = ['FindingPublishingFrequency', 'Status'] as const;

async function sessionAttributes(work: Work): Promise<JsonObject> {
  const { serviceRole } = await call(work, 'GetMacieSession', {});
  return { AwsAccountId: work.scope.account, ServiceRole: serviceRole };
}

const session: ResourceType = {
  name: 'AWS::Macie::Session',
  needs: 'macie2:EnableMacie',
  handles: SESSION.join(' '),
  create: async (work, properties) => {
    await call(work, 'EnableMacie', {
      ...picked(properties, ...SESSION),
      clientToken: work.token,
    });
    const id = work.scope.account;
    work.holds(id);
    return { id, attributes: await sessionAttributes(work) };
  },
  update: async (work, { id, properties, attributes }) => {
    const defaults = { FindingPublishingFrequency: 'SIX_HOURS', Status: 'ENABLED' };
    await call(work, 'UpdateMacieSession', { ...defaults, ...picked(properties, ...SESSION) });
    return { id, attributes };
  },
  delete: async (work) => {
    await work.attempt('macie2', 'DisableMacie', {});
    return undefined;
  },
};

const IDENTIFIER = [
  'Description',
  'IgnoreWords',
  'Keywords',
  'MaximumMatchDistance',
  'Name',
  'Regex',
] as const;

const customIdentifier: ResourceType = {
  name: 'AWS::Macie::CustomDataIdentifier',
  needs: 'macie2:CreateCustomDataIdentifier',
  handles: `${IDENTIFIER.join(' ')} Tags`,
  create: async (work, properties) => {
    const { customDataIdentifierId: Id } = await call(work, 'CreateCustomDataIdentifier', {
      ...picked(properties, ...IDENTIFIER),
      clientToken: work.token,
      ...givenTags(work, properties['Tags']),
    });
    const { partition, scope } = work;
    const place = `${scope.region}:${scope.account}`;
    const Arn = `arn:${partition}:macie2:${place}:custom-data-identifier/${String(Id)}`;
    return { id: String(Id), attributes: { Arn, Id } };
  },
  update: async (work, change) => {
    const { id, attributes } = change;
    await changeTags(work, change, String(attributes['Arn']), TAGS);
    return { id, attributes };
  },
  delete: async (work, { id }) => {
    await work.attempt('macie2', 'DeleteCustomDataIdentifier', { id });
    return undefined;
  },
};

interface Kept {
  /** `AllowList`: the end of its type and of its operations. */
  readonly kind: string;
  readonly given: readonly string[];
  /** What stands for a property that a template leaves out. */
  readonly defaults: JsonObject;
  /** Attributes beside its ARN and its id. */
  readonly told?: (work: Work, id: string) => Promise<JsonObject>;
}

/** What is changed as a whole. */
function kept({ kind, given, defaults, told = async () => ({}) }: Kept): ResourceType {
  return {
    name: `AWS::Macie::${kind}`,
    needs: `macie2:Create${kind}`,
    handles: [...given, 'Tags'].join(' '),
    create: async (work, properties) => {
      const { id, arn } = await call(work, `Create${kind}`, {
        ...picked({ ...defaults, ...properties }, ...given),
        clientToken: work.token,
        ...givenTags(work, properties['Tags']),
      });
      const own = { Arn: arn, Id: id };
      work.holds(String(id), own);
      return { id: String(id), attributes: { ...own, ...(await told(work, String(id))) } };
    },
    update: async (work, change) => {
      const { id, properties, changed, attributes } = change;
      if (changed.some((name) => name !== 'Tags')) {
        await call(work, `Update${kind}`, {
          id,
          ...picked({ ...defaults, ...properties }, ...given),
        });
      }
      await changeTags(work, change, String(attributes['Arn']), TAGS);
      return { id, attributes: { ...attributes, ...(await told(work, id)) } };
    },
    delete: async (work, { id }) => {
      await work.attempt('macie2', `Delete${kind}`, { id });
      return undefined;
    },
  };
}

const allowList = kept({
  kind: 'AllowList',
  given: ['Criteria', 'Description', 'Name'],
  defaults: {},
  told: async (work, id) => {
    const { status } = await call(work, 'GetAllowList', { id });
    return { Status: textOf(objectOf(status)['code']) };
  },
});

const findingsFilter = kept({
  kind: 'FindingsFilter',
  given: ['Action', 'Description', 'FindingCriteria', 'Name', 'Position'],
  defaults: { Action: 'NOOP' },
});

export const macieTypes: readonly ResourceType[] = [
  session,
  customIdentifier,
  allowList,
  findingsFilter,
];
