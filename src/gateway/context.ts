import { ServiceError } from '../core/errors.ts';
import type { Scope } from '../core/scope.ts';
import type {
  AuditNotes,
  AuthorizedResource,
  Call,
  CallOptions,
  Context,
  OperationReference,
  Permission,
  ResolveContext,
} from '../contract/operation.ts';
import type { ResourceKind } from '../contract/resource.ts';
import type { Unit, View } from '../contract/view.ts';
import { Resolver } from './resolution.ts';

/** Calls another service's operation inside the same unit. Given by the pipeline. */
export type ServiceCaller = <I extends object, O>(
  reference: OperationReference<I, O>,
  input: I,
  options: CallOptions,
) => Promise<O>;

/** Asks whether such a call would be let through. Given by the pipeline. */
export type ServiceJudge = <I extends object, O>(
  reference: OperationReference<I, O>,
  input: I,
  options: CallOptions,
) => Promise<void>;

/** What `authorize` sees: it may resolve and read the caller's scope. */
export class AuthorizingContext implements ResolveContext {
  readonly call: Call;
  readonly view: View;
  readonly unit: Unit;
  readonly resolver: Resolver;

  constructor(call: Call, unit: Unit) {
    this.call = call;
    this.unit = unit;
    this.view = unit.view(call.scope);
    this.resolver = new Resolver({
      unit,
      caller: call.caller,
      scope: call.scope,
      now: call.now,
      calledVia: call.calledVia,
    });
  }

  resolve<T, R>(kind: ResourceKind<T, R>, reference: R): Promise<AuthorizedResource<T>> {
    return this.resolver.resolve(kind, reference);
  }
}

export interface HandlingParts {
  readonly unit: Unit;
  readonly audit: AuditNotes;
  readonly permissions: readonly Permission[];
  readonly callService: ServiceCaller;
  readonly mayCall: ServiceJudge;
}

/** What `handle` sees: also the scopes of the resources that were authorized, and no other. */
export class HandlingContext implements Context {
  readonly call: Call;
  readonly view: View;
  readonly unit: Unit;
  readonly audit: AuditNotes;
  readonly #resolver: Resolver;
  readonly #permissions: readonly Permission[];
  readonly #serviceCaller: ServiceCaller;
  readonly #serviceJudge: ServiceJudge;

  constructor(from: AuthorizingContext, parts: HandlingParts) {
    this.call = from.call;
    this.view = from.view;
    this.unit = parts.unit;
    this.audit = parts.audit;
    this.#resolver = from.resolver;
    this.#permissions = parts.permissions;
    this.#serviceCaller = parts.callService;
    this.#serviceJudge = parts.mayCall;
  }

  /** An authorized caller learns here that the name leads nowhere. */
  async resolve<T, R>(kind: ResourceKind<T, R>, reference: R): Promise<AuthorizedResource<T>> {
    const resource = await this.#resolver.resolve(kind, reference);
    if (resource.resolved.document === undefined && resource.resolved.missing !== undefined) {
      throw resource.resolved.missing;
    }
    return resource;
  }

  viewOf(resource: AuthorizedResource): View {
    if (!this.#permissions.some((permission) => isOn(permission, resource.resolved.arn))) {
      throw new Error(`${this.call.operation} did not authorize ${resource.kind}`);
    }
    return this.unit.view(resource.resolved.scope);
  }

  once<T>(make: () => T | Promise<T>): Promise<T> {
    return this.unit.once(make);
  }

  callService<I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options: CallOptions = {},
  ): Promise<O> {
    return this.#serviceCaller(reference, input, options);
  }

  mayCall<I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options: CallOptions = {},
  ): Promise<void> {
    return this.#serviceJudge(reference, input, options);
  }
}

function isOn({ resource }: Permission, arn: string): boolean {
  return typeof resource !== 'string' && resource.resolved.arn === arn;
}

/** The accounts, other than the caller's, whose resources a call touched. */
export function otherAccounts(
  caller: Scope,
  permissions: readonly Permission[],
): readonly string[] {
  const accounts: string[] = [];
  for (const { resource } of permissions) {
    if (typeof resource === 'string' || resource.resolved.document === undefined) continue;
    const { account } = resource.resolved.scope;
    if (account !== caller.account && !accounts.includes(account)) accounts.push(account);
  }
  return accounts;
}

export function notImplemented(service: string, operation: string, reason: string): ServiceError {
  return new ServiceError(
    'NotImplementedException',
    `${service}:${operation} is not implemented: ${reason}`,
    { status: 501 },
  );
}
