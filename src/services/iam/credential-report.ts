import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../core/time.ts';
import { rootArn } from './callers.ts';
import { listAll } from './listing.ts';
import { loginProfileOf } from './login-profiles.ts';
import { devicesOf } from './mfa-codes.ts';
import { onAccount } from './operation.ts';
import { passwordPolicyOf } from './password-policy.ts';
import { credentialReports, keyUses, type PasswordPolicy, type User, users } from './state.ts';
import { keysOf } from './users.ts';

const ID = 'account';
/** A report is made anew when the last is older than this. */
const FRESH_MS = 4 * HOUR_MS;

const COLUMNS = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  ...[1, 2].flatMap((key) => [
    `access_key_${key}_active`,
    `access_key_${key}_last_rotated`,
    `access_key_${key}_last_used_date`,
    `access_key_${key}_last_used_region`,
    `access_key_${key}_last_used_service`,
  ]),
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
  'additional_credentials_info',
];

const NOTHING = 'N/A';
const NO_CERTIFICATES = ['false', NOTHING, 'false', NOTHING, ''];

export const credentialReportOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'GenerateCredentialReport',
    access: 'write',
    handle: async (_input, view, { call }) => {
      const last = await view.get(credentialReports, ID);
      if (last !== undefined && call.now - last.made < FRESH_MS) return { State: 'COMPLETE' };
      const text = await reportText(view, call.scope.account);
      view.put(credentialReports, ID, { text, made: call.now });
      const Description = 'No report exists. Starting a new report generation task';
      return last === undefined ? { State: 'STARTED', Description } : { State: 'STARTED' };
    },
  }),
  onAccount({
    name: 'GetCredentialReport',
    access: 'read',
    handle: async (_input, view, { call }) => {
      const report = await view.get(credentialReports, ID);
      if (report === undefined) {
        const text = 'No report exists. Please generate a new report.';
        throw new ServiceError('ReportNotPresent', text, { status: 410 });
      }
      if (call.now - report.made >= FRESH_MS) {
        const text = 'The report has expired. Please generate a new report.';
        throw new ServiceError('ReportExpired', text, { status: 410 });
      }
      return {
        Content: Buffer.from(report.text, 'utf8'),
        ReportFormat: 'text/csv',
        GeneratedTime: new Date(report.made),
      };
    },
  }),
];

async function reportText(view: View, account: string): Promise<string> {
  const policy = await passwordPolicyOf(view);
  const rows = [COLUMNS, await rootRow(view, account)];
  for (const user of await listAll(view, users)) rows.push(await userRow(view, user, policy));
  return rows.map((row) => row.join(',')).join('\n');
}

async function rootRow(view: View, account: string): Promise<readonly string[]> {
  // The root has no password here, and when its account was made is not known to IAM.
  return [
    '<root_account>',
    rootArn(account),
    'no_information',
    'false',
    NOTHING,
    'not_supported',
    'not_supported',
    'false',
    ...(await keyColumns(view, undefined)),
    ...NO_CERTIFICATES,
  ];
}

async function userRow(
  view: View,
  user: User,
  policy: PasswordPolicy | undefined,
): Promise<readonly string[]> {
  const profile = await loginProfileOf(view, user);
  const days = policy?.MaxPasswordAge ?? 0;
  const password =
    profile === undefined
      ? ['false', NOTHING, NOTHING, NOTHING]
      : [
          'true',
          'no_information',
          stamp(profile.changed),
          days > 0 ? stamp(profile.changed + days * DAY_MS) : NOTHING,
        ];
  return [
    user.name,
    user.arn,
    stamp(user.created),
    ...password,
    String((await devicesOf(view, user)).length > 0),
    ...(await keyColumns(view, user.name)),
    ...NO_CERTIFICATES,
  ];
}

async function keyColumns(view: View, userName: string | undefined): Promise<readonly string[]> {
  const keys = (await keysOf(view, userName)).toSorted(
    (a, b) => a.document.created - b.document.created,
  );
  const columns: string[] = [];
  for (const key of [keys[0], keys[1]]) {
    if (key === undefined) {
      columns.push('false', NOTHING, NOTHING, NOTHING, NOTHING);
      continue;
    }
    const use = await view.get(keyUses, key.id);
    columns.push(String(key.document.active), stamp(key.document.created));
    columns.push(
      ...(use ? [stamp(use.date), use.region, use.service] : [NOTHING, NOTHING, NOTHING]),
    );
  }
  return columns;
}

/** `2026-11-25T16:45:00+00:00` */
function stamp(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}+00:00`;
}
