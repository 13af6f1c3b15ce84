import type { JsonObject } from '../../../core/json.ts';
import { picked } from './made.ts';
import type { ResourceType, Work } from './resource-type.ts';
import { changeTags, mappedTags, givenTags } from './tags.ts';

const TAGS = mappedTags('securityhub');

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('securityhub', operation, input);
}

async function configure(work: Work, given: JsonObject): Promise<void> {
  if (Object.keys(given).length > 0) await call(work, 'UpdateSecurityHubConfiguration', given);
}

const hub: ResourceType = {
  name: 'AWS::SecurityHub::Hub',
  needs: 'securityhub:EnableSecurityHub',
  handles: 'AutoEnableControls ControlFindingGenerator EnableDefaultStandards Tags',
  create: async (work, properties) => {
    await call(work, 'EnableSecurityHub', {
      ...picked(properties, 'ControlFindingGenerator', 'EnableDefaultStandards'),
      ...givenTags(work, properties['Tags']),
    });
    const { region, account } = work.scope;
    const id = `arn:${work.partition}:securityhub:${region}:${account}:hub/default`;
    work.holds(id);
    await configure(work, picked(properties, 'AutoEnableControls'));
    const { SubscribedAt } = await call(work, 'DescribeHub', { HubArn: id });
    return { id, attributes: { ARN: id, SubscribedAt } };
  },
  update: async (work, change) => {
    const { id, properties, changed, attributes } = change;
    const settings = ['AutoEnableControls', 'ControlFindingGenerator'];
    const differs = settings.filter((name) => changed.includes(name));
    const defaults = { AutoEnableControls: true, ControlFindingGenerator: 'SECURITY_CONTROL' };
    await configure(work, picked({ ...defaults, ...properties }, ...differs));
    await changeTags(work, change, id, TAGS);
    return { id, attributes };
  },
  delete: async (work) => {
    await work.attempt('securityhub', 'DisableSecurityHub', {});
    return undefined;
  },
};

export const securityHubTypes: readonly ResourceType[] = [hub];
