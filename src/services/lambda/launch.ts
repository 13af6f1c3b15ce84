import type { Blobs } from '../../contract/blobs.ts';
import type { FunctionRunner, Invocation, LaunchSpec } from '../../contract/functions.ts';
import { MINUTE_MS, SECOND_MS, type Instant } from '../../core/time.ts';
import type { Unit } from '../../contract/view.ts';
import type { MetricWriter } from '../cloudwatch/port.ts';
import { unreserved } from './concurrency.ts';
import { openEnvironment } from './environment.ts';
import { roleCredentials } from './execution-role.ts';
import { functionArn } from './function-names.ts';
import type { CallService } from './other-services.ts';
import type { FunctionDocument, VersionDocument } from './state.ts';

export interface LaunchParts {
  readonly blobs: Blobs;
  readonly runner: FunctionRunner;
}

/** What runs functions, and tells of it. */
export interface RunParts extends LaunchParts {
  readonly metrics: MetricWriter;
}

/**
 * What a sandbox of this version starts with: that of a living one, or new credentials of the execution role and the
 * environment, opened as that role. Errors: AccessDeniedException, KMSAccessDeniedException and its kin.
 */
export async function launchOf(
  { blobs, runner }: LaunchParts,
  work: { readonly callService: CallService; readonly now: Instant },
  document: FunctionDocument,
  version: VersionDocument,
): Promise<LaunchSpec> {
  const { scope, name } = document;
  const key = `${functionArn(scope, name, version.version)}|${version.revisionId}`;
  const until = work.now + version.timeoutSeconds * SECOND_MS + MINUTE_MS;
  const living = runner.launched(key, until);
  if (living !== undefined) return living;
  const { role } = version;
  const owner = { functionArn: functionArn(scope, name), role, name };
  const variables = await openEnvironment(work.callService, version.environment, owner);
  const credentials = await roleCredentials(work.callService, role, name);
  return {
    key,
    runtime: version.runtime,
    handler: version.handler,
    memoryMb: version.memoryMb,
    logStreamPrefix: `${dayOf(work.now)}/[${version.version}]`,
    environment: {
      ...variables,
      ...credentials.environment,
      AWS_REGION: scope.region,
      AWS_DEFAULT_REGION: scope.region,
      AWS_EXECUTION_ENV: `AWS_Lambda_${version.runtime}`,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: version.version,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(version.memoryMb),
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: version.logging.group,
    },
    archives: () => ({
      code: blobs.read(scope, version.code.blob),
      layers: version.layers.map((layer) => blobs.read(layer.scope, layer.archive.blob)),
    }),
    expires: credentials.expires,
  };
}

/** What is run: the same whether somebody waits for it or not. */
export async function invocationOf(
  unit: Unit,
  {
    document,
    version,
    functionArn: arn,
  }: {
    readonly document: FunctionDocument;
    readonly version: VersionDocument;
    /** As it was invoked. */
    readonly functionArn: string;
  },
  given: Pick<Invocation, 'requestId' | 'payload' | 'clientContext'>,
): Promise<Invocation> {
  const { scope, name, reservedConcurrency } = document;
  return {
    ...given,
    functionArn: arn,
    timeoutSeconds: version.timeoutSeconds,
    version: version.version,
    concurrency: {
      pool: `${scope.account}/${scope.region}`,
      poolLimit: await unreserved(unit.view(scope)),
      functionName: name,
      reserved: reservedConcurrency,
    },
  };
}

/** `2026/11/25`. */
function dayOf(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10).replaceAll('-', '/');
}
