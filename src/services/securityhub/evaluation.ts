import { createHash } from 'node:crypto';
import type { AwsSecurityFinding, Compliance } from '../../../models/securityhub/types.ts';
import type { JobContext, JobKind } from '../../contract/service.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { hubResource, productArn, standardArn, subscriptionArn } from './arns.ts';
import { findingId } from './finding-id.ts';
import { importFinding, type Keeping } from './finding-keeping.ts';
import { accountResource, type CheckedResource, type ControlCheck } from './port.ts';
import { type ControlDefinition, CONTROLS } from './standard-catalogue.ts';
import { disabledControls, findings, type HubDocument, hubs, ONLY, standards } from './state.ts';

const EVALUATE_JOB = 'securityhub.evaluate';
const EVERY_MS = 12 * HOUR_MS;
const REFRESH_MS = 30 * DAY_MS;
const OWN_PRODUCT = 'aws/securityhub';

/** Has all controls of an account's Region looked at, and again every twelve hours. */
export function orderEvaluation(unit: Unit, { account, region }: Scope, due: Instant): void {
  unit.order({
    id: `${EVALUATE_JOB}/${account}/${region}`,
    kind: EVALUATE_JOB,
    scope: { account, region },
    due,
    payload: '{}',
  });
}

export function evaluateJob(checks: readonly ControlCheck[]): JobKind {
  return {
    kind: EVALUATE_JOB,
    run: async (_payload, context) => {
      const { unit, scope, now } = context;
      const view = unit.view(scope);
      const hub = await view.get(hubs, ONLY);
      if (hub === undefined) return;
      const wanted = await wantedControls(view);
      const seen = new Set<string>();
      for (const { control, paths } of wanted) {
        const check = checks.find((one) => one.control === control.id);
        const resources =
          check === undefined ? [accountResource(scope, false)] : await check.check(unit, scope);
        for (const resource of resources) {
          const status =
            check === undefined ? 'NOT_AVAILABLE' : resource.passes ? 'PASSED' : 'FAILED';
          for (const form of formsOf(scope, control, paths, hub.generator)) {
            const finding = findingOf(context, control, form, resource, status);
            seen.add(finding.Id);
            await imported(context, finding);
          }
        }
      }
      await archiveOthers(context, seen);
      if (wanted.length > 0) orderEvaluation(unit, scope, now + EVERY_MS);
    },
  };
}

interface Wanted {
  readonly control: ControlDefinition;
  readonly paths: readonly string[];
}

/** The controls of the standards that are on, without those that were switched off. */
export async function wantedControls(view: View): Promise<readonly Wanted[]> {
  const on = new Set((await everyOf(view, standards)).map(({ path }) => path));
  const off = new Set(
    (await everyOf(view, disabledControls)).map(
      ({ standard, control }) => `${standard}|${control}`,
    ),
  );
  return CONTROLS.flatMap((control) => {
    const paths = control.standards.filter(
      (path) => on.has(path) && !off.has(`${path}|${control.id}`),
    );
    return paths.length === 0 ? [] : [{ control, paths }];
  });
}

/** What tells a control's findings apart: one for all standards that it is part of, or one for each. */
interface Form {
  readonly paths: readonly string[];
  /** What stands before `/finding/…` in the id. */
  readonly place: string;
  readonly generator: string;
  readonly fields: Readonly<Record<string, string>>;
}

function formsOf(
  scope: Scope,
  { id }: ControlDefinition,
  paths: readonly string[],
  by: HubDocument['generator'],
): readonly Form[] {
  if (by !== 'STANDARD_CONTROL') {
    const generator = `security-control/${id}`;
    return [{ paths, place: generator, generator, fields: {} }];
  }
  return paths.map((path) => ({
    paths: [path],
    place: `subscription/${path}/${id}`,
    generator: `${path}/${id}`,
    fields: {
      StandardsArn: standardArn(scope, path),
      StandardsSubscriptionArn: subscriptionArn(scope, path),
      StandardsControlArn: hubResource(scope, `control/${path}/${id}`),
      ControlId: id,
    },
  }));
}

function findingOf(
  { scope, now }: Pick<JobContext, 'scope' | 'now'>,
  control: ControlDefinition,
  { paths, place, generator, fields }: Form,
  resource: CheckedResource,
  Status: NonNullable<Compliance['Status']>,
): AwsSecurityFinding {
  const at = new Date(now).toISOString();
  const hash = createHash('sha256')
    .update(`${control.id}\0${resource.id}`)
    .digest('hex')
    .slice(0, 32);
  return {
    SchemaVersion: '2018-10-08',
    Id: hubResource(scope, `${place}/finding/${hash}`),
    ProductArn: productArn(scope, OWN_PRODUCT),
    GeneratorId: generator,
    ProductFields: fields,
    AwsAccountId: scope.account,
    Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
    FirstObservedAt: at,
    LastObservedAt: at,
    CreatedAt: at,
    UpdatedAt: at,
    Severity: {
      Label: Status === 'PASSED' || Status === 'NOT_AVAILABLE' ? 'INFORMATIONAL' : control.severity,
    },
    Title: control.title,
    Description: `${control.title}.`,
    Resources: [{ Type: resource.type, Id: resource.id, Partition: 'aws', Region: scope.region }],
    RecordState: 'ACTIVE',
    Compliance: {
      Status,
      SecurityControlId: control.id,
      AssociatedStandards: paths.map((path) => ({ StandardsId: `standards/${path}` })),
      ...(Status === 'NOT_AVAILABLE'
        ? {
            StatusReasons: [{ ReasonCode: 'CONFIG_EVALUATIONS_EMPTY', Description: NOT_EVALUATED }],
          }
        : {}),
    },
  };
}

const NOT_EVALUATED = 'Nothing here can evaluate this control.';

/**
 * What says the same as before is left as it is, so that event buses hear of changes alone; but for what has not been
 * updated for long, which would be taken away.
 */
async function imported(context: JobContext, finding: AwsSecurityFinding): Promise<void> {
  const { unit, scope, now } = context;
  const document = await unit.view(scope).get(findings, findingId(finding));
  const known = document?.finding;
  const isSame =
    known?.RecordState === 'ACTIVE' &&
    now - (document?.updated ?? 0) < REFRESH_MS &&
    JSON.stringify(known.Compliance) === JSON.stringify(finding.Compliance);
  if (isSame) return;
  await importFinding(keepingOf(context), {
    ...finding,
    CreatedAt: known?.CreatedAt ?? finding.CreatedAt,
    FirstObservedAt: known?.FirstObservedAt ?? finding.FirstObservedAt,
  });
}

function keepingOf({ unit, scope, now }: JobContext): Keeping {
  return { unit, scope, now, by: 'securityhub.amazonaws.com', source: 'BATCH_IMPORT_FINDINGS' };
}

/** Findings of resources that are gone, and of controls that are off. */
async function archiveOthers(context: JobContext, seen: ReadonlySet<string>): Promise<void> {
  const { unit, scope, now } = context;
  const own = productArn(scope, OWN_PRODUCT);
  for (const { finding } of await everyOf(unit.view(scope), findings)) {
    if (finding.ProductArn !== own || seen.has(finding.Id) || finding.RecordState === 'ARCHIVED')
      continue;
    const UpdatedAt = new Date(now).toISOString();
    await importFinding(keepingOf(context), { ...finding, RecordState: 'ARCHIVED', UpdatedAt });
  }
}
