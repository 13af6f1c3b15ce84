import { createHash } from 'node:crypto';
import type { AwsSecurityFinding, Compliance } from '../../../models/securityhub/types.ts';
import type { JobContext, JobKind } from '../../contract/service.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { HOUR_MS, type Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { hubResource, productArn } from './arns.ts';
import { findingId } from './finding-id.ts';
import { importFinding, type Keeping } from './finding-keeping.ts';
import { accountResource, type CheckedResource, type ControlCheck } from './port.ts';
import { type ControlDefinition, CONTROLS } from './standard-catalogue.ts';
import { disabledControls, findings, hubs, ONLY, standards } from './state.ts';

const EVALUATE_JOB = 'securityhub.evaluate';
const EVERY_MS = 12 * HOUR_MS;
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
      if ((await view.get(hubs, ONLY)) === undefined) return;
      const wanted = await wantedControls(view);
      const seen = new Set<string>();
      for (const { control, paths } of wanted) {
        const check = checks.find((one) => one.control === control.id);
        const resources =
          check === undefined ? [accountResource(scope, false)] : await check.check(unit, scope);
        for (const resource of resources) {
          const status =
            check === undefined ? 'NOT_AVAILABLE' : resource.passes ? 'PASSED' : 'FAILED';
          const finding = findingOf(context, control, paths, resource, status);
          seen.add(finding.Id);
          await imported(context, finding);
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

function findingOf(
  { scope, now }: Pick<JobContext, 'scope' | 'now'>,
  control: ControlDefinition,
  paths: readonly string[],
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
    Id: hubResource(scope, `security-control/${control.id}/finding/${hash}`),
    ProductArn: productArn(scope, OWN_PRODUCT),
    GeneratorId: `security-control/${control.id}`,
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

/** What says the same as before is left as it is, so that event buses hear of changes alone. */
async function imported(context: JobContext, finding: AwsSecurityFinding): Promise<void> {
  const { unit, scope } = context;
  const known = (await unit.view(scope).get(findings, findingId(finding)))?.finding;
  const isSame =
    known?.RecordState === 'ACTIVE' &&
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
