import type {
  CreateFunctionRequest,
  UpdateFunctionConfigurationRequest,
} from '../../../models/lambda/types.ts';
import type { FunctionRunner } from '../../contract/functions.ts';
import { invalidParameterValue, unbuilt } from './errors.ts';
import type { VersionDocument } from './state.ts';

const TIMEOUT_SECONDS_MAX = 900;
const MEMORY_MB_MAX = 10_240;

/** What both CreateFunction and UpdateFunctionConfiguration set, but for keys, layers and variables. */
export type Settings = Pick<
  VersionDocument,
  | 'runtime'
  | 'role'
  | 'handler'
  | 'description'
  | 'timeoutSeconds'
  | 'memoryMb'
  | 'tracing'
  | 'ephemeralMb'
  | 'logging'
> &
  Pick<Partial<VersionDocument>, 'deadLetterArn'>;

type Input = Omit<UpdateFunctionConfigurationRequest, 'FunctionName'> &
  Pick<CreateFunctionRequest, 'PackageType' | 'CodeSigningConfigArn' | 'TenancyConfig'>;

/** What a function has of which nothing is said. */
export type Beginning = Omit<Settings, 'runtime'> & { readonly runtime?: Settings['runtime'] };

export function defaultSettings(name: string, role: string): Beginning {
  return {
    role,
    handler: '',
    description: '',
    timeoutSeconds: 3,
    memoryMb: 128,
    tracing: 'PassThrough',
    ephemeralMb: 512,
    logging: { group: `/aws/lambda/${name}` },
  };
}

/** The settings after the input. Errors: InvalidParameterValueException; 501 for what isn't built. */
export function settingsOf(
  operation: string,
  input: Input,
  before: Beginning,
  runner: FunctionRunner,
): Settings {
  refuseUnbuilt(operation, input);
  atMost('timeout', input.Timeout, TIMEOUT_SECONDS_MAX);
  atMost('memorySize', input.MemorySize, MEMORY_MB_MAX);
  const after = { ...before, ...runs(input, before), ...isSetUp(input, before) };
  const { handler } = after;
  const runtime = input.Runtime ?? before.runtime;
  if (runtime === undefined || (handler === '' && !runtime.startsWith('provided'))) {
    throw invalidParameterValue(
      'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
    );
  }
  const fault = runner.refusal ?? runner.missingRuntime(runtime);
  if (fault !== undefined) throw invalidParameterValue(fault);
  const { deadLetterArn: _before, ...rest } = after;
  const deadLetterArn =
    input.DeadLetterConfig === undefined ? before.deadLetterArn : input.DeadLetterConfig.TargetArn;
  const made = { ...rest, runtime };
  return deadLetterArn === undefined || deadLetterArn === '' ? made : { ...made, deadLetterArn };
}

function runs(input: Input, before: Beginning) {
  return {
    handler: input.Handler ?? before.handler,
    role: input.Role ?? before.role,
    description: input.Description ?? before.description,
  };
}

function isSetUp(input: Input, before: Beginning) {
  return {
    timeoutSeconds: input.Timeout ?? before.timeoutSeconds,
    memoryMb: input.MemorySize ?? before.memoryMb,
    tracing: input.TracingConfig?.Mode ?? before.tracing,
    ephemeralMb: input.EphemeralStorage?.Size ?? before.ephemeralMb,
    logging: { group: input.LoggingConfig?.LogGroup ?? before.logging.group },
  };
}

function atMost(member: string, value: number | undefined, most: number): void {
  if (value === undefined || value <= most) return;
  throw invalidParameterValue(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ` +
      `Member must have value less than or equal to ${most}`,
  );
}

function refuseUnbuilt(operation: string, input: Input): void {
  const asked: readonly (readonly [boolean, string])[] = [
    [input.PackageType === 'Image' || input.ImageConfig !== undefined, 'container images'],
    [(input.VpcConfig?.SubnetIds ?? []).length > 0, 'functions in a VPC'],
    [(input.FileSystemConfigs ?? []).length > 0, 'file systems'],
    [input.SnapStart?.ApplyOn === 'PublishedVersions', 'SnapStart'],
    [input.CodeSigningConfigArn !== undefined, 'code signing'],
    [input.CapacityProviderConfig !== undefined, 'capacity providers'],
    [input.DurableConfig !== undefined, 'durable functions'],
    [input.TenancyConfig !== undefined, 'tenant isolation'],
    [input.LoggingConfig?.LogFormat === 'JSON', 'the JSON log format'],
  ];
  for (const [isAsked, what] of asked) if (isAsked) throw unbuilt(operation, what);
}
