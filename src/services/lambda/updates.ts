import { randomUUID } from 'node:crypto';
import type {
  LambdaOperations,
  UpdateFunctionConfigurationRequest,
} from '../../../models/lambda/types.ts';
import type { ActingOperationOf, Context, OperationOf } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import type { ByteStream } from '../../model/types.ts';
import { type CodeParts, keepArchive, openSource } from './code.ts';
import { shown } from './configuration.ts';
import { checkVariables, sealEnvironment, showEnvironment, type Variables } from './environment.ts';
import { preconditionFailed } from './errors.ts';
import { passesRole, requireAssumable } from './execution-role.ts';
import { functionArn } from './function-names.ts';
import { layerUses, usesLayers } from './layer-resources.ts';
import { dropCode, publish } from './publishing.ts';
import { functionOf, namedFunction, onFunction } from './resources.ts';
import { type Archive, type FunctionDocument, functions, type VersionDocument } from './state.ts';
import { settingsOf } from './version-settings.ts';

interface Prepared {
  readonly scope: Scope;
  readonly source: ByteStream;
}

export function createUpdateFunctionCode(
  parts: CodeParts,
): ActingOperationOf<LambdaOperations, 'UpdateFunctionCode', Prepared, Archive> {
  return {
    name: 'UpdateFunctionCode',
    access: 'write',
    authorize: onFunction('lambda:UpdateFunctionCode'),
    prepare: async (input, context) => {
      const { place } = await functionOf(context, input);
      requireRevision(input.RevisionId, place.document);
      return { scope: place.document.scope, source: await openSource(context, input) };
    },
    act: (_input, { scope, source }) => keepArchive(parts, scope, source),
    handle: async (input, context, code) => {
      const { place, view } = await functionOf(context, input);
      const { document } = place;
      requireRevision(input.RevisionId, document);
      const before = document.latest;
      const latest: VersionDocument = {
        ...before,
        code,
        architecture: input.Architectures?.[0] ?? before.architecture,
        revisionId: await context.once(randomUUID),
        modified: context.call.now,
      };
      if (input.DryRun === true) return shown(document, latest);
      const { scope, name } = document;
      const after = { ...document, latest };
      parts.blobs.name(context.unit, scope, code.blob);
      view.put(functions, name, after);
      await dropCode({ blobs: parts.blobs, context, view }, document, before);
      parts.runner.retire(`${functionArn(scope, name, before.version)}|`);
      if (input.Publish !== true) return shown(after, latest);
      const { version } = await publish(context, view, after);
      return shown(after, version, { qualifier: version.version });
    },
  };
}

export function createUpdateFunctionConfiguration({
  runner,
}: CodeParts): OperationOf<LambdaOperations, 'UpdateFunctionConfiguration'> {
  return {
    name: 'UpdateFunctionConfiguration',
    access: 'write',
    authorize: async (input, context) => {
      const resource = await namedFunction(input, context);
      const { scope } = resource.resolved;
      const passed = input.Role ?? resource.resolved.document?.document.latest.role;
      return [
        { action: 'lambda:UpdateFunctionConfiguration', resource },
        ...(passed === undefined ? [] : [passesRole(scope, passed)]),
        ...(await usesLayers(context, input.Layers)),
      ];
    },
    handle: async (input, context) => {
      const { place, view } = await functionOf(context, input);
      const { document } = place;
      requireRevision(input.RevisionId, document);
      const { scope, name, latest: before } = document;
      const settings = settingsOf('UpdateFunctionConfiguration', input, before, runner);
      if (settings.role !== before.role) {
        await requireAssumable(context, settings.role, name);
      }
      const layers =
        input.Layers === undefined ? before.layers : await layerUses(context, input.Layers);
      const { environment: _sealed, kmsKeyArn: _key, ...rest } = before;
      const { variables, ...sealed } = await resealed(context, document, input, settings.role);
      const latest: VersionDocument = {
        ...rest,
        ...settings,
        ...sealed,
        layers,
        revisionId: await context.once(randomUUID),
        modified: context.call.now,
      };
      view.put(functions, name, { ...document, latest });
      runner.retire(`${functionArn(scope, name, before.version)}|`);
      const isShown = Object.keys(variables).length > 0 || input.Environment !== undefined;
      return shown(document, latest, {
        environment: isShown ? { Variables: variables } : undefined,
      });
    },
  };
}

/** New variables, a new key or a new role: each needs them sealed anew. */
async function resealed(
  context: Context,
  { scope, name, latest }: FunctionDocument,
  input: UpdateFunctionConfigurationRequest,
  role: string,
) {
  const arn = functionArn(scope, name);
  const given = input.Environment?.Variables;
  const key = input.KMSKeyArn ?? latest.kmsKeyArn;
  const kmsKeyArn = key === '' ? undefined : key;
  const kept = kmsKeyArn === undefined ? {} : { kmsKeyArn };
  if (given !== undefined) checkVariables(given);
  const isSame = given === undefined && kmsKeyArn === latest.kmsKeyArn && role === latest.role;
  const variables: Variables = given ?? (await before(context, latest, arn));
  if (isSame) {
    const { environment } = latest;
    return { ...kept, ...(environment === undefined ? {} : { environment }), variables };
  }
  const environment = await sealEnvironment(context, variables, {
    functionArn: arn,
    role,
    kmsKeyArn,
  });
  return { ...kept, ...(environment === undefined ? {} : { environment }), variables };
}

async function before(context: Context, latest: VersionDocument, arn: string): Promise<Variables> {
  if (latest.environment === undefined) return {};
  return showEnvironment(context, latest.environment, arn);
}

function requireRevision(given: string | undefined, { latest }: FunctionDocument): void {
  if (given !== undefined && given !== latest.revisionId) throw preconditionFailed();
}
