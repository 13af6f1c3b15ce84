import type { Ec2Operations } from '../../../../models/ec2/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import type { View } from '../../../contract/view.ts';
import { permissionTo } from '../authorization.ts';
import { imageSettings } from './state.ts';

const ID = 'settings';

/** Accounts begin as AWS's do that have shared nothing yet: blocked. */
export async function blocksPublicSharing(view: View): Promise<boolean> {
  return (await view.get(imageSettings, ID))?.blocksPublicSharing ?? true;
}

const getState: OperationOf<Ec2Operations, 'GetImageBlockPublicAccessState'> = {
  name: 'GetImageBlockPublicAccessState',
  access: 'read',
  authorize: async (_, context) => [permissionTo(context, 'GetImageBlockPublicAccessState')],
  handle: async (_, { view }) => ({
    ImageBlockPublicAccessState: (await blocksPublicSharing(view))
      ? 'block-new-sharing'
      : 'unblocked',
    ManagedBy: 'account',
  }),
};

const enable: OperationOf<Ec2Operations, 'EnableImageBlockPublicAccess'> = {
  name: 'EnableImageBlockPublicAccess',
  access: 'write',
  authorize: async (_, context) => [permissionTo(context, 'EnableImageBlockPublicAccess')],
  handle: async (_, { view }) => {
    view.put(imageSettings, ID, { blocksPublicSharing: true });
    return { ImageBlockPublicAccessState: 'block-new-sharing' };
  },
};

const disable: OperationOf<Ec2Operations, 'DisableImageBlockPublicAccess'> = {
  name: 'DisableImageBlockPublicAccess',
  access: 'write',
  authorize: async (_, context) => [permissionTo(context, 'DisableImageBlockPublicAccess')],
  handle: async (_, { view }) => {
    view.put(imageSettings, ID, { blocksPublicSharing: false });
    return { ImageBlockPublicAccessState: 'unblocked' };
  },
};

export const imageSettingOperations: readonly AnyOperation[] = [getState, enable, disable];
