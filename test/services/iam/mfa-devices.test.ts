import {
  CreateVirtualMFADeviceCommand,
  CreateUserCommand,
  DeactivateMFADeviceCommand,
  DeleteUserCommand,
  DeleteVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  GetMFADeviceCommand,
  IAMClient,
  ListMFADevicesCommand,
  ListMFADeviceTagsCommand,
  ListVirtualMFADevicesCommand,
  ResyncMFADeviceCommand,
  TagMFADeviceCommand,
  UpdateUserCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { totpCode, totpStep } from '../../../src/crypto/totp.ts';
import { newDevice } from '../../mfa.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function withUser(account: string, UserName = 'ann'): Promise<IAMClient> {
  const iam = new IAMClient(server.client(account));
  await iam.send(new CreateUserCommand({ UserName }));
  return iam;
}

test('CreateVirtualMFADevice: gives a seed once, and a device nobody has', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const { VirtualMFADevice } = await iam.send(
    new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone', Path: '/team/' }),
  );
  const SerialNumber = `arn:aws:iam::${account}:mfa/team/phone`;
  expect(VirtualMFADevice?.SerialNumber).toBe(SerialNumber);
  const seed = Buffer.from(VirtualMFADevice?.Base32StringSeed ?? []).toString();
  expect(seed).toMatch(/^[A-Z2-7]{64}$/);
  await expect(
    iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'phone', Path: '/team/' })),
  ).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    message: 'MFADevice entity at the same path and name already exists.',
  });
  const listed = await iam.send(new ListVirtualMFADevicesCommand({}));
  expect(listed.VirtualMFADevices).toEqual([{ SerialNumber }]);
  await iam.send(new TagMFADeviceCommand({ SerialNumber, Tags: [{ Key: 'a', Value: '1' }] }));
  const tags = await iam.send(new ListMFADeviceTagsCommand({ SerialNumber }));
  expect(tags.Tags).toEqual([{ Key: 'a', Value: '1' }]);
  await iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber }));
  expect((await iam.send(new ListVirtualMFADevicesCommand({}))).VirtualMFADevices).toEqual([]);
});

test('EnableMFADevice: needs two codes that follow each other', async () => {
  const account = freshAccount();
  const iam = await withUser(account);
  const { serial: SerialNumber, seed } = await newDevice(iam, 'phone');
  const step = totpStep(Date.now());
  const enable = (first: number, second: number) =>
    iam.send(
      new EnableMFADeviceCommand({
        UserName: 'ann',
        SerialNumber,
        AuthenticationCode1: totpCode(seed, first),
        AuthenticationCode2: totpCode(seed, second),
      }),
    );
  const invalid = {
    name: 'InvalidAuthenticationCodeException',
    message: 'Authentication code for device is not valid.',
  };
  await expect(enable(step, step - 1)).rejects.toMatchObject(invalid);
  await expect(enable(step - 2_000, step - 1_999)).rejects.toMatchObject(invalid);
  await enable(step - 1, step);
  await expect(enable(step - 1, step)).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
  });
  const listed = await iam.send(new ListMFADevicesCommand({ UserName: 'ann' }));
  const enabled = { UserName: 'ann', SerialNumber, EnableDate: expect.any(Date) };
  expect(listed.MFADevices).toEqual([enabled]);
  const got = await iam.send(new GetMFADeviceCommand({ UserName: 'ann', SerialNumber }));
  expect(got).toMatchObject(enabled);
  await iam.send(new UpdateUserCommand({ UserName: 'ann', NewUserName: 'anna' }));
  const assigned = await iam.send(
    new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Assigned' }),
  );
  expect(assigned.VirtualMFADevices).toMatchObject([{ SerialNumber, User: { UserName: 'anna' } }]);
  const free = await iam.send(new ListVirtualMFADevicesCommand({ AssignmentStatus: 'Unassigned' }));
  expect(free.VirtualMFADevices).toEqual([]);
});

test('ResyncMFADevice: brings a device whose clock is off back into step', async () => {
  const iam = await withUser(freshAccount());
  const { serial: SerialNumber, seed } = await newDevice(iam, 'phone', 'ann');
  const step = totpStep(Date.now());
  const resync = (UserName: string, first: number) =>
    iam.send(
      new ResyncMFADeviceCommand({
        UserName,
        SerialNumber,
        AuthenticationCode1: totpCode(seed, first),
        AuthenticationCode2: totpCode(seed, first + 1),
      }),
    );
  await resync('ann', step + 20);
  await expect(resync('ann', step + 20)).rejects.toMatchObject({
    name: 'InvalidAuthenticationCodeException',
  });
  await iam.send(new CreateUserCommand({ UserName: 'bob' }));
  await expect(resync('bob', step + 30)).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: 'MFA Device invalid for user.',
  });
});

test('DeactivateMFADevice: a device in use goes neither with its user nor before', async () => {
  const iam = await withUser(freshAccount());
  const { serial: SerialNumber } = await newDevice(iam, 'phone', 'ann');
  await expect(iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber }))).rejects.toMatchObject(
    {
      name: 'DeleteConflictException',
      message: 'MFA VirtualDevice in use. Must deactivate first.',
    },
  );
  await expect(iam.send(new DeleteUserCommand({ UserName: 'ann' }))).rejects.toMatchObject({
    name: 'DeleteConflictException',
    message: 'Cannot delete entity, must delete MFA device first.',
  });
  await iam.send(new DeactivateMFADeviceCommand({ UserName: 'ann', SerialNumber }));
  await iam.send(new DeleteVirtualMFADeviceCommand({ SerialNumber }));
  await iam.send(new DeleteUserCommand({ UserName: 'ann' }));
});
