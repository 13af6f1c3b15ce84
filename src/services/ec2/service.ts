import type { Service } from '../../contract/service.ts';
import { account } from './account/part.ts';
import { unlessDryRun } from './dry-run.ts';
import { inputFault } from './errors.ts';
import { forgetToken } from './idempotency.ts';
import { createImages } from './images/part.ts';
import { createVisibleImages } from './images/visibility.ts';
import { createInstances } from './instances/part.ts';
import { network } from './network/part.ts';
import type { Ec2Parts } from './parts.ts';
import { clientTokens } from './state.ts';
import { createStorage } from './storage/part.ts';
import { tagOperations } from './tags.ts';
import { notImplemented } from './unbuilt.ts';

/** EC2: instances, images, volumes and networks as the control plane knows them. */
export function createEc2Service(given: Ec2Parts): Service {
  const visible = createVisibleImages(given.organizations);
  const parts = [
    account,
    createInstances(visible, given.instanceProfiles),
    createImages(visible),
    network,
    createStorage(given),
  ];
  const operations = [...tagOperations, ...parts.flatMap((part) => part.operations)];
  return {
    id: 'ec2',
    principal: 'ec2.amazonaws.com',
    operations: operations.map(unlessDryRun),
    notImplemented,
    collections: [clientTokens, ...parts.flatMap((part) => part.collections)],
    jobs: [forgetToken, ...parts.flatMap((part) => part.jobs)],
    denialCode: { code: 'UnauthorizedOperation', status: 403 },
    encodesDenials: true,
    inputFault,
    // A script that instances begin with may hold secrets; the model says so of one of its members alone.
    unrecordedMembers: new Set(['UserData']),
  };
}
