import type { ApiDetector } from '../detector.ts';
import { nameOf, ofCall, SEVERITY } from '../draft.ts';

const SYSTEMS = [
  { system: 'KaliLinux', says: 'Kali Linux', agent: /[#\s/-]kali(?![a-z])/i },
  { system: 'ParrotLinux', says: 'Parrot Security Linux', agent: /[#\s/-]parrot(?![a-z])/i },
  { system: 'PentooLinux', says: 'Pentoo Linux', agent: /[#\s/-]pentoo(?![a-z])/i },
];

/** The caller's machine runs a system made for testing the security of others. */
export const testingSystems: ApiDetector = {
  types: SYSTEMS.flatMap(({ system }) => [`PenTest:IAMUser/${system}`, `PenTest:S3/${system}`]),
  detect: (call) => {
    const found = SYSTEMS.find(({ agent }) => agent.test(call.agent));
    if (found === undefined) return [];
    const kind = call.isManagement || call.bucket === undefined ? 'IAMUser' : 'S3';
    return [
      ofCall(call, {
        type: `PenTest:${kind}/${found.system}`,
        severity: SEVERITY.medium,
        title: `API ${call.name} was invoked from a ${found.says} computer.`,
        description:
          `API ${call.name} was invoked from a remote host with IP address ${call.ip} that is ` +
          `potentially running ${found.says}, by ${nameOf(call)}.`,
        key:
          kind === 'S3' ? `${call.actor.principalId}/${call.bucket?.name}` : call.actor.principalId,
      }),
    ];
  },
};
