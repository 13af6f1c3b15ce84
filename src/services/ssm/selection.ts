import type { View } from '../../contract/view.ts';
import { versionNotFound } from './errors.ts';
import { type ParameterDocument, type ParameterVersion, versionId, versions } from './state.ts';

/** The version that a number or a label names; the latest without one. Errors: ParameterVersionNotFound. */
export async function selectVersion(
  view: View,
  parameter: ParameterDocument,
  selector: string | undefined,
): Promise<ParameterVersion> {
  if (selector === undefined) return parameter;
  const number = /^\d{1,12}$/.test(selector)
    ? Number(selector)
    : Object.hasOwn(parameter.labels, selector)
      ? parameter.labels[selector]
      : undefined;
  const found = number === undefined ? undefined : await versionAt(view, parameter, number);
  if (found === undefined) throw versionNotFound(selector, parameter.name);
  return found;
}

export async function versionAt(
  view: View,
  parameter: ParameterDocument,
  number: number,
): Promise<ParameterVersion | undefined> {
  if (number === parameter.version) return parameter;
  return view.get(versions, versionId(parameter.id, number));
}
