import type { ApiDetector } from '../detector.ts';
import { ofCall, SEVERITY } from '../draft.ts';

const LONG = 'Policy:IAMUser/RootCredentialUsage';
const SHORT = 'Policy:IAMUser/ShortTermRootCredentialUsage';

/** The root user acted: by its own credentials, or by a session that an organization's management took of it. */
export const rootUse: ApiDetector = {
  types: [LONG, SHORT],
  detect: (call) => {
    const { actor } = call;
    if (actor.type !== 'Root') return [];
    const how = actor.isAssumedRoot ? 'short-term root credentials' : 'root credentials';
    return [
      ofCall(call, {
        type: actor.isAssumedRoot ? SHORT : LONG,
        severity: SEVERITY.low,
        title: `API ${call.name} was invoked using ${how}.`,
        description:
          `API ${call.name} was invoked using ${how} of account ${actor.account} from IP address ` +
          `${call.ip}. What needs no root credentials should be done without them.`,
      }),
    ];
  },
};
