import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { ActingOperationOf } from '../../../src/contract/operation.ts';
import type { ResourceKind } from '../../../src/contract/resource.ts';
import type { Service } from '../../../src/contract/service.ts';
import { parseArn } from '../../../src/core/arn.ts';
import { ServiceError } from '../../../src/core/errors.ts';
import { loadModel } from '../../../src/model/load.ts';

/** What a rotation function is told. */
export interface Step {
  readonly Step: string;
  readonly SecretId: string;
  readonly ClientRequestToken: string;
}

interface TestFunction {
  readonly policy: string | undefined;
  readonly run: (step: Step) => Promise<void>;
}

const INVOKE = 'Invoke';

/** Stands for Lambda where a test wants functions of its own: they run in the test. */
export class TestFunctions {
  readonly #functions = new Map<string, TestFunction>();
  /** Every step that was asked for, in order. */
  readonly steps: Step[] = [];
  readonly service: Service;

  constructor() {
    const kind = this.#kind();
    const invoke: ActingOperationOf<LambdaOperations, 'Invoke', TestFunction, boolean> = {
      name: INVOKE,
      access: 'write',
      authorize: async (input, context) => {
        const resource = await context.resolve(kind, input.FunctionName);
        return [{ action: 'lambda:InvokeFunction', resource }];
      },
      prepare: async (input, context) => {
        const { resolved } = await context.resolve(kind, input.FunctionName);
        if (resolved.document === undefined) throw new Error('a missing function was authorized');
        return resolved.document;
      },
      act: async (input, prepared) => {
        const step: Step = JSON.parse(Buffer.from(input.Payload ?? []).toString());
        this.steps.push(step);
        return prepared.run(step).then(
          () => true,
          () => false,
        );
      },
      handle: async (_input, _context, succeeded) =>
        succeeded ? { StatusCode: 200 } : { StatusCode: 200, FunctionError: 'Unhandled' },
    };
    this.service = {
      id: 'lambda',
      principal: 'lambda.amazonaws.com',
      operations: [invoke],
      notImplemented: new Map(
        [...loadModel('lambda').operations.keys()]
          .filter((name) => name !== INVOKE)
          .map((name) => [name, 'tests have functions of their own']),
      ),
      collections: [],
      jobs: [],
      functionUrls: {
        find: async () => undefined,
        operation: invoke,
        preflight: () => undefined,
        input: () => ({}),
        answer: () => ({ status: 403, headers: [], body: Buffer.alloc(0) }),
        headers: () => [],
      },
    };
  }

  /** Makes a function that Secrets Manager may invoke for the account's secrets, or nobody. */
  make(
    account: string,
    name: string,
    run: TestFunction['run'],
    access: 'secrets' | 'nobody' = 'secrets',
  ): string {
    const arn = `arn:aws:lambda:us-east-1:${account}:function:${name}`;
    this.#functions.set(arn, { policy: access === 'nobody' ? undefined : allows(account), run });
    return arn;
  }

  #kind(): ResourceKind<TestFunction> {
    return {
      name: 'lambda:function',
      policyMode: 'optional',
      find: async (arn, { scope }) => ({
        arn,
        scope: { ...scope, account: parseArn(arn)?.account ?? '' },
        id: arn,
        document: this.#functions.get(arn),
        missing: new ServiceError('ResourceNotFoundException', `Function not found: ${arn}`),
      }),
      policy: ({ document }) => document?.policy,
    };
  }
}

function allows(account: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'secretsmanager.amazonaws.com' },
        Action: 'lambda:InvokeFunction',
        Resource: '*',
        Condition: { StringEquals: { 'AWS:SourceAccount': account } },
      },
    ],
  });
}

/** A rotation function as AWS's template has it: each step may be done twice. */
export function rotates(client: SecretsManagerClient, newValue: (step: Step) => string) {
  return async (step: Step): Promise<void> => {
    const { SecretId, ClientRequestToken: VersionId } = step;
    const described = await client.send(new DescribeSecretCommand({ SecretId }));
    if (described.RotationEnabled !== true) throw new Error('rotation is not enabled');
    const stages = described.VersionIdsToStages?.[VersionId] ?? [];
    if (stages.includes('AWSCURRENT')) return;
    if (!stages.includes('AWSPENDING')) throw new Error('the version is not pending');
    const pending = { SecretId, VersionId, VersionStage: 'AWSPENDING' };
    if (step.Step === 'createSecret') {
      const made = await client.send(new GetSecretValueCommand(pending)).catch(() => undefined);
      if (made !== undefined) return;
      await client.send(
        new PutSecretValueCommand({
          SecretId,
          ClientRequestToken: VersionId,
          SecretString: newValue(step),
          VersionStages: ['AWSPENDING'],
        }),
      );
    } else if (step.Step !== 'finishSecret') {
      await client.send(new GetSecretValueCommand(pending));
    } else {
      const ids = Object.entries(described.VersionIdsToStages ?? {});
      const RemoveFromVersionId = ids.find(([, labels]) => labels.includes('AWSCURRENT'))?.[0];
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId,
          VersionStage: 'AWSCURRENT',
          MoveToVersionId: VersionId,
          RemoveFromVersionId,
        }),
      );
    }
  };
}
