import type { Context } from '../../contract/operation.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { invalidPrincipal } from './errors.ts';
import type { GrantParty } from './grant-state.ts';

interface Named {
  /** An ARN; a service that acts for a caller may name a service principal here. */
  readonly principal: string | undefined;
  readonly service: string | undefined;
}

/**
 * The principal that a grant names, bound to its unique id. Undefined where none was named.
 * Errors: InvalidArnException for who does not exist.
 */
export async function partyOf(
  principals: PrincipalDirectory,
  context: Context,
  { principal, service }: Named,
): Promise<GrantParty | undefined> {
  if (service !== undefined) {
    if (!principals.isService(service)) throw invalidPrincipal(service);
    return { name: service, id: serviceId(service), isService: true };
  }
  if (principal === undefined) return undefined;
  if (principals.isService(principal) && isByService(context)) {
    return { name: principal, id: serviceId(principal), isService: false };
  }
  return { name: principal, id: await idOf(principals, context, principal), isService: false };
}

/** The id that grants to the principal are found by. Errors: InvalidArnException. */
export async function idOf(
  principals: PrincipalDirectory,
  context: Context,
  arn: string,
): Promise<string> {
  const id = await principals.identify(context.unit, arn);
  if (id === undefined) throw invalidPrincipal(arn);
  return id;
}

/** The name to show: the unique id where its owner is gone, as policies show it. */
export async function shownParty(
  principals: PrincipalDirectory,
  context: Context,
  party: GrantParty,
): Promise<string> {
  if (!party.name.startsWith('arn:')) return party.name;
  const id = await principals.identify(context.unit, party.name);
  return id === party.id ? party.name : party.id;
}

function isByService({ call }: Context): boolean {
  return call.calledVia.length > 0 || call.caller.identity.type === 'AWSService';
}

/** `dynamodb.us-west-2.amazonaws.com` → `dynamodb.amazonaws.com`. */
export function serviceId(name: string): string {
  return name.replace(/^([^.]+)\.[a-z]{2}(?:-[a-z]+)+-\d+\./, '$1.');
}
