import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { isJsonObject } from '../../../core/json.ts';
import { objectOf, picked, textOf, textsOf } from './made.ts';
import type { ResourceType, Work } from './resource-type.ts';
import { changeTags, type TagOperations } from './tags.ts';

const NAME_MAX = 128;

const TAGS: TagOperations = {
  service: 'wafv2',
  target: (ResourceARN) => ({ ResourceARN }),
  tags: (Tags) => ({ Tags }),
  keys: (TagKeys) => ({ TagKeys }),
};

interface Item {
  /** `WebACL`: the end of its type and of its operations. */
  readonly kind: string;
  /** Properties that its creation and its update take. */
  readonly given: readonly string[];
  /** Properties that can't be changed, though AWS's specification does not say so. */
  readonly lasting: readonly string[];
  /** What of it is told beside its ARN and id. */
  readonly told: readonly string[];
}

/** What has a name and a scope, and a token that its change must name. `Ref` gives `name|id|scope`. */
function item({ kind, given, lasting, told }: Item): ResourceType {
  return {
    name: `AWS::WAFv2::${kind}`,
    needs: `wafv2:Create${kind}`,
    handles: [...given, ...lasting, 'Name', 'Scope', 'Tags'].join(' '),
    create: async (work, properties) => {
      const Name = textOf(properties['Name']) ?? work.name(NAME_MAX);
      const { Scope } = properties;
      const Tags = work.tags(properties['Tags']);
      const { Summary } = await work.call('wafv2', `Create${kind}`, {
        ...spelled(picked(properties, ...given, ...lasting)),
        Name,
        Scope,
        ...(Tags.length === 0 ? {} : { Tags }),
      });
      const { Id, ARN } = objectOf(Summary);
      const id = `${Name}|${String(Id)}|${String(Scope)}`;
      work.holds(id, { Arn: ARN, Id });
      if (told.length === 0) return { id, attributes: { Arn: ARN, Id } };
      const found = await work.call('wafv2', `Get${kind}`, { Name, Scope, Id });
      return { id, attributes: { Arn: ARN, Id, ...picked(objectOf(found[kind]), ...told) } };
    },
    replaces: ({ changed }) => changed.some((name) => lasting.includes(name)),
    update: async (work, change) => {
      const { id, properties, changed, attributes } = change;
      const key = keyOf(id);
      if (changed.some((name) => name !== 'Tags')) {
        const { LockToken } = await work.call('wafv2', `Get${kind}`, key);
        const wanted = spelled(picked(properties, ...given));
        await work.call('wafv2', `Update${kind}`, { ...wanted, ...key, LockToken });
      }
      await changeTags(work, change, String(attributes['Arn']), TAGS);
      if (told.length === 0) return { id, attributes };
      const found = await work.call('wafv2', `Get${kind}`, key);
      return { id, attributes: { ...attributes, ...picked(objectOf(found[kind]), ...told) } };
    },
    delete: async (work, { id }) => {
      const key = keyOf(id);
      const found = await work.attempt('wafv2', `Get${kind}`, key);
      if (found === undefined) return undefined;
      const { LockToken } = found;
      await work.attempt('wafv2', `Delete${kind}`, { ...key, LockToken });
      return undefined;
    },
  };
}

function keyOf(id: string): JsonObject {
  const [Name = '', Id = '', Scope = ''] = id.split('|');
  return { Name, Id, Scope };
}

/** Templates have patterns as texts, and what is searched for as text or as `SearchStringBase64`. */
function spelled(properties: JsonObject): JsonObject {
  const { RegularExpressionList, Rules, ...rest } = properties;
  const list = textsOf(RegularExpressionList).map((RegexString) => ({ RegexString }));
  return {
    ...rest,
    ...(RegularExpressionList === undefined ? {} : { RegularExpressionList: list }),
    ...(Rules === undefined ? {} : { Rules: searched(Rules) }),
  };
}

function searched(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((one: JsonValue) => searched(one));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner = null]) =>
    name === 'SearchStringBase64'
      ? (['SearchString', { base64: inner }] as const)
      : ([name, searched(inner)] as const),
  );
  return Object.fromEntries(entries);
}

const webAcl = item({
  kind: 'WebACL',
  given: [
    'ApplicationConfig',
    'AssociationConfig',
    'CaptchaConfig',
    'ChallengeConfig',
    'CustomResponseBodies',
    'DataProtectionConfig',
    'DefaultAction',
    'Description',
    'MonetizationConfig',
    'OnSourceDDoSProtectionConfig',
    'Rules',
    'TokenDomains',
    'VisibilityConfig',
  ],
  lasting: [],
  told: ['Capacity', 'LabelNamespace'],
});

const ruleGroup = item({
  kind: 'RuleGroup',
  given: ['CustomResponseBodies', 'Description', 'MonetizationConfig', 'Rules', 'VisibilityConfig'],
  lasting: ['Capacity'],
  told: ['LabelNamespace'],
});

const ipSet = item({
  kind: 'IPSet',
  given: ['Addresses', 'Description'],
  lasting: ['IPAddressVersion'],
  told: [],
});

const regexPatternSet = item({
  kind: 'RegexPatternSet',
  given: ['Description', 'RegularExpressionList'],
  lasting: [],
  told: [],
});

const association: ResourceType = {
  name: 'AWS::WAFv2::WebACLAssociation',
  needs: 'wafv2:AssociateWebACL',
  handles: 'ResourceArn WebACLArn',
  create: async (work, properties) => {
    const { ResourceArn, WebACLArn } = properties;
    await work.call('wafv2', 'AssociateWebACL', { ResourceArn, WebACLArn });
    return { id: `${String(ResourceArn)}|${String(WebACLArn)}` };
  },
  delete: async (work, { properties }) => {
    const { ResourceArn, WebACLArn } = properties;
    const input = { ResourceArn };
    // Another web ACL may have taken its place, as where this association was replaced.
    const found = await work.attempt('wafv2', 'GetWebACLForResource', input);
    const { ARN } = objectOf(found?.['WebACL']);
    if (ARN === WebACLArn) await work.attempt('wafv2', 'DisassociateWebACL', input);
    return undefined;
  },
};

const LOGGING = ['LogDestinationConfigs', 'LoggingFilter', 'RedactedFields', 'ResourceArn'];

async function putLogging(work: Work, properties: JsonObject): Promise<JsonObject> {
  const wanted = picked(properties, ...LOGGING);
  const input = { LoggingConfiguration: wanted };
  const { LoggingConfiguration } = await work.call('wafv2', 'PutLoggingConfiguration', input);
  const { ManagedByFirewallManager = false } = objectOf(LoggingConfiguration);
  return { ManagedByFirewallManager };
}

const logging: ResourceType = {
  name: 'AWS::WAFv2::LoggingConfiguration',
  needs: 'wafv2:PutLoggingConfiguration',
  handles: LOGGING.join(' '),
  create: async (work, properties) => ({
    id: String(properties['ResourceArn']),
    attributes: await putLogging(work, properties),
  }),
  update: async (work, { id, properties }) => ({
    id,
    attributes: await putLogging(work, properties),
  }),
  delete: async (work, { id: ResourceArn }) => {
    await work.attempt('wafv2', 'DeleteLoggingConfiguration', { ResourceArn });
    return undefined;
  },
};

export const wafv2Types: readonly ResourceType[] = [
  webAcl,
  ruleGroup,
  ipSet,
  regexPatternSet,
  association,
  logging,
];
