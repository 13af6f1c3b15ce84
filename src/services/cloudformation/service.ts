import type { Service } from '../../contract/service.ts';
import {
  createChangeSet,
  deleteChangeSet,
  describeChangeSet,
  executeChangeSet,
  listChangeSets,
} from './change-sets.ts';
import {
  describeStackEvents,
  describeStackResource,
  describeStackResources,
  describeStacks,
  getStackPolicy,
  listStackResources,
  listStacks,
} from './describe-stacks.ts';
import { listExports, listImports } from './exports.ts';
import { describeType, listTypes } from './registry-types.ts';
import { createAdvance } from './runs/advance-job.ts';
import { forgetJob } from './runs/forget-job.ts';
import { signalResource } from './stack-signals.ts';
import {
  cancelUpdateStack,
  continueUpdateRollback,
  setStackPolicy,
  updateTerminationProtection,
} from './stack-settings.ts';
import { createStack, deleteStack, updateStack } from './stacks.ts';
import { collections } from './state.ts';
import { getTemplate, getTemplateSummary, validateTemplate } from './templates.ts';
import { type IsBuilt, resourceTypes } from './types/built.ts';
import { everyType } from './types/every-type.ts';
import { notImplemented } from './unbuilt.ts';

export interface CloudFormationParts {
  /** Which operations resources may be made by. */
  readonly isBuilt: IsBuilt;
  /** The address that clients reach. */
  readonly address: () => Promise<string>;
}

/** Stacks: resources of other services, made, changed and taken away together by a template. */
export function createCloudFormationService({ isBuilt, address }: CloudFormationParts): Service {
  const types = resourceTypes(everyType, isBuilt);
  return {
    id: 'cloudformation',
    principal: 'cloudformation.amazonaws.com',
    operations: [
      createStack(types),
      updateStack(types),
      deleteStack,
      describeStacks,
      listStacks,
      describeStackEvents,
      describeStackResource,
      describeStackResources,
      listStackResources,
      getTemplate,
      getTemplateSummary(types),
      validateTemplate,
      createChangeSet(types),
      describeChangeSet,
      listChangeSets,
      deleteChangeSet,
      executeChangeSet,
      listExports,
      listImports,
      getStackPolicy,
      setStackPolicy,
      updateTerminationProtection,
      cancelUpdateStack,
      continueUpdateRollback,
      signalResource,
      describeType(types),
      listTypes(types),
    ],
    notImplemented,
    collections,
    jobs: [createAdvance({ types, address }), forgetJob],
    denialCode: { code: 'AccessDenied', status: 403 },
    validationCode: 'ValidationError',
    unrecordedMembers: new Set(['ParameterValue', 'TemplateBody']),
  };
}
