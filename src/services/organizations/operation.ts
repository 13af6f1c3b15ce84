import type { OrganizationsOperations } from '../../../models/organizations/types.ts';
import type {
  Access,
  AuthorizedResource,
  Context,
  OperationOf,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import { organizationsError } from './errors.ts';
import { organizationKind, policyKind, type Seat } from './resources.ts';
import { accountScope, type Organization } from './state.ts';

type Names = keyof OrganizationsOperations;
type Input<N extends Names> = OrganizationsOperations[N]['input'];
type Output<N extends Names> = OrganizationsOperations[N]['output'];
type Keys = ReadonlyMap<string, readonly string[]>;

interface Declared<N extends Names> {
  readonly name: N;
  readonly access: Access;
  /** Condition keys the request brings, such as `organizations:policytype`. */
  readonly keys?: (input: Input<N>, context: ResolveContext) => Keys | Promise<Keys>;
}

interface OnOrganization<N extends Names> extends Declared<N> {
  /** What of the organization it acts on; the whole of it when absent. All of it is the management account's. */
  readonly on?: (
    input: Input<N>,
    context: ResolveContext,
  ) => Promise<readonly AuthorizedResource[]>;
  readonly handle: (input: Input<N>, seat: Seat, context: Context) => Promise<Output<N>>;
}

/**
 * An operation on the caller's organization, for its management account and whom it delegates to.
 * Errors: AWSOrganizationsNotInUseException outside any organization.
 */
export function onOrganization<N extends Names>(
  spec: OnOrganization<N>,
): OperationOf<OrganizationsOperations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, context) => {
      const organization = await context.resolve(organizationKind, 'own');
      const resources = (await spec.on?.(input, context)) ?? [organization];
      const conditions = await spec.keys?.(input, context);
      return permissions(spec.name, resources, conditions);
    },
    handle: async (input, context) => {
      const { resolved } = await context.resolve(organizationKind, 'own');
      if (resolved.document === undefined) throw new Error('an organization went missing');
      return spec.handle(input, seatIn(context, resolved.document), context);
    },
  };
}

interface OnOwnAccount<N extends Names> extends Declared<N> {
  /** What it acts on, if not just the caller's own account. */
  readonly on?: (
    input: Input<N>,
    context: ResolveContext,
  ) => Promise<readonly (AuthorizedResource | string)[]>;
  readonly handle: (input: Input<N>, context: Context) => Promise<Output<N>>;
}

/** An operation that every account may do for itself, inside an organization or not. */
export function onOwnAccount<N extends Names>(
  spec: OnOwnAccount<N>,
): OperationOf<OrganizationsOperations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, context) => {
      const resources = (await spec.on?.(input, context)) ?? ['*'];
      return permissions(spec.name, resources, await spec.keys?.(input, context));
    },
    handle: spec.handle,
  };
}

function permissions(
  name: string,
  resources: readonly (AuthorizedResource | string)[],
  conditions: Keys | undefined,
): readonly Permission[] {
  const action = `organizations:${name}`;
  return resources.map((resource) =>
    conditions === undefined ? { action, resource } : { action, resource, conditions },
  );
}

export function seatIn(context: Context, organization: Organization): Seat {
  const view = context.unit.view(accountScope(organization.managementAccount));
  return { organization, view };
}

/** The caller's own organization. Errors: AWSOrganizationsNotInUseException. */
export async function ownSeat(context: Context): Promise<Seat> {
  const { resolved } = await context.resolve(organizationKind, 'own');
  if (resolved.document === undefined) {
    throw organizationsError('AWSOrganizationsNotInUseException');
  }
  return seatIn(context, resolved.document);
}

/** An existing resource's document. Errors: the kind's own when it is missing. */
export async function found<T>(
  context: Context,
  kind: ResourceKind<T>,
  reference: string,
): Promise<T> {
  const { resolved } = await context.resolve(kind, reference);
  if (resolved.document === undefined)
    throw new Error(`${resolved.arn} was neither found nor refused`);
  return resolved.document;
}

/** The condition key of a request that names a policy type. */
export function policyTypeKeys(type: string | undefined): Keys {
  return new Map(type === undefined ? [] : [['organizations:policytype', [type]]]);
}

/** The condition key of a request about an existing policy. */
export async function keysOfPolicy(id: string, context: ResolveContext): Promise<Keys> {
  const { resolved } = await context.resolve(policyKind, id);
  return policyTypeKeys(resolved.document?.type);
}

export function servicePrincipalKeys(principal: string | undefined): Keys {
  return new Map(principal === undefined ? [] : [['organizations:serviceprincipal', [principal]]]);
}
