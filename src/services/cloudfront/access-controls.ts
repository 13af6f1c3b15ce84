import type { OriginAccessControl } from '../../../models/cloudfront/types.ts';
import type { Permission, ResolveContext } from '../../contract/operation.ts';
import { everyOf } from '../../listing/every-document.ts';
import {
  accessControlExists,
  accessControlInUse,
  noSuchOriginAccessControl,
  tooManyAccessControls,
  unbuilt,
} from './errors.ts';
import { newId } from './ids.ts';
import { type CloudFrontOperation, requireVersion } from './operation.ts';
import { pageOf } from './pages.ts';
import { accessControlKind, arnOf } from './resources.ts';
import { type AccessControlDocument, accessControls, distributions } from './state.ts';

const LOCATION = 'https://cloudfront.amazonaws.com/2020-05-31/origin-access-control/';

/** Of an account. */
const CONTROLS_MAX = 100;

async function onControl(action: string, id: string, context: ResolveContext): Promise<Permission> {
  return { action: `cloudfront:${action}`, resource: await context.resolve(accessControlKind, id) };
}

export const createOriginAccessControl: CloudFrontOperation<'CreateOriginAccessControl'> = {
  name: 'CreateOriginAccessControl',
  access: 'write',
  authorize: async (_input, { call }) => [
    {
      action: 'cloudfront:CreateOriginAccessControl',
      resource: arnOf(call.scope, 'origin-access-control/*'),
    },
  ],
  handle: async ({ OriginAccessControlConfig: config }, { view, unit }) => {
    if (config.OriginAccessControlOriginType !== 's3') {
      const type = config.OriginAccessControlOriginType;
      throw unbuilt('CreateOriginAccessControl', `origins of type ${type}`);
    }
    if (config.SigningBehavior !== 'always') {
      throw unbuilt('CreateOriginAccessControl', `signing behavior ${config.SigningBehavior}`);
    }
    const all = await everyOf(view, accessControls);
    if (all.length >= CONTROLS_MAX) throw tooManyAccessControls();
    if (all.some((one) => one.config.Name === config.Name)) throw accessControlExists();
    const document = { id: await newId(unit), etag: await newId(unit), config };
    view.put(accessControls, document.id, document);
    return {
      OriginAccessControl: shown(document),
      Location: `${LOCATION}${document.id}`,
      ETag: document.etag,
    };
  },
};

export const getOriginAccessControl: CloudFrontOperation<'GetOriginAccessControl'> = {
  name: 'GetOriginAccessControl',
  access: 'read',
  authorize: async ({ Id }, context) => [await onControl('GetOriginAccessControl', Id, context)],
  handle: async ({ Id }, { view }) => {
    const document = await view.get(accessControls, Id);
    if (document === undefined) throw noSuchOriginAccessControl();
    return { OriginAccessControl: shown(document), ETag: document.etag };
  },
};

export const deleteOriginAccessControl: CloudFrontOperation<'DeleteOriginAccessControl'> = {
  name: 'DeleteOriginAccessControl',
  access: 'write',
  authorize: async ({ Id }, context) => [await onControl('DeleteOriginAccessControl', Id, context)],
  handle: async ({ Id, IfMatch }, { view }) => {
    const document = await view.get(accessControls, Id);
    if (document === undefined) throw noSuchOriginAccessControl();
    requireVersion(document.etag, IfMatch);
    const users = (await everyOf(view, distributions)).filter(({ config }) =>
      config.Origins.Items.some(({ OriginAccessControlId }) => OriginAccessControlId === Id),
    );
    if (users.length > 0) throw accessControlInUse();
    view.delete(accessControls, Id);
    return {};
  },
};

export const listOriginAccessControls: CloudFrontOperation<'ListOriginAccessControls'> = {
  name: 'ListOriginAccessControls',
  access: 'read',
  authorize: async () => [{ action: 'cloudfront:ListOriginAccessControls', resource: '*' }],
  handle: async (input, { view }) => {
    const all = (await everyOf(view, accessControls)).map(({ id, config }) => ({
      Id: id,
      ...config,
      Description: config.Description ?? '',
    }));
    return { OriginAccessControlList: pageOf(input, all) };
  },
};

function shown({ id, config }: AccessControlDocument): OriginAccessControl {
  return { Id: id, OriginAccessControlConfig: config };
}
