import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { Unit } from '../../contract/view.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { invalidParameterValue, resourceNotFound } from './errors.ts';
import { layerVersionId, type LayerVersionDocument, layerVersions } from './layer-state.ts';
import { joined } from './resources.ts';
import type { LayerUse } from './state.ts';

const LAYERS_MAX = 5;

export function layerArn({ account, region }: Scope, name: string, version?: number): string {
  const tail = version === undefined ? '' : `:${version}`;
  return formatArn({
    partition: partitionOf(region),
    service: 'lambda',
    region,
    account,
    resource: `layer:${name}${tail}`,
  });
}

/** A version of a layer, in whatever account. By its ARN. */
export const layerVersionKind: ResourceKind<LayerVersionDocument> = {
  name: 'lambda:layer version',
  policyMode: 'optional',
  find: async (arn, { unit, scope: caller }) => {
    const { scope, document } = await findLayerVersion(unit, caller, arn);
    const missing = resourceNotFound('The resource you requested does not exist.');
    return { arn, scope, id: arn, document, missing };
  },
  policy: ({ document }) =>
    document === undefined || document.statements.length === 0
      ? undefined
      : joined(document.statements.map(({ policy }) => policy.bound?.text ?? policy.text)),
};

async function findLayerVersion(unit: Unit, caller: Scope, arn: string) {
  const { account, region, resource = '' } = parseArn(arn) ?? {};
  const [, name = '', version = ''] = resource.split(':');
  const scope = account === undefined || region === undefined ? caller : { account, region };
  const number = Number(version);
  const isNear = scope.region === caller.region && Number.isSafeInteger(number);
  const document = isNear
    ? await unit.view(scope).get(layerVersions, layerVersionId(name, number))
    : undefined;
  return { scope, document };
}

/** A layer by its name, or by its ARN. */
export function layerNameOf(text: string): string {
  return text.split(':').at(-1) ?? text;
}

interface OnLayerVersion {
  readonly LayerName: string;
  readonly VersionNumber: number;
}

export function layerVersionArn(
  { LayerName, VersionNumber }: OnLayerVersion,
  caller: Scope,
): string {
  if (LayerName.startsWith('arn:')) return `${LayerName}:${VersionNumber}`;
  return layerArn(caller, LayerName, VersionNumber);
}

export function onLayerVersion<I extends OnLayerVersion>(action: string) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => [
    {
      action,
      resource: await context.resolve(layerVersionKind, layerVersionArn(input, context.call.scope)),
    },
  ];
}

/** Errors: ResourceNotFoundException. */
export async function layerVersionOf(context: Context, arn: string) {
  const resource = await context.resolve(layerVersionKind, arn);
  const { document, missing } = resource.resolved;
  if (document === undefined) throw missing ?? resourceNotFound(arn);
  return { document, view: context.viewOf(resource) };
}

/** Who makes a function of layers must be allowed to get them. */
export async function usesLayers(
  context: ResolveContext,
  arns: readonly string[] = [],
): Promise<readonly Permission[]> {
  return Promise.all(
    arns.map(async (arn) => {
      const resource = await context.resolve(layerVersionKind, arn);
      const isThere = resource.resolved.document !== undefined;
      // What is missing is judged by its name alone, and told by `layerUses`.
      return { action: 'lambda:GetLayerVersion', resource: isThere ? resource : arn };
    }),
  );
}

/** The layers of a function. Errors: InvalidParameterValueException. */
export async function layerUses(
  context: Context,
  arns: readonly string[] = [],
): Promise<readonly LayerUse[]> {
  if (arns.length > LAYERS_MAX) {
    throw invalidParameterValue('Cannot reference more than 5 layers.');
  }
  const names = arns.map((arn) => arn.slice(0, arn.lastIndexOf(':')));
  if (new Set(names).size < names.length) {
    throw invalidParameterValue(
      'Two different versions of the same layer are not allowed to be referenced in the same function.',
    );
  }
  const uses: LayerUse[] = [];
  for (const arn of arns) {
    const { document, scope } = await findLayerVersion(context.unit, context.call.scope, arn);
    if (document === undefined) throw invalidParameterValue(`Layer version ${arn} does not exist.`);
    uses.push({ arn, archive: document.archive, scope });
  }
  return uses;
}
