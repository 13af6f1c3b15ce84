import { tagConditions } from '../../core/tags.ts';
import { randomUUID } from 'node:crypto';
import type { CreateFunctionRequest, LambdaOperations } from '../../../models/lambda/types.ts';
import type { ActingOperationOf, Context } from '../../contract/operation.ts';
import type { ByteStream } from '../../model/types.ts';
import { type CodeParts, keepArchive, openSource } from './code.ts';
import { shown } from './configuration.ts';
import { checkVariables, sealEnvironment } from './environment.ts';
import { functionExists } from './errors.ts';
import { passesRole, requireAssumable } from './execution-role.ts';
import { functionArn, LATEST, newNameOf } from './function-names.ts';
import { layerUses, usesLayers } from './layer-resources.ts';
import { functionKind } from './resources.ts';
import { type Archive, type FunctionDocument, functions, type VersionDocument } from './state.ts';
import { defaultSettings, settingsOf } from './version-settings.ts';

interface Prepared {
  readonly scope: FunctionDocument['scope'];
  readonly source: ByteStream;
}

/** The code is kept once the caller is known to be allowed; the function is there when the answer is. */
export function createCreateFunction(
  parts: CodeParts,
): ActingOperationOf<LambdaOperations, 'CreateFunction', Prepared, Archive> {
  return {
    name: 'CreateFunction',
    access: 'write',
    authorize: async (input, context) => {
      const name = newNameOf(input, context.call.scope);
      const resource = await context.resolve(functionKind, functionArn(context.call.scope, name));
      const conditions = tagConditions(input.Tags ?? {});
      return [
        { action: 'lambda:CreateFunction', resource, conditions },
        passesRole(context.call.scope, input.Role),
        ...(await usesLayers(context, input.Layers)),
      ];
    },
    prepare: async (input, context) => {
      const { scope } = context.call;
      const name = newNameOf(input, scope);
      settings(parts, input, name);
      checkVariables(input.Environment?.Variables ?? {});
      await requireNew(context, name);
      await requireAssumable(context, input.Role, name);
      return { scope, source: await openSource(context, input.Code) };
    },
    act: (_input, { scope, source }) => keepArchive(parts, scope, source),
    handle: (input, context, code) => create(parts, input, context, code),
  };
}

async function create(
  parts: CodeParts,
  input: CreateFunctionRequest,
  context: Context,
  code: Archive,
) {
  const { scope, now } = context.call;
  const name = newNameOf(input, scope);
  await requireNew(context, name);
  const arn = functionArn(scope, name);
  const variables = input.Environment?.Variables ?? {};
  const { Role: role, KMSKeyArn: kmsKeyArn } = input;
  const environment = await sealEnvironment(context, variables, {
    functionArn: arn,
    role,
    kmsKeyArn,
  });
  const latest: VersionDocument = {
    ...settings(parts, input, name),
    version: LATEST,
    revisionId: await context.once(randomUUID),
    modified: now,
    code,
    layers: await layerUses(context, input.Layers),
    architecture: input.Architectures?.[0] ?? 'x86_64',
    ...(environment === undefined ? {} : { environment }),
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
  };
  const tags = input.Tags ?? {};
  const document: FunctionDocument = { name, scope, created: now, latest, nextVersion: 1, tags };
  parts.blobs.name(context.unit, scope, code.blob);
  context.view.put(functions, name, document);
  context.audit.resource('AWS::Lambda::Function', arn, scope.account);
  return shown(document, latest, {
    environment: input.Environment === undefined ? undefined : { Variables: variables },
  });
}

function settings({ runner }: CodeParts, input: CreateFunctionRequest, name: string) {
  return settingsOf('CreateFunction', input, defaultSettings(name, input.Role), runner);
}

async function requireNew(context: Context, name: string): Promise<void> {
  if ((await context.view.get(functions, name)) !== undefined) throw functionExists(name);
}
