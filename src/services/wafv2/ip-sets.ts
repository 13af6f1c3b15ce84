import type { Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { makingPermissions } from './authorization.ts';
import { acceptedAddresses } from './domain/addresses.ts';
import { BAD_FORMAT, invalidParameter, limitsExceeded } from './errors.ts';
import { addItem, assertCurrent, changeItem, listItems, newItem, onItem } from './items.ts';
import { assertUnused } from './references.ts';
import { ipSetKind } from './resources.ts';
import { LIMITS } from './quotas.ts';
import { ipSets, type IpSetDocument } from './state.ts';
import { itemKey } from './arns.ts';

export const createIpSet: OperationOf<Wafv2Operations, 'CreateIPSet'> = {
  name: 'CreateIPSet',
  access: 'write',
  authorize: async (input, context) => makingPermissions('CreateIPSet', 'ipset', input, context),
  handle: async (input, context) => {
    const addresses = addressesOf(input.Addresses, input.IPAddressVersion);
    const made: IpSetDocument = {
      ...(await newItem(context, input)),
      version: input.IPAddressVersion,
      addresses,
    };
    return addItem(context, ipSetKind, made, LIMITS.ipSets);
  },
};

export const getIpSet = onItem({
  name: 'GetIPSet',
  access: 'read',
  kind: ipSetKind,
  handle: async (_input, { arn, document }) => ({
    IPSet: {
      Name: document.name,
      Id: document.id,
      ARN: arn,
      Description: document.description ?? '',
      IPAddressVersion: document.version,
      Addresses: document.addresses,
    },
    LockToken: document.lockToken,
  }),
});

export const updateIpSet = onItem({
  name: 'UpdateIPSet',
  access: 'write',
  kind: ipSetKind,
  handle: async (input, target, context) => {
    assertCurrent(target.document, input.LockToken);
    const { description: _before, ...rest } = target.document;
    const NextLockToken = await changeItem(context, ipSetKind, target, {
      ...rest,
      ...(input.Description === undefined ? {} : { description: input.Description }),
      addresses: addressesOf(input.Addresses, rest.version),
    });
    return { NextLockToken };
  },
});

export const deleteIpSet = onItem({
  name: 'DeleteIPSet',
  access: 'write',
  kind: ipSetKind,
  handle: async (input, { arn, document, view }) => {
    assertCurrent(document, input.LockToken);
    await assertUnused(view, arn);
    view.delete(ipSets, itemKey(document));
    return {};
  },
});

export const listIpSets: OperationOf<Wafv2Operations, 'ListIPSets'> = {
  name: 'ListIPSets',
  access: 'read',
  authorize: async () => [{ action: 'wafv2:ListIPSets', resource: '*' }],
  handle: async (input, context) => {
    const { summaries: IPSets, next } = await listItems(context, ipSetKind, input);
    return { IPSets, ...next };
  },
};

function addressesOf(
  given: readonly string[],
  version: IpSetDocument['version'],
): readonly string[] {
  if (given.length > LIMITS.addressesPerIpSet) throw limitsExceeded('IP_SET_ADDRESSES');
  return acceptedAddresses(given, version, (address) => {
    throw invalidParameter(BAD_FORMAT, 'IP_ADDRESS', address);
  });
}
