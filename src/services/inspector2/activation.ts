import type {
  Account,
  BatchGetAccountStatusRequest,
  FailedAccount,
  ResourceScanType,
  Status,
} from '../../../models/inspector2/types.ts';
import type { Operation } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { linkRole, type PrincipalDirectory } from '../iam/port.ts';
import { uncover } from './coverage.ts';
import { invalid, unbuilt } from './errors.ts';
import { closeAll, keeperOf } from './finding-keeping.ts';
import { onAccount } from './operation.ts';
import { PRINCIPAL, roleArn } from './resources.ts';
import { orderScan } from './scan-order.ts';
import type { ScanParts } from './scan-job.ts';
import { activations, coverages, ONLY } from './state.ts';
import { orderTick } from './tick.ts';

export interface ActivationParts extends ScanParts {
  readonly principals: PrincipalDirectory;
}

const UNBUILT: Readonly<Record<Exclude<ResourceScanType, 'LAMBDA'>, string>> = {
  EC2: 'instances: no machine runs that could be looked into, and no network path leads to one',
  ECR: 'images: what is in their layers is not read',
  LAMBDA_CODE: 'the code of functions itself',
  CODE_REPOSITORY: 'repositories of code',
};

/** Has an account's functions in a Region scanned from now on. */
async function activate(
  unit: Unit,
  { inventory, database }: ScanParts,
  scope: Scope,
  now: Instant,
): Promise<void> {
  const view = unit.view(scope);
  if ((await view.get(activations, ONLY)) !== undefined) return;
  view.put(activations, ONLY, { lambdaSince: now, database: database?.digest ?? '' });
  for (const name of await inventory.namesIn(unit, scope)) orderScan(unit, scope, name, now);
  orderTick(unit, scope, now);
}

/** Ends it: what was found is closed, and goes after a day. */
async function deactivate(unit: Unit, scope: Scope, now: Instant): Promise<void> {
  const view = unit.view(scope);
  view.delete(activations, ONLY);
  const keeper = await keeperOf(unit, scope, now);
  for (const coverage of await everyOf(view, coverages)) {
    await uncover({ unit, scope, now }, coverage);
    await closeAll(keeper, coverage.arn, 'off');
  }
}

function shown(accountId: string, lambda: Status): Account {
  const rest = 'DISABLED';
  return {
    accountId,
    status: lambda,
    resourceStatus: {
      ec2: rest,
      ecr: rest,
      lambda,
      lambdaCode: rest,
      codeRepository: rest,
    },
  };
}

/** Of the accounts that a request names: whether the caller's is among them, and those that are not the caller's to decide on. */
function chosen(
  { account }: Scope,
  ids: readonly string[] | undefined,
): { readonly isOwn: boolean; readonly failedAccounts: readonly FailedAccount[] } {
  const wanted = ids === undefined || ids.length === 0 ? [account] : [...new Set(ids)];
  return {
    isOwn: wanted.includes(account),
    failedAccounts: wanted
      .filter((id) => id !== account)
      .map((accountId) => ({
        accountId,
        errorCode: 'ACCESS_DENIED',
        errorMessage: 'The account is not a member of the calling account.',
      })),
  };
}

function enable(parts: ActivationParts): AnyOperation {
  return onAccount({
    name: 'Enable',
    access: 'write',
    handle: async ({ accountIds, resourceTypes }, _view, context) => {
      for (const type of resourceTypes) {
        if (type !== 'LAMBDA') throw unbuilt('Enable', UNBUILT[type]);
      }
      if (resourceTypes.length === 0)
        throw invalid('A resource type is required.', 'resourceTypes');
      if (parts.database === undefined) {
        throw unbuilt(
          'Enable',
          'a server without advisories: give it --vulnerability-database FILE',
        );
      }
      const { unit, call } = context;
      const { isOwn, failedAccounts } = chosen(call.scope, accountIds);
      if (!isOwn) return { accounts: [], failedAccounts };
      const role = { arn: roleArn(call.scope), service: PRINCIPAL, via: 'inspector2' };
      await linkRole(context, parts.principals, role);
      await activate(unit, parts, call.scope, call.now);
      return { accounts: [shown(call.scope.account, 'ENABLED')], failedAccounts };
    },
  });
}

const disable = onAccount({
  name: 'Disable',
  access: 'write',
  handle: async ({ accountIds, resourceTypes }, view, { unit, call }) => {
    const { isOwn, failedAccounts } = chosen(call.scope, accountIds);
    if (!isOwn) return { accounts: [], failedAccounts };
    const isMeant =
      resourceTypes === undefined || resourceTypes.length === 0 || resourceTypes.includes('LAMBDA');
    if (isMeant) await deactivate(unit, call.scope, call.now);
    const isOn = (await view.get(activations, ONLY)) !== undefined;
    const status = isOn ? 'ENABLED' : 'DISABLED';
    return { accounts: [shown(call.scope.account, status)], failedAccounts };
  },
});

/** The model requires an error of every state; AWS leaves it out where there is none. */
const batchGetAccountStatus: Operation<BatchGetAccountStatusRequest, object> = {
  name: 'BatchGetAccountStatus',
  access: 'read',
  authorize: async () => [{ action: 'inspector2:BatchGetAccountStatus', resource: '*' }],
  handle: async ({ accountIds }, { unit, call }) => {
    const { isOwn, failedAccounts } = chosen(call.scope, accountIds);
    if (!isOwn) return { accounts: [], failedAccounts };
    const isOn = (await unit.view(call.scope).get(activations, ONLY)) !== undefined;
    const lambda = { status: isOn ? 'ENABLED' : 'DISABLED' };
    const off = { status: 'DISABLED' };
    const resourceState = { ec2: off, ecr: off, lambda, lambdaCode: off, codeRepository: off };
    const accounts = [{ accountId: call.scope.account, state: lambda, resourceState }];
    return { accounts, failedAccounts };
  },
};

export function activationOperations(parts: ActivationParts): readonly AnyOperation[] {
  return [enable(parts), disable, batchGetAccountStatus];
}
