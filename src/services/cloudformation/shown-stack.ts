import type {
  Parameter,
  Stack,
  StackEvent,
  StackResourceDetail,
} from '../../../models/cloudformation/types.ts';
import type { Tags } from '../../core/tags.ts';
import { isNoEcho } from './domain/parameters.ts';
import { parsed } from './runs/parsed.ts';
import type { Definition, EventDocument, ResourceDocument, StackDocument } from './state.ts';

/** Values that nobody is to see are masked. */
export function shownParameters(definition: Definition): readonly Parameter[] {
  const { parameters: declared } = parsed(definition).template;
  return Object.entries(definition.parameters).map(([ParameterKey, { value, resolved }]) => {
    const declaration = declared.get(ParameterKey);
    const isHidden = declaration !== undefined && isNoEcho(declaration);
    return {
      ParameterKey,
      ParameterValue: isHidden ? '****' : value,
      ...(resolved === undefined ? {} : { ResolvedValue: isHidden ? '****' : resolved }),
    };
  });
}

export function shownTags(tags: Tags) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

export function shownStack(stack: StackDocument): Stack {
  const { definition, reason, updated, deleted, roleArn, timeoutMinutes } = stack;
  const description =
    definition === undefined ? undefined : parsed(definition).template.description;
  const { changeSetArn, parentArn, rootArn } = stack;
  return {
    StackId: stack.arn,
    StackName: stack.name,
    ...(changeSetArn === undefined ? {} : { ChangeSetId: changeSetArn }),
    ...(description === undefined ? {} : { Description: description }),
    ...(definition === undefined ? {} : { Parameters: shownParameters(definition) }),
    CreationTime: new Date(stack.created),
    ...(updated === undefined ? {} : { LastUpdatedTime: new Date(updated) }),
    ...(deleted === undefined ? {} : { DeletionTime: new Date(deleted) }),
    RollbackConfiguration: {},
    StackStatus: stack.status,
    ...(reason === undefined ? {} : { StackStatusReason: reason }),
    DisableRollback: stack.disableRollback,
    NotificationARNs: definition?.notificationArns ?? [],
    ...(timeoutMinutes === undefined ? {} : { TimeoutInMinutes: timeoutMinutes }),
    Capabilities: definition?.capabilities ?? [],
    Outputs: stack.outputs.map(({ key, value, description: text, exportName }) => ({
      OutputKey: key,
      OutputValue: value,
      ...(text === undefined ? {} : { Description: text }),
      ...(exportName === undefined ? {} : { ExportName: exportName }),
    })),
    ...(roleArn === undefined ? {} : { RoleARN: roleArn }),
    Tags: shownTags(definition?.tags ?? {}),
    EnableTerminationProtection: stack.isProtected,
    ...(parentArn === undefined ? {} : { ParentId: parentArn }),
    ...(rootArn === undefined ? {} : { RootId: rootArn }),
    DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
  };
}

export function shownEvent(event: EventDocument): StackEvent {
  const { reason, properties, token } = event;
  return {
    StackId: event.stackArn,
    EventId: event.id,
    StackName: event.stackName,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: new Date(event.time),
    ResourceStatus: statusOf(event.status),
    ...(reason === undefined ? {} : { ResourceStatusReason: reason }),
    ...(properties === undefined ? {} : { ResourceProperties: properties }),
    ...(token === undefined ? {} : { ClientRequestToken: token }),
  };
}

/** Events of a stack itself have its status, some of which the model does not name among those of resources. */
function statusOf(status: string): ResourceDocument['status'] {
  if (isStatus(status)) return status;
  throw new Error('an event has no status');
}

function isStatus(text: string): text is ResourceDocument['status'] {
  return text !== '';
}

export function shownResource(
  stack: StackDocument,
  resource: ResourceDocument,
): StackResourceDetail {
  const { physicalId, reason, metadata } = resource;
  return {
    StackName: stack.name,
    StackId: stack.arn,
    LogicalResourceId: resource.logicalId,
    ...(physicalId === undefined || physicalId === '' ? {} : { PhysicalResourceId: physicalId }),
    ResourceType: resource.type,
    LastUpdatedTimestamp: new Date(resource.changed),
    ResourceStatus: resource.status,
    ...(reason === undefined ? {} : { ResourceStatusReason: reason }),
    ...(metadata === undefined ? {} : { Metadata: JSON.stringify(metadata) }),
    DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
  };
}
