import type { Call } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { RecencyCache } from '../../core/recency-cache.ts';
import { MINUTE_MS } from '../../core/time.ts';
import type { SessionDirectory } from '../iam/port.ts';
import { accessDenied } from './errors.ts';

interface MfaInput {
  readonly SerialNumber?: string | undefined;
  readonly TokenCode?: string | undefined;
}

/** Wrong codes that one device may see in a minute; a code has a million values. */
const FAILURES_MAX = 10;
const DEVICES_WATCHED = 10_000;

export interface MfaCheck {
  /**
   * Judges the code that came with a request; undefined when none did.
   * Errors: AccessDenied.
   */
  prove(unit: Unit, call: Call, input: MfaInput): Promise<{ spend(): void } | undefined>;
}

/** Codes of MFA devices: each is good once, and guessing is slow. */
export function createMfaCheck(directory: SessionDirectory): MfaCheck {
  const failures = new RecencyCache<{ readonly since: number; readonly count: number }>(
    DEVICES_WATCHED,
  );
  return {
    prove: async (unit, call, { SerialNumber: serial, TokenCode: code }) => {
      if (serial === undefined && code === undefined) return undefined;
      if (serial === undefined || code === undefined) {
        throw accessDenied(
          'MultiFactorAuthentication failed, must provide both MFA serial number and one time ' +
            'pass code. ',
        );
      }
      const { identity, session } = call.caller;
      const failed = failures.get(serial);
      const isRecent = failed !== undefined && call.realNow - failed.since < MINUTE_MS;
      const { since, count } = isRecent ? failed : { since: call.realNow, count: 0 };
      const userName = session === undefined ? identity.userName : undefined;
      const given = { serial, code, realNow: call.realNow };
      const proof = await directory.proveMfa(unit, identity.account, userName, given);
      if (proof.outcome === 'unknownDevice') {
        throw accessDenied(
          'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your ' +
            'MFA serial number is valid and associated with this user.',
        );
      }
      if (proof.outcome === 'proven' && count < FAILURES_MAX) return proof;
      failures.set(serial, { since, count: count + 1 });
      throw accessDenied('MultiFactorAuthentication failed with invalid MFA one time pass code. ');
    },
  };
}
