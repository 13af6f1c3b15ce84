import type { AuditReportResponseFormat } from '../../../models/acm-pca/types.ts';
import type { JobContext, UnitJob } from '../../contract/service.ts';
import { uuid } from '../../core/ids.ts';
import { type Instant, MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { certificateFacts } from '../../crypto/x509/facts.ts';
import { nameText } from '../../crypto/x509/names.ts';
import { assertStatus, onAuthority, type PcaOperation } from './authorization.ts';
import { invalidArguments, notFound, requestFailed } from './errors.ts';
import type { PcaParts } from './parts.ts';
import { arnOf, issuedArn } from './resources.ts';
import { PRINCIPAL } from './revocation-settings.ts';
import { authorities, issued, type IssuedDocument, reportKey, reports } from './state.ts';

const REPORT = 'acm-pca.report';
/** An authority makes no more reports than one in this time. */
const PAUSE_MS = 30 * MINUTE_MS;
const MADE_AFTER_MS = 2 * SECOND_MS;
const PAGE = 1_000;
/** Reports tell of no more certificates. */
const ROWS_MAX = 50_000;

/** What an authority issued and took back, as a file in the caller's bucket. */
export function createCreateCertificateAuthorityAuditReport({
  buckets,
}: PcaParts): PcaOperation<'CreateCertificateAuthorityAuditReport'> {
  return onAuthority({
    name: 'CreateCertificateAuthorityAuditReport',
    access: 'write',
    handle: async (input, { arn, authority, view }, context) => {
      const { S3BucketName: bucket, AuditReportResponseFormat: format } = input;
      const { unit, call } = context;
      const { now, scope } = call;
      assertStatus(authority, 'ACTIVE', 'DISABLED', 'EXPIRED');
      const query = { index: 'created', prefix: `${authority.id} `, limit: 1, descending: true };
      const [latest] = (await view.list(reports, query)).items;
      if (latest !== undefined && now - latest.document.created < PAUSE_MS) {
        throw requestFailed('An audit report can be created every 30 minutes.');
      }
      const id = await context.once(uuid);
      const key = `audit-report/${authority.id}/${id}.${format.toLowerCase()}`;
      const question = { service: PRINCIPAL, sourceArn: arn, sourceAccount: scope.account, now };
      if ((await buckets.mayPut(unit, { bucket, key }, question)) !== undefined) {
        throw invalidArguments(
          `The S3 bucket policy of ${bucket} does not let ACM Private CA put objects into it.`,
        );
      }
      const own = { id, authority: authority.id, created: now, format, bucket, key };
      view.put(reports, reportKey(authority.id, id), { ...own, status: 'CREATING' });
      const payload = JSON.stringify({ authority: authority.id, id });
      const due = now + MADE_AFTER_MS;
      unit.order({ id: `${REPORT}/${id}`, kind: REPORT, scope: authority.scope, due, payload });
      return { AuditReportId: id, S3Key: key };
    },
  });
}

export const describeCertificateAuthorityAuditReport = onAuthority({
  name: 'DescribeCertificateAuthorityAuditReport',
  access: 'read',
  handle: async ({ AuditReportId }, { authority, view }) => {
    const report = await view.get(reports, reportKey(authority.id, AuditReportId));
    if (report === undefined) throw notFound(`Could not find audit report: ${AuditReportId}`);
    return {
      AuditReportStatus: report.status,
      S3BucketName: report.bucket,
      S3Key: report.key,
      CreatedAt: new Date(report.created),
    };
  },
});

export function createReportJob({ buckets }: PcaParts): UnitJob {
  return {
    kind: REPORT,
    run: async (payload, context) => {
      const { unit, scope, now } = context;
      const { authority: of, id }: { readonly authority: string; readonly id: string } =
        JSON.parse(payload);
      const view = unit.view(scope);
      const report = await view.get(reports, reportKey(of, id));
      const authority = await view.get(authorities, of);
      if (report === undefined || authority === undefined) return;
      const sourceArn = arnOf(authority);
      const { bucket, key, format } = report;
      const refused = await buckets.put(
        unit,
        {
          bucket,
          key,
          content: Buffer.from(reportText(format, await rowsOf(context, of, sourceArn))),
          contentType: format === 'JSON' ? 'application/json' : 'text/csv',
          metadata: {},
        },
        {
          service: PRINCIPAL,
          sourceArn,
          sourceAccount: scope.account,
          now,
          callService: (...args) => context.callService(...args),
        },
      );
      const status = refused === undefined ? 'SUCCESS' : 'FAILED';
      view.put(reports, reportKey(of, id), { ...report, status });
    },
  };
}

const COLUMNS = [
  'awsAccountId',
  'requestedByServicePrincipal',
  'certificateArn',
  'serial',
  'subject',
  'notBefore',
  'notAfter',
  'issuedAt',
  'revokedAt',
  'revocationReason',
  'templateArn',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

async function rowsOf(
  { unit, scope }: JobContext,
  authority: string,
  arn: string,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: { readonly key: string; readonly id: string } | undefined;
  do {
    const page = await unit.view(scope).list(issued, {
      prefix: `${authority}/`,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { document } of page.items) rows.push(await rowOf(document, arn));
    after = page.last;
  } while (after !== undefined && rows.length < ROWS_MAX);
  return rows;
}

async function rowOf(document: IssuedDocument, arn: string): Promise<Row> {
  const { certificate, serial, ordered, orderedBy, revoked, template } = document;
  const facts = certificate === undefined ? undefined : await certificateFacts(certificate);
  return {
    awsAccountId: orderedBy,
    certificateArn: issuedArn(arn, serial),
    serial: facts?.serial ?? serial,
    ...(facts === undefined
      ? {}
      : {
          subject: nameText(facts.subject),
          notBefore: dated(facts.notBefore),
          notAfter: dated(facts.notAfter),
        }),
    issuedAt: dated(ordered),
    ...(revoked === undefined
      ? {}
      : { revokedAt: dated(revoked.at), revocationReason: revoked.reason }),
    templateArn: template,
  };
}

function dated(instant: Instant): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, '+0000');
}

function reportText(format: AuditReportResponseFormat, rows: readonly Row[]): string {
  if (format === 'JSON') return JSON.stringify(rows, null, 2);
  const lines = rows.map((row) => COLUMNS.map((name) => quoted(row[name] ?? '')).join(','));
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/** A subject has commas of its own. */
function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
