import type {
  StandardsSubscription,
  UnprocessedStandardsControlAssociationUpdate,
} from '../../../models/securityhub/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { hubResource, standardArn, subscriptionArn } from './arns.ts';
import { invalidInput, notFound } from './errors.ts';
import { orderEvaluation } from './evaluation.ts';
import { onHub } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type ControlDefinition, CONTROLS, STANDARDS } from './standard-catalogue.ts';
import {
  type DisabledControl,
  disabledControls,
  type StandardDocument,
  standards,
} from './state.ts';

const REMEDIATION = 'https://docs.aws.amazon.com/console/securityhub';

function pathOf(scope: Scope, arn: string): string | undefined {
  return STANDARDS.find(({ path }) => standardArn(scope, path) === arn)?.path;
}

function subscribed(scope: Scope, { path, input }: StandardDocument): StandardsSubscription {
  return {
    StandardsSubscriptionArn: subscriptionArn(scope, path),
    StandardsArn: standardArn(scope, path),
    StandardsInput: input ?? {},
    StandardsStatus: 'READY',
    StandardsControlsUpdatable: 'READY_FOR_UPDATES',
  };
}

async function subscriptionAt(view: View, scope: Scope, arn: string): Promise<StandardDocument> {
  const all = await everyOf(view, standards);
  const found = all.find(({ path }) => subscriptionArn(scope, path) === arn);
  if (found === undefined) throw invalidInput(`Invalid StandardsSubscriptionArn: ${arn}`);
  return found;
}

async function offOf(view: View): Promise<ReadonlyMap<string, DisabledControl>> {
  const all = await everyOf(view, disabledControls);
  return new Map(all.map((one) => [`${one.standard}|${one.control}`, one]));
}

/** Switches a control of a standard on or off. */
function switchControl(
  view: View,
  {
    control,
    standard,
    isOn,
    reason,
    now,
  }: { control: string; standard: string; isOn: boolean; reason: string; now: number },
): void {
  const id = `${standard}|${control}`;
  if (isOn) view.delete(disabledControls, id);
  else view.put(disabledControls, id, { control, standard, reason, updated: now });
}

const onSubscription = ({
  StandardsSubscriptionArn,
}: {
  readonly StandardsSubscriptionArn: string;
}): string => StandardsSubscriptionArn;

/** Collections of controls, switched on and off as a whole or control by control. */
export const standardOperations: readonly AnyOperation[] = [
  onHub({
    name: 'DescribeStandards',
    access: 'read',
    handle: async (input, { scope }, { call }) => {
      const page = pageOfList(call, input, '', STANDARDS);
      const Standards = page.items.map(({ path, name, isDefault }) => ({
        StandardsArn: standardArn(scope, path),
        Name: name,
        Description: `The controls of ${name} that this product knows.`,
        EnabledByDefault: isDefault,
        StandardsManagedBy: { Company: 'AWS', Product: 'Security Hub' },
      }));
      return { Standards, ...page.answer };
    },
  }),
  onHub({
    name: 'BatchEnableStandards',
    access: 'write',
    handle: async (
      { StandardsSubscriptionRequests: requests },
      { view, scope },
      { call, unit },
    ) => {
      const StandardsSubscriptions: StandardsSubscription[] = [];
      for (const { StandardsArn, StandardsInput: input = {} } of requests) {
        const path = pathOf(scope, StandardsArn);
        if (path === undefined) throw invalidInput(`Invalid StandardsArn: ${StandardsArn}`);
        const known = await view.get(standards, path);
        const standard = known ?? { path, enabled: call.now, input };
        if (known === undefined) view.put(standards, path, standard);
        StandardsSubscriptions.push(subscribed(scope, standard));
      }
      orderEvaluation(unit, scope, call.now);
      return { StandardsSubscriptions };
    },
  }),
  onHub({
    name: 'BatchDisableStandards',
    access: 'write',
    handle: async ({ StandardsSubscriptionArns }, { view, scope }, { call, unit }) => {
      const StandardsSubscriptions: StandardsSubscription[] = [];
      for (const arn of StandardsSubscriptionArns) {
        const standard = await subscriptionAt(view, scope, arn);
        view.delete(standards, standard.path);
        const shown = subscribed(scope, standard);
        StandardsSubscriptions.push({ ...shown, StandardsStatus: 'DELETING' });
      }
      orderEvaluation(unit, scope, call.now);
      return { StandardsSubscriptions };
    },
  }),
  onHub({
    name: 'GetEnabledStandards',
    access: 'read',
    handle: async (input, { view, scope }, { call }) => {
      const { StandardsSubscriptionArns: arns } = input;
      const all = (await everyOf(view, standards)).map((one) => subscribed(scope, one));
      const wanted = all.filter((one) => arns?.includes(one.StandardsSubscriptionArn) ?? true);
      const page = pageOfList(call, input, JSON.stringify(arns ?? []), wanted);
      return { StandardsSubscriptions: page.items, ...page.answer };
    },
  }),
  onHub({
    name: 'DescribeStandardsControls',
    access: 'read',
    on: onSubscription,
    handle: async (input, { view, scope }, { call }) => {
      const { path } = await subscriptionAt(view, scope, input.StandardsSubscriptionArn);
      const off = await offOf(view);
      const own = CONTROLS.filter((control) => control.standards.includes(path));
      const page = pageOfList(call, input, path, own);
      const Controls = page.items.map(({ id, title, severity }) => {
        const disabled = off.get(`${path}|${id}`);
        return {
          StandardsControlArn: hubResource(scope, `control/${path}/${id}`),
          ControlStatus: disabled === undefined ? ('ENABLED' as const) : ('DISABLED' as const),
          ...(disabled === undefined
            ? {}
            : {
                DisabledReason: disabled.reason,
                ControlStatusUpdatedAt: new Date(disabled.updated),
              }),
          ControlId: id,
          Title: title,
          Description: `${title}.`,
          RemediationUrl: `${REMEDIATION}/${id}/remediation`,
          SeverityRating: severity,
          RelatedRequirements: [],
        };
      });
      return { Controls, ...page.answer };
    },
  }),
  onHub({
    name: 'UpdateStandardsControl',
    access: 'write',
    on: ({ StandardsControlArn }) => StandardsControlArn,
    handle: async (input, { view, scope }, { call, unit }) => {
      const { StandardsControlArn: arn, ControlStatus, DisabledReason } = input;
      const match = CONTROLS.flatMap(({ id, standards: paths }) =>
        paths.map((path) => ({ id, path })),
      ).find(({ id, path }) => hubResource(scope, `control/${path}/${id}`) === arn);
      if (match === undefined) throw notFound(`The control ${arn} was not found.`);
      const isOn = ControlStatus !== 'DISABLED';
      if (!isOn && DisabledReason === undefined)
        throw invalidInput('DisabledReason is required to disable a control.');
      const change = {
        control: match.id,
        standard: match.path,
        isOn,
        reason: DisabledReason ?? '',
        now: call.now,
      };
      switchControl(view, change);
      orderEvaluation(unit, scope, call.now);
      return {};
    },
  }),
  onHub({
    name: 'ListSecurityControlDefinitions',
    access: 'read',
    handle: async (input, { scope }, { call }) => {
      const { StandardsArn: arn } = input;
      const path = arn === undefined ? undefined : pathOf(scope, arn);
      if (arn !== undefined && path === undefined)
        throw invalidInput(`Invalid StandardsArn: ${arn}`);
      const wanted = CONTROLS.filter(
        ({ standards: paths }) => path === undefined || paths.includes(path),
      );
      const page = pageOfList(call, input, arn ?? '', wanted);
      return { SecurityControlDefinitions: page.items.map(definition), ...page.answer };
    },
  }),
  onHub({
    name: 'GetSecurityControlDefinition',
    access: 'read',
    handle: async ({ SecurityControlId }) => ({
      SecurityControlDefinition: definition(controlOf(SecurityControlId)),
    }),
  }),
  onHub({
    name: 'BatchGetSecurityControls',
    access: 'read',
    handle: async ({ SecurityControlIds }, { view, scope }) => {
      const off = await offOf(view);
      const known = SecurityControlIds.flatMap(
        (id) => CONTROLS.find((one) => one.id === nameOf(id)) ?? [],
      );
      const UnprocessedIds = SecurityControlIds.filter(
        (id) => !known.some((one) => one.id === nameOf(id)),
      ).map((SecurityControlId) => ({
        SecurityControlId,
        ErrorCode: 'NOT_FOUND' as const,
        ErrorReason: 'The control was not found.',
      }));
      const SecurityControls = known.map((control) => ({
        ...definition(control),
        SecurityControlArn: hubResource(scope, `security-control/${control.id}`),
        SecurityControlStatus: control.standards.every((path) => off.has(`${path}|${control.id}`))
          ? ('DISABLED' as const)
          : ('ENABLED' as const),
        UpdateStatus: 'READY' as const,
        Parameters: {},
      }));
      return { SecurityControls, UnprocessedIds };
    },
  }),
  onHub({
    name: 'ListStandardsControlAssociations',
    access: 'read',
    handle: async (input, { view, scope }, { call }) => {
      const control = controlOf(input.SecurityControlId);
      const off = await offOf(view);
      const page = pageOfList(call, input, control.id, control.standards);
      const shown = page.items.map((path) => associated(scope, control, path, off));
      return { StandardsControlAssociationSummaries: shown, ...page.answer };
    },
  }),
  onHub({
    name: 'BatchGetStandardsControlAssociations',
    access: 'read',
    handle: async ({ StandardsControlAssociationIds: ids }, { view, scope }) => {
      const off = await offOf(view);
      const known = ids.flatMap(({ SecurityControlId, StandardsArn }) => {
        const control = CONTROLS.find((one) => one.id === nameOf(SecurityControlId));
        const path = pathOf(scope, StandardsArn);
        return control !== undefined && path !== undefined && control.standards.includes(path)
          ? [associated(scope, control, path, off)]
          : [];
      });
      const UnprocessedAssociations = ids
        .filter(
          (id) =>
            !known.some(
              (one) =>
                one.StandardsArn === id.StandardsArn &&
                one.SecurityControlId === nameOf(id.SecurityControlId),
            ),
        )
        .map((StandardsControlAssociationId) => ({
          StandardsControlAssociationId,
          ErrorCode: 'NOT_FOUND' as const,
          ErrorReason: 'The association was not found.',
        }));
      return { StandardsControlAssociationDetails: known, UnprocessedAssociations };
    },
  }),
  onHub({
    name: 'BatchUpdateStandardsControlAssociations',
    access: 'write',
    handle: async (
      { StandardsControlAssociationUpdates: updates },
      { view, scope },
      { call, unit },
    ) => {
      const unprocessed: UnprocessedStandardsControlAssociationUpdate[] = [];
      for (const update of updates) {
        const control = CONTROLS.find((one) => one.id === nameOf(update.SecurityControlId));
        const path = pathOf(scope, update.StandardsArn);
        if (control === undefined || path === undefined || !control.standards.includes(path)) {
          unprocessed.push({
            StandardsControlAssociationUpdate: update,
            ErrorCode: 'NOT_FOUND',
            ErrorReason: 'The association was not found.',
          });
          continue;
        }
        const isOn = update.AssociationStatus === 'ENABLED';
        const reason = update.UpdatedReason ?? '';
        switchControl(view, { control: control.id, standard: path, isOn, reason, now: call.now });
      }
      orderEvaluation(unit, scope, call.now);
      return { UnprocessedAssociationUpdates: unprocessed };
    },
  }),
];

/** A control's id, from itself or from its ARN. */
function nameOf(id: string): string {
  return id.split('/').at(-1) ?? id;
}

function controlOf(id: string): ControlDefinition {
  const control = CONTROLS.find((one) => one.id === nameOf(id));
  if (control === undefined) throw notFound(`The control ${id} was not found.`);
  return control;
}

function definition({ id, title, severity }: ControlDefinition) {
  return {
    SecurityControlId: id,
    Title: title,
    Description: `${title}.`,
    RemediationUrl: `${REMEDIATION}/${id}/remediation`,
    SeverityRating: severity,
    CurrentRegionAvailability: 'AVAILABLE' as const,
  };
}

function associated(
  scope: Scope,
  { id, title }: ControlDefinition,
  path: string,
  off: ReadonlyMap<string, DisabledControl>,
) {
  const disabled = off.get(`${path}|${id}`);
  return {
    StandardsArn: standardArn(scope, path),
    SecurityControlId: id,
    SecurityControlArn: hubResource(scope, `security-control/${id}`),
    AssociationStatus: disabled === undefined ? ('ENABLED' as const) : ('DISABLED' as const),
    RelatedRequirements: [],
    StandardsControlTitle: title,
    StandardsControlDescription: `${title}.`,
    ...(disabled === undefined
      ? {}
      : { UpdatedAt: new Date(disabled.updated), UpdatedReason: disabled.reason }),
  };
}
