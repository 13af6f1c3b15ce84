import { listedTagConditions } from '../../core/tags.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { newTotpSeed } from '../../crypto/totp.ts';
import { deleteConflict, quotaExceeded } from './errors.ts';
import { MFA_DEVICES_PER_ACCOUNT, MFA_DEVICES_PER_USER } from './limits.ts';
import { countUpTo, listWanted } from './listing.ts';
import { devicesOf, synchronized } from './mfa-codes.ts';
import { onAccount, onResource } from './operation.ts';
import { pageOf, pageOfList } from './pages.ts';
import { userKind } from './resources.ts';
import { shownUser } from './shown.ts';
import { accountScope, type MfaDevice, mfaDevices, type User, users } from './state.ts';
import { tagOperations } from './tag-operations.ts';
import { shownTags, withTags } from './tags.ts';
import { ownOr } from './users.ts';

function serialOf(account: string, path: string, name: string): string {
  return `arn:aws:iam::${account}:mfa${path}${name}`;
}

function noSuchDevice(serial: string): ServiceError {
  const text = `VirtualMFADevice with serial number ${serial} doesn't exist.`;
  return new ServiceError('NoSuchEntity', text, { status: 404 });
}

function notOfUser(): ServiceError {
  return new ServiceError('NoSuchEntity', 'MFA Device invalid for user.', { status: 404 });
}

function wrongCodes(): ServiceError {
  const text = 'Authentication code for device is not valid.';
  return new ServiceError('InvalidAuthenticationCode', text, { status: 403 });
}

const deviceKind: ResourceKind<MfaDevice> = {
  name: 'iam:mfa',
  policyMode: 'none',
  find: async (serial, { unit, scope: { account } }) => {
    const scope = accountScope(account);
    const document = await unit.view(scope).get(mfaDevices, serial);
    return { arn: serial, scope, id: serial, document, missing: noSuchDevice(serial) };
  },
  tags: ({ document }) => document?.tags ?? {},
};

const ofDevice = {
  kind: deviceKind,
  of: (input: { readonly SerialNumber: string }) => input.SerialNumber,
};
const ofUser = { kind: userKind, of: (input: { readonly UserName: string }) => input.UserName };

async function ownDevice(view: View, user: User, serial: string): Promise<MfaDevice> {
  const device = await view.get(mfaDevices, serial);
  if (device === undefined || device.userId !== user.id) throw notOfUser();
  return device;
}

async function shownVirtual(view: View, device: MfaDevice) {
  const owner = device.userName === undefined ? undefined : await view.get(users, device.userName);
  return {
    SerialNumber: device.serial,
    ...(owner?.id === device.userId && owner !== undefined ? { User: shownUser(owner) } : {}),
    ...(device.enabled === undefined ? {} : { EnableDate: new Date(device.enabled) }),
  };
}

const virtualDeviceOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'CreateVirtualMFADevice',
    access: 'write',
    arn: (input, account) => serialOf(account, input.Path ?? '/', input.VirtualMFADeviceName),
    conditions: ({ Tags }) => listedTagConditions(Tags),
    handle: async (input, view, context) => {
      const { account } = context.call.scope;
      const serial = serialOf(account, input.Path ?? '/', input.VirtualMFADeviceName);
      if ((await view.get(mfaDevices, serial)) !== undefined) {
        const text = 'MFADevice entity at the same path and name already exists.';
        throw new ServiceError('EntityAlreadyExists', text, { status: 409 });
      }
      const most = MFA_DEVICES_PER_ACCOUNT;
      if ((await countUpTo(view, mfaDevices, most)) >= most) {
        throw quotaExceeded('MFADevicesPerAccount', most);
      }
      const device: MfaDevice = {
        arn: serial,
        serial,
        seed: await context.once(newTotpSeed),
        created: context.call.now,
        lastStep: 0,
        drift: 0,
        tags: withTags({}, input.Tags),
      };
      view.put(mfaDevices, serial, device);
      return {
        VirtualMFADevice: {
          SerialNumber: serial,
          Base32StringSeed: Buffer.from(device.seed, 'ascii'),
          Tags: shownTags(device.tags),
        },
      };
    },
  }),
  onResource({
    name: 'DeleteVirtualMFADevice',
    access: 'write',
    ...ofDevice,
    handle: async (_input, { document, id, view }) => {
      if (document.userId !== undefined) {
        throw deleteConflict('MFA VirtualDevice in use. Must deactivate first.');
      }
      view.delete(mfaDevices, id);
      return {};
    },
  }),
  onAccount({
    name: 'ListVirtualMFADevices',
    access: 'read',
    handle: async (input, view, { call }) => {
      const { AssignmentStatus: status = 'Any' } = input;
      const page = pageOf(call, input, status);
      const listed = await listWanted(view, mfaDevices, page, ({ userId }) => {
        return status === 'Any' || (userId !== undefined) === (status === 'Assigned');
      });
      const shown = listed.items.map((device) => shownVirtual(view, device));
      return { VirtualMFADevices: await Promise.all(shown), ...listed.answer };
    },
  }),
];

const userDeviceOperations: readonly AnyOperation[] = [
  onResource({
    name: 'EnableMFADevice',
    access: 'write',
    ...ofUser,
    handle: async (input, { document: user, id, view }, { call }) => {
      const device = await view.get(mfaDevices, input.SerialNumber);
      if (device === undefined) throw noSuchDevice(input.SerialNumber);
      if (device.userId !== undefined) {
        const text = 'MFA Device is already in use.';
        throw new ServiceError('EntityAlreadyExists', text, { status: 409 });
      }
      if ((await devicesOf(view, user)).length >= MFA_DEVICES_PER_USER) {
        throw quotaExceeded('MFADevicesPerUser', MFA_DEVICES_PER_USER);
      }
      const codes = [input.AuthenticationCode1, input.AuthenticationCode2] as const;
      const inStep = synchronized(device, codes, call.realNow);
      if (inStep === undefined) throw wrongCodes();
      const enabled = { userId: user.id, userName: id, enabled: call.now };
      view.put(mfaDevices, device.serial, { ...device, ...inStep, ...enabled });
      return {};
    },
  }),
  onResource({
    name: 'ResyncMFADevice',
    access: 'write',
    ...ofUser,
    handle: async (input, { document: user, view }, { call }) => {
      const device = await ownDevice(view, user, input.SerialNumber);
      const codes = [input.AuthenticationCode1, input.AuthenticationCode2] as const;
      const inStep = synchronized(device, codes, call.realNow);
      if (inStep === undefined) throw wrongCodes();
      view.put(mfaDevices, device.serial, { ...device, ...inStep });
      return {};
    },
  }),
  onResource({
    name: 'DeactivateMFADevice',
    access: 'write',
    kind: userKind,
    of: ownOr,
    handle: async (input, { document: user, view }) => {
      const device = await ownDevice(view, user, input.SerialNumber);
      const { userId: _id, userName: _name, enabled: _since, ...rest } = device;
      view.put(mfaDevices, device.serial, rest);
      return {};
    },
  }),
  onResource({
    name: 'ListMFADevices',
    access: 'read',
    kind: userKind,
    of: ownOr,
    handle: async (input, { document: user, view }, { call }) => {
      const page = pageOfList(await devicesOf(view, user), pageOf(call, input, user.id));
      const MFADevices = page.items.map((device) => ({
        UserName: user.name,
        SerialNumber: device.serial,
        EnableDate: new Date(device.enabled ?? device.created),
      }));
      return { MFADevices, ...page.answer };
    },
  }),
  onResource({
    name: 'GetMFADevice',
    access: 'read',
    kind: userKind,
    of: ownOr,
    handle: async ({ SerialNumber }, { document: user, view }) => {
      const device = await ownDevice(view, user, SerialNumber);
      return {
        UserName: user.name,
        SerialNumber,
        EnableDate: new Date(device.enabled ?? device.created),
      };
    },
  }),
];

/** Virtual MFA devices: seeds of one-time passwords, and whose they are. */
export const mfaOperations: readonly AnyOperation[] = [
  ...virtualDeviceOperations,
  ...userDeviceOperations,
  ...tagOperations({
    noun: 'MFADevice',
    member: 'SerialNumber',
    kind: deviceKind,
    collection: mfaDevices,
  }),
];
