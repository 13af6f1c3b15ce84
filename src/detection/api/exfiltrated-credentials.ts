import { isIP } from 'node:net';
import type { ApiCall } from '../api-call.ts';
import type { ApiDetector } from '../detector.ts';
import { type Draft, nameOf, ofCall, SEVERITY } from '../draft.ts';
import type { World } from '../world.ts';

const INSTANCE = 'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration';
const INSTANCE_SESSION = /^i-[0-9a-f]{8,17}$/;
/** After this many uses from one address it is what one does: a proxy, or a gateway of one's own. */
export const LEARNED_AFTER = 20;

/** Credentials that a machine was given are used by another one. */
export const exfiltratedCredentials: ApiDetector = {
  types: [`${INSTANCE}.OutsideAWS`, `${INSTANCE}.InsideAWS`],
  detect: (call, world) => {
    const given = givenTo(call);
    if (given === undefined || isIP(call.ip) === 0) return [];
    if ((world.actor.remotes[call.ip] ?? 0) >= LEARNED_AFTER) return [];
    const owner = world.hosts.ownerOf(call.ip);
    if (owner === call.account) return [];
    return owner === undefined ? [outside(call, given)] : inside(call, given, owner, world);
  },
};

/** `instance i-…`, for whose session the credentials were made. */
function givenTo({ actor: { type, sessionName = '' } }: ApiCall): string | undefined {
  return type === 'AssumedRole' && INSTANCE_SESSION.test(sessionName)
    ? `instance ${sessionName}`
    : undefined;
}

function outside(call: ApiCall, says: string): Draft {
  return ofCall(call, {
    type: `${INSTANCE}.OutsideAWS`,
    severity: SEVERITY.high,
    title: `Credentials for ${says} were used from an external IP address.`,
    description:
      `Credentials that were created for ${says} through role ${call.actor.userName} have been ` +
      `used by ${nameOf(call)} from external IP address ${call.ip}.`,
    key: `${call.actor.principalId}/${call.ip}`,
  });
}

function inside(call: ApiCall, says: string, owner: string, { hosts }: World): readonly Draft[] {
  const affiliated = hosts.isAffiliated(owner);
  return [
    ofCall(call, {
      type: `${INSTANCE}.InsideAWS`,
      severity: affiliated ? SEVERITY.medium : SEVERITY.high,
      title: `Credentials for ${says} were used from another AWS account.`,
      description:
        `Credentials that were created for ${says} through role ${call.actor.userName} have been ` +
        `used from IP address ${call.ip} of account ${owner}.`,
      key: `${call.actor.principalId}/${owner}`,
      remote: { account: owner, affiliated },
    }),
  ];
}
