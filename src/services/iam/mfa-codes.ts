import type { Unit, View } from '../../contract/view.ts';
import { stepOfCode, totpCode, totpStep } from '../../crypto/totp.ts';
import type { MfaProof } from './port.ts';
import { accountScope, mfaDevices, type MfaDevice, type User, users } from './state.ts';

/** How far a device's clock may be off: codes of so many steps before and after are taken. */
const WINDOW = 1;
/** While it is enabled or brought back into step, a device may be off by an hour. */
const WIDE_WINDOW = 120;

/**
 * Brings a device into step by two codes that follow each other.
 * Undefined: they are not its codes.
 */
export function synchronized(
  device: MfaDevice,
  codes: readonly [string, string],
  realNow: number,
): Pick<MfaDevice, 'drift' | 'lastStep'> | undefined {
  const now = totpStep(realNow);
  const from = Math.max(now - WIDE_WINDOW, device.lastStep + 1);
  for (let first = from; first <= now + WIDE_WINDOW; first += 1) {
    if (totpCode(device.seed, first) !== codes[0]) continue;
    if (totpCode(device.seed, first + 1) !== codes[1]) continue;
    // Someone may type two codes right after the second came up, or a while later.
    const drift = Math.abs(first + 1 - now) <= WINDOW ? 0 : first + 1 - now;
    return { drift, lastStep: first + 1 };
  }
  return undefined;
}

/** The code's proof, if the device is the user's own and the code is new. */
export async function proveMfa(
  unit: Unit,
  account: string,
  userName: string | undefined,
  given: { readonly serial: string; readonly code: string; readonly realNow: number },
): Promise<MfaProof> {
  const view = unit.view(accountScope(account));
  const device = await deviceOf(view, userName, given.serial);
  if (device === undefined) return { outcome: 'unknownDevice' };
  const now = totpStep(given.realNow) + device.drift;
  const first = Math.max(now - WINDOW, device.lastStep + 1);
  const step = stepOfCode(device.seed, given.code, first, now + WINDOW);
  if (step === undefined) return { outcome: 'wrongCode' };
  return {
    outcome: 'proven',
    spend: () => view.put(mfaDevices, device.serial, { ...device, lastStep: step }),
  };
}

/** A user's enabled devices: never more than a few. */
export async function devicesOf(view: View, user: User): Promise<readonly MfaDevice[]> {
  const query = { index: 'user', prefix: user.id, limit: 100 };
  return (await view.list(mfaDevices, query)).items.map(({ document }) => document);
}

async function deviceOf(
  view: View,
  userName: string | undefined,
  serial: string,
): Promise<MfaDevice | undefined> {
  if (userName === undefined) return undefined;
  const user = await view.get(users, userName.toLowerCase());
  const device = await view.get(mfaDevices, serial);
  return user !== undefined && device?.userId === user.id ? device : undefined;
}
