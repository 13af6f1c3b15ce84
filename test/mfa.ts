import {
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { totpCode, totpStep } from '../src/crypto/totp.ts';

export interface TestDevice {
  readonly serial: string;
  readonly seed: string;
  /** The code that comes up next: those of now and before went into enabling it. */
  readonly nextCode: () => string;
}

/** A virtual MFA device, enabled when a user is named. */
export async function newDevice(
  iam: IAMClient,
  VirtualMFADeviceName: string,
  UserName?: string,
): Promise<TestDevice> {
  const { VirtualMFADevice: made } = await iam.send(
    new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName }),
  );
  const SerialNumber = made?.SerialNumber ?? '';
  const seed = Buffer.from(made?.Base32StringSeed ?? []).toString();
  const step = totpStep(Date.now());
  if (UserName !== undefined) {
    await iam.send(
      new EnableMFADeviceCommand({
        UserName,
        SerialNumber,
        AuthenticationCode1: totpCode(seed, step - 1),
        AuthenticationCode2: totpCode(seed, step),
      }),
    );
  }
  return { serial: SerialNumber, seed, nextCode: () => totpCode(seed, step + 1) };
}
