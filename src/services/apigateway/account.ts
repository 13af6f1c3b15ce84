import { createHmac, randomBytes } from 'node:crypto';
import type { Account } from '../../../models/apigateway/types.ts';
import type { Context } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { on } from './authorization.ts';
import { text } from './domain/patch.ts';
import { badRequest } from './errors.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { applied, patchedTo } from './patches.ts';
import { passing } from './roles.ts';
import { ACCOUNT_ID, type AccountDocument, accounts } from './state.ts';

/** What an account may ask in each Region. */
export const ACCOUNT_RATE = 10_000;
export const ACCOUNT_BURST = 5_000;

function shown({ cloudwatchRoleArn }: Pick<AccountDocument, 'cloudwatchRoleArn'>): Account {
  return {
    throttleSettings: { burstLimit: ACCOUNT_BURST, rateLimit: ACCOUNT_RATE },
    features: ['UsagePlans'],
    apiKeyVersion: '4',
    ...(cloudwatchRoleArn === undefined ? {} : { cloudwatchRoleArn }),
  };
}

type KeyContext = Pick<Context, 'view' | 'once'>;

/** What the account has here; made with its first use. */
export async function accountOf(context: KeyContext): Promise<AccountDocument> {
  // Drawn in every run: what is kept goes by the order of calls, and another run may find the account made.
  const digestKey = await context.once(() => randomBytes(32).toString('base64'));
  const { view } = context;
  const known = await view.get(accounts, ACCOUNT_ID);
  if (known !== undefined) return known;
  const made = { digestKey };
  view.put(accounts, ACCOUNT_ID, made);
  return made;
}

/** What an API key is found by: nobody can tell its value from it. */
export function digestOf({ digestKey }: AccountDocument, value: string): string {
  return createHmac('sha256', Buffer.from(digestKey, 'base64')).update(value).digest('hex');
}

export const getAccount: ApiGatewayOperation<'GetAccount'> = {
  name: 'GetAccount',
  access: 'read',
  authorize: on('GET', () => '/account'),
  handle: async (_input, { view }) => shown((await view.get(accounts, ACCOUNT_ID)) ?? {}),
};

const RULES = [text('/cloudwatchRoleArn', { removable: true })];

export const updateAccount: ApiGatewayOperation<'UpdateAccount'> = {
  name: 'UpdateAccount',
  access: 'write',
  authorize: async (input, context) => [
    ...(await on('PATCH', () => '/account')(input, context)),
    ...patchedTo(input.patchOperations, '/cloudwatchRoleArn').flatMap((role) =>
      passing(context.call.scope, role),
    ),
  ],
  handle: async ({ patchOperations }, context) => {
    const before = await accountOf(context);
    const account = applied(before, patchOperations, RULES);
    const { cloudwatchRoleArn: arn } = account;
    if (arn !== undefined && arn !== '' && parseArn(arn)?.service !== 'iam') {
      throw badRequest(
        `The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy.`,
      );
    }
    context.view.put(accounts, ACCOUNT_ID, account);
    return shown(account);
  },
};
