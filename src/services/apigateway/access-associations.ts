import type { DomainNameAccessAssociation } from '../../../models/apigateway/types.ts';
import type { Context } from '../../contract/operation.ts';
import { on } from './authorization.ts';
import { domainByArn } from './domain-names.ts';
import { badRequest, conflict, limitExceeded, notFound } from './errors.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { isFull, pageOfCollection } from './pages.ts';
import { gatewayArn, pathIn, pathKind } from './resources.ts';
import { type AssociationDocument, associations } from './state.ts';

function shown({
  arn,
  domainArn,
  vpcEndpointId,
  tags,
}: AssociationDocument): DomainNameAccessAssociation {
  return {
    domainNameAccessAssociationArn: arn,
    domainNameArn: domainArn,
    accessAssociationSourceType: 'VPCE',
    accessAssociationSource: vpcEndpointId,
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}

const ASSOCIATIONS_MAX = 100;
const PATH = '/domainnameaccessassociations';

/** Errors: NotFoundException. */
export async function associationOf({ view, call }: Context, arn: string) {
  const id = pathIn(call.scope, arn) ?? '';
  const association = await view.get(associations, id);
  if (association === undefined) {
    throw notFound('Invalid domain name access association identifier specified');
  }
  return { id, association };
}

/** Only of domains of the account itself: those of others need to be shared, which is not built. */
export const createDomainNameAccessAssociation: ApiGatewayOperation<'CreateDomainNameAccessAssociation'> =
  {
    name: 'CreateDomainNameAccessAssociation',
    access: 'write',
    authorize: async (input, context) => [
      ...(await on('POST', () => PATH)(input, context)),
      {
        action: 'apigateway:CreateAccessAssociation',
        resource: await context.resolve(
          pathKind,
          pathIn(context.call.scope, input.domainNameArn) ?? '/domainnames',
        ),
      },
    ],
    handle: async (input, context) => {
      const { domainNameArn, accessAssociationSource: source, tags = {} } = input;
      const { view, call } = context;
      const [, noun, key = ''] = pathIn(call.scope, domainNameArn)?.split('/') ?? [];
      if (noun !== 'domainnames') throw notFound('Invalid domain name identifier specified');
      const { domain } = await domainByArn(context, key);
      if (domain.domainNameId === undefined) {
        throw badRequest(
          'Domain name access associations are only supported for private custom domain names',
        );
      }
      if (!/^vpce-[0-9a-f]+$/.test(source)) throw badRequest('Invalid VPC endpoint specified');
      const id = `${PATH}/domainname/${key}/vpcesource/${source}`;
      if ((await view.get(associations, id)) !== undefined) {
        throw conflict('The domain name access association already exists');
      }
      if (await isFull(view, associations, ASSOCIATIONS_MAX)) {
        throw limitExceeded('domain name access associations');
      }
      const { region, account } = call.scope;
      const arn = gatewayArn(region, id, account);
      const association = { arn, domainArn: domain.domainNameArn, vpcEndpointId: source, tags };
      view.put(associations, id, association);
      return shown(association);
    },
  };

export const getDomainNameAccessAssociations: ApiGatewayOperation<'GetDomainNameAccessAssociations'> =
  {
    name: 'GetDomainNameAccessAssociations',
    access: 'read',
    authorize: on('GET', () => PATH),
    handle: async (input, context) => {
      if (input.resourceOwner === 'OTHER_ACCOUNTS') return { items: [] };
      const { items, ...next } = await pageOfCollection(context, input, associations);
      return { items: items.map(shown), ...next };
    },
  };

export const deleteDomainNameAccessAssociation: ApiGatewayOperation<'DeleteDomainNameAccessAssociation'> =
  {
    name: 'DeleteDomainNameAccessAssociation',
    access: 'write',
    authorize: async (input, context) => {
      const path = pathIn(context.call.scope, input.domainNameAccessAssociationArn) ?? PATH;
      return on('DELETE', () => path)(input, context);
    },
    handle: async ({ domainNameAccessAssociationArn: arn }, context) => {
      const { id } = await associationOf(context, arn);
      context.view.delete(associations, id);
      return {};
    },
  };
