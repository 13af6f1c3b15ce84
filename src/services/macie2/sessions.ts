import type { OperationOf } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { linkRole, type PrincipalDirectory } from '../iam/port.ts';
import { alreadyEnabled, invalid } from './errors.ts';
import { type Operations, onSession } from './operation.ts';
import type { BucketInventory } from './port.ts';
import { PRINCIPAL, roleArn } from './resources.ts';
import { orderRun } from './run-order.ts';
import { firstRun } from './schedule.ts';
import { postureOf } from './posture.ts';
import { allowLists, customs, filters, findings, jobs, ONLY, postures, sessions } from './state.ts';

/** What changes from now on is held against how buckets are guarded now. */
async function notePostures(inventory: BucketInventory, unit: Unit, scope: Scope): Promise<void> {
  const view = unit.view(scope);
  for (const bucket of await inventory.bucketsOf(unit, scope)) {
    view.put(postures, bucket.name, postureOf(bucket));
  }
}

function enableMacie({
  principals,
  inventory,
}: SessionParts): OperationOf<Operations, 'EnableMacie'> {
  return {
    name: 'EnableMacie',
    access: 'write',
    authorize: async () => [{ action: 'macie2:EnableMacie', resource: '*' }],
    handle: async ({ status = 'ENABLED', findingPublishingFrequency }, context) => {
      const { call, unit } = context;
      const view = unit.view(call.scope);
      if ((await view.get(sessions, ONLY)) !== undefined) throw alreadyEnabled();
      const role = { arn: roleArn(call.scope), service: PRINCIPAL, via: 'macie' };
      await linkRole(context, principals, role);
      await notePostures(inventory, unit, call.scope);
      view.put(sessions, ONLY, {
        status,
        frequency: findingPublishingFrequency ?? 'FIFTEEN_MINUTES',
        created: call.now,
        updated: call.now,
        publishesPolicyFindings: true,
        publishesSensitiveFindings: false,
      });
      return {};
    },
  };
}

/** What goes to Security Hub. */
const publicationOperations: readonly AnyOperation[] = [
  onSession({
    name: 'GetFindingsPublicationConfiguration',
    access: 'read',
    handle: async (_input, { session }) => ({
      securityHubConfiguration: {
        publishClassificationFindings: session.publishesSensitiveFindings,
        publishPolicyFindings: session.publishesPolicyFindings,
      },
    }),
  }),
  onSession({
    name: 'PutFindingsPublicationConfiguration',
    access: 'write',
    handle: async ({ securityHubConfiguration: chosen }, { session, keep }, { call }) => {
      if (chosen === undefined) throw invalid('securityHubConfiguration is required');
      keep({
        ...session,
        publishesPolicyFindings: chosen.publishPolicyFindings,
        publishesSensitiveFindings: chosen.publishClassificationFindings,
        updated: call.now,
      });
      return {};
    },
  }),
];

export interface SessionParts {
  readonly principals: PrincipalDirectory;
  readonly inventory: BucketInventory;
}

/** Macie in an account's Region. */
export function sessionOperations(parts: SessionParts): readonly AnyOperation[] {
  const { inventory } = parts;
  return [
    enableMacie(parts),
    onSession({
      name: 'GetMacieSession',
      access: 'read',
      handle: async (_input, { session, scope }) => ({
        createdAt: new Date(session.created),
        findingPublishingFrequency: session.frequency,
        serviceRole: roleArn(scope),
        status: session.status,
        updatedAt: new Date(session.updated),
      }),
    }),
    onSession({
      name: 'UpdateMacieSession',
      access: 'write',
      handle: async ({ status, findingPublishingFrequency }, found, { call, unit }) => {
        const { session, keep, view, scope } = found;
        if (status === 'ENABLED' && session.status === 'PAUSED') {
          for (const { id, status: stage, schedule } of await everyOf(view, jobs)) {
            if (stage === 'RUNNING') orderRun(unit, scope, id, call.now);
            // A turn that came meanwhile has gone.
            if (stage === 'IDLE') orderRun(unit, scope, id, firstRun(schedule, call.now));
          }
          // What was changed meanwhile, nobody is accused of.
          await notePostures(inventory, unit, scope);
        }
        keep({
          ...session,
          status: status ?? session.status,
          frequency: findingPublishingFrequency ?? session.frequency,
          updated: call.now,
        });
        return {};
      },
    }),
    onSession({
      name: 'DisableMacie',
      access: 'write',
      handle: async (_input, { view, scope }, { unit }) => {
        view.delete(sessions, ONLY);
        for (const { name } of await inventory.bucketsOf(unit, scope)) view.delete(postures, name);
        for (const { id } of await everyOf(view, findings)) view.delete(findings, id);
        for (const { id } of await everyOf(view, jobs)) view.delete(jobs, id);
        for (const { id } of await everyOf(view, filters)) view.delete(filters, id);
        for (const { id } of await everyOf(view, customs)) view.delete(customs, id);
        for (const { id } of await everyOf(view, allowLists)) view.delete(allowLists, id);
        return {};
      },
    }),
    ...publicationOperations,
  ];
}
