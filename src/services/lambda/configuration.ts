import type { EnvironmentResponse, FunctionConfiguration } from '../../../models/lambda/types.ts';
import { functionArn, LATEST } from './function-names.ts';
import type { FunctionDocument, VersionDocument } from './state.ts';

/** How operations show a version. `qualifier` is what the ARN ends with, if anything. */
export function shown(
  document: FunctionDocument,
  version: VersionDocument,
  {
    qualifier,
    environment,
  }: {
    readonly qualifier?: string | undefined;
    readonly environment?: EnvironmentResponse | undefined;
  } = {},
): FunctionConfiguration {
  const { scope, name } = document;
  return {
    FunctionName: name,
    FunctionArn: functionArn(scope, name, qualifier),
    Runtime: version.runtime,
    Role: version.role,
    Handler: version.handler,
    CodeSize: version.code.blob.size,
    Description: version.description,
    Timeout: version.timeoutSeconds,
    MemorySize: version.memoryMb,
    LastModified: lastModified(version.modified),
    CodeSha256: version.code.sha256,
    Version: version.version,
    TracingConfig: { Mode: version.tracing },
    RevisionId: version.revisionId,
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [version.architecture],
    EphemeralStorage: { Size: version.ephemeralMb },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: { LogFormat: 'Text', LogGroup: version.logging.group },
    ...(version.deadLetterArn === undefined
      ? {}
      : { DeadLetterConfig: { TargetArn: version.deadLetterArn } }),
    ...(version.kmsKeyArn === undefined ? {} : { KMSKeyArn: version.kmsKeyArn }),
    ...(version.layers.length === 0
      ? {}
      : {
          Layers: version.layers.map(({ arn, archive }) => ({
            Arn: arn,
            CodeSize: archive.blob.size,
          })),
        }),
    ...(version.version === LATEST ? {} : { MasterArn: functionArn(scope, name, LATEST) }),
    ...(environment === undefined ? {} : { Environment: environment }),
  };
}

/** `2026-11-25T19:21:06.000+0000`. */
export function lastModified(instant: number): string {
  return new Date(instant).toISOString().replace('Z', '+0000');
}
