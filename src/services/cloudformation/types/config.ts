import type { JsonObject } from '../../../core/json.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { isTrue, listOf, objectOf, picked, textOf } from './made.ts';
import type { Made, ResourceType, Work } from './resource-type.ts';

const NAME_MAX = 128;
const LOOK_MS = 2 * SECOND_MS;

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('config-service', operation, input);
}

async function putRecorder(work: Work, name: string, properties: JsonObject): Promise<JsonObject> {
  const ConfigurationRecorder = {
    name,
    ...picked(properties, 'RecordingGroup', 'RecordingMode', 'RoleARN'),
  };
  await call(work, 'PutConfigurationRecorder', { ConfigurationRecorder });
  const input = { ConfigurationRecorderNames: [name] };
  const { ConfigurationRecorders } = await call(work, 'DescribeConfigurationRecorders', input);
  const { arn } = objectOf(listOf(ConfigurationRecorders)[0]);
  return { Id: name, ...(arn === undefined ? {} : { ResourceARN: arn }) };
}

/** A recorder records from when there is a channel to deliver to: whichever of the two comes last has it begin. */
async function startRecording(work: Work): Promise<void> {
  const { DeliveryChannels } = await call(work, 'DescribeDeliveryChannels', {});
  if (listOf(DeliveryChannels).length === 0) return;
  const { ConfigurationRecorders } = await call(work, 'DescribeConfigurationRecorders', {});
  for (const recorder of listOf(ConfigurationRecorders)) {
    const { name } = objectOf(recorder);
    await call(work, 'StartConfigurationRecorder', { ConfigurationRecorderName: name });
  }
}

const recorder: ResourceType = {
  name: 'AWS::Config::ConfigurationRecorder',
  needs: 'config-service:PutConfigurationRecorder',
  handles: 'Name RecordingGroup RecordingMode RoleARN',
  create: async (work, properties) => {
    const id = textOf(properties['Name']) ?? work.name(NAME_MAX);
    const attributes = await putRecorder(work, id, properties);
    work.holds(id, attributes);
    await startRecording(work);
    return { id, attributes };
  },
  update: async (work, { id, properties }) => ({
    id,
    attributes: await putRecorder(work, id, properties),
  }),
  delete: async (work, { id: ConfigurationRecorderName }) => {
    const input = { ConfigurationRecorderName };
    await work.attempt('config-service', 'StopConfigurationRecorder', input);
    await work.attempt('config-service', 'DeleteConfigurationRecorder', input);
    return undefined;
  },
};

const CHANNEL = [
  'ConfigSnapshotDeliveryProperties',
  'S3BucketName',
  'S3KeyPrefix',
  'S3KmsKeyArn',
  'SnsTopicARN',
] as const;

async function putChannel(work: Work, name: string, properties: JsonObject): Promise<void> {
  const DeliveryChannel = { name, ...picked(properties, ...CHANNEL) };
  await call(work, 'PutDeliveryChannel', { DeliveryChannel });
}

/** There is no channel before there is a recorder, which the same template may be making. */
async function openChannel(work: Work, id: string, properties: JsonObject): Promise<Made> {
  const { ConfigurationRecorders } = await call(work, 'DescribeConfigurationRecorders', {});
  if (listOf(ConfigurationRecorders).length === 0) {
    return { id, waits: { notes: {}, ms: LOOK_MS } };
  }
  await putChannel(work, id, properties);
  work.holds(id);
  await startRecording(work);
  return { id };
}

const channel: ResourceType = {
  name: 'AWS::Config::DeliveryChannel',
  needs: 'config-service:PutDeliveryChannel',
  handles: `${CHANNEL.join(' ')} Name`,
  create: async (work, properties) => {
    const id = textOf(properties['Name']) ?? work.name(NAME_MAX);
    return openChannel(work, id, properties);
  },
  update: async (work, { id, properties, attributes }) => {
    await putChannel(work, id, properties);
    return { id, attributes };
  },
  check: (work, { id, properties }) => openChannel(work, id, properties),
  // Nothing is recorded without a channel: AWS has the recorder stop first.
  delete: async (work, { id: DeliveryChannelName }) => {
    const { ConfigurationRecordersStatus } = await call(
      work,
      'DescribeConfigurationRecorderStatus',
      {},
    );
    for (const status of listOf(ConfigurationRecordersStatus)) {
      const { name: ConfigurationRecorderName, recording } = objectOf(status);
      if (!isTrue(recording)) continue;
      await call(work, 'StopConfigurationRecorder', { ConfigurationRecorderName });
    }
    await work.attempt('config-service', 'DeleteDeliveryChannel', { DeliveryChannelName });
    return undefined;
  },
};

const RULE = [
  'Description',
  'EvaluationModes',
  'InputParameters',
  'MaximumExecutionFrequency',
  'Scope',
  'Source',
] as const;

async function putRule(
  work: Work,
  ConfigRuleName: string,
  properties: JsonObject,
): Promise<JsonObject> {
  const ConfigRule = { ConfigRuleName, ...picked(properties, ...RULE) };
  const Tags = work.tags(undefined);
  await call(work, 'PutConfigRule', { ConfigRule, ...(Tags.length === 0 ? {} : { Tags }) });
  const input = { ConfigRuleNames: [ConfigRuleName] };
  const { ConfigRules } = await call(work, 'DescribeConfigRules', input);
  const { ConfigRuleArn, ConfigRuleId } = objectOf(listOf(ConfigRules)[0]);
  return { Arn: ConfigRuleArn, ConfigRuleId };
}

const rule: ResourceType = {
  name: 'AWS::Config::ConfigRule',
  needs: 'config-service:PutConfigRule',
  handles: `${RULE.join(' ')} ConfigRuleName`,
  create: async (work, properties) => {
    const id = textOf(properties['ConfigRuleName']) ?? work.name(NAME_MAX);
    return { id, attributes: await putRule(work, id, properties) };
  },
  update: async (work, { id, properties }) => ({
    id,
    attributes: await putRule(work, id, properties),
  }),
  delete: async (work, { id: ConfigRuleName }) => {
    await work.attempt('config-service', 'DeleteConfigRule', { ConfigRuleName });
    return undefined;
  },
};

export const configTypes: readonly ResourceType[] = [recorder, channel, rule];
