import type { SsmOperations } from '../../../models/ssm/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { isLabel, labelsOf, LABELS_MAX } from './domain/labels.ts';
import { labelLimitExceeded, versionNotFound } from './errors.ts';
import { existingParameter } from './existing.ts';
import { tellChange } from './events.ts';
import { parameterKind } from './resources.ts';
import { versionAt } from './selection.ts';
import { parameters } from './state.ts';

function onParameter(action: string) {
  return async (
    input: { readonly Name: string },
    context: ResolveContext,
  ): Promise<readonly Permission[]> => [
    { action, resource: await context.resolve(parameterKind, input.Name) },
  ];
}

/** The parameter, at a version that it has. Errors: ParameterNotFound, ParameterVersionNotFound. */
async function versionOf(context: Context, name: string, wanted: number | undefined) {
  const { parameter, view } = await existingParameter(context, name);
  const number = wanted ?? parameter.version;
  if ((await versionAt(view, parameter, number)) === undefined) {
    throw versionNotFound(String(number), parameter.name);
  }
  return { parameter, view, number };
}

/** Attaches labels, each of which leaves the version it was attached to. */
export const labelParameterVersion: OperationOf<SsmOperations, 'LabelParameterVersion'> = {
  name: 'LabelParameterVersion',
  access: 'write',
  authorize: onParameter('ssm:LabelParameterVersion'),
  handle: async (input, context) => {
    const { parameter, view, number } = await versionOf(
      context,
      input.Name,
      input.ParameterVersion,
    );
    const given = [...new Set(input.Labels)];
    const attached = given.filter(isLabel);
    const labels = { ...parameter.labels };
    for (const label of attached) labels[label] = number;
    if (labelsOf(labels, number).length > LABELS_MAX) throw labelLimitExceeded(LABELS_MAX);
    if (attached.length > 0) {
      const changed = { ...parameter, labels };
      view.put(parameters, parameter.id, changed);
      tellChange(context.unit, changed, 'LabelParameterVersion', context.call.now);
    }
    return {
      InvalidLabels: given.filter((label) => !isLabel(label)),
      ParameterVersion: number,
    };
  },
};

export const unlabelParameterVersion: OperationOf<SsmOperations, 'UnlabelParameterVersion'> = {
  name: 'UnlabelParameterVersion',
  access: 'write',
  authorize: onParameter('ssm:UnlabelParameterVersion'),
  handle: async (input, context) => {
    const { parameter, view, number } = await versionOf(
      context,
      input.Name,
      input.ParameterVersion,
    );
    const attached = new Set(labelsOf(parameter.labels, number));
    const given = [...new Set(input.Labels)];
    const RemovedLabels = given.filter((label) => attached.has(label));
    const labels = Object.fromEntries(
      Object.entries(parameter.labels).filter(([label]) => !RemovedLabels.includes(label)),
    );
    if (RemovedLabels.length > 0) view.put(parameters, parameter.id, { ...parameter, labels });
    return { RemovedLabels, InvalidLabels: given.filter((label) => !attached.has(label)) };
  },
};
