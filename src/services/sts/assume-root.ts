import type { StsOperations } from '../../../models/sts/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { AssumableRoot, SessionDirectory } from '../iam/port.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import { newCredentials, recordedCredentials, type SessionMaker } from './credentials.ts';
import { accessDenied, validationError } from './errors.ts';

const SECONDS_MAX = 900;
const ROOT_TASK = 'arn:aws:iam::aws:policy/root-task/';

export interface AssumeRootParts {
  readonly directory: SessionDirectory;
  readonly sessions: SessionMaker;
  readonly roots: ResourceKind<AssumableRoot>;
}

/** A member account's root for one task, which the task's policy holds it to. */
export function createAssumeRoot({
  directory,
  sessions,
  roots,
}: AssumeRootParts): OperationOf<StsOperations, 'AssumeRoot'> {
  return {
    name: 'AssumeRoot',
    access: 'read',
    authorize: async ({ TargetPrincipal, TaskPolicyArn }, context) => {
      const resource = await context.resolve(roots, TargetPrincipal);
      const conditions = new Map([['sts:taskpolicyarn', [TaskPolicyArn.arn ?? '']]]);
      return [{ action: 'sts:AssumeRoot', resource, conditions }];
    },
    handle: async (input, context) => {
      const { caller } = context.call;
      if (caller.identity.type === 'Root') {
        throw accessDenied('Root users may not call AssumeRoot.');
      }
      const { document: root } = (await context.resolve(roots, input.TargetPrincipal)).resolved;
      if (root === undefined) throw new Error('a root that nobody may take was assumed');
      const task = input.TaskPolicyArn.arn ?? '';
      const { account } = root;
      const isKnown = await directory.policyExists(context.unit, account, task);
      if (!task.startsWith(ROOT_TASK) || !isKnown) {
        throw validationError(`The policy ${task} is not a root task policy.`);
      }
      const { DurationSeconds: seconds = SECONDS_MAX } = input;
      const sourceIdentity = caller.session?.sourceIdentity;
      const source = sourceIdentity === undefined ? {} : { sourceIdentity };
      const Credentials = await newCredentials(
        context,
        sessions,
        {
          account,
          subject: { type: 'root' },
          policies: [],
          policyArns: [task],
          tags: {},
          transitiveTagKeys: [],
          ...source,
        },
        seconds,
      );
      context.audit.response({ credentials: recordedCredentials(Credentials), ...source });
      return {
        Credentials,
        ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
      };
    },
  };
}
