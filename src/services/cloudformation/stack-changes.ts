import type { Change, ResourceChangeDetail } from '../../../models/cloudformation/types.ts';
import type { Context } from '../../contract/operation.ts';
import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { evaluateObject } from './domain/intrinsics.ts';
import { dependenciesOf } from './domain/references.ts';
import { changedProperties, specificationOf } from './domain/resource-table.ts';
import { validation } from './errors.ts';
import { activeOf } from './runs/begin.ts';
import { parsed } from './runs/parsed.ts';
import { exportsOf, resourcesOf } from './runs/stage.ts';
import { replaces } from './runs/starts.ts';
import { surroundingsOf } from './runs/surroundings.ts';
import type { Definition, ResourceDocument, StackDocument } from './state.ts';
import type { ResourceTypes } from './types/built.ts';

export const NO_UPDATES = 'No updates are to be performed.';

/** Errors: ValidationError where a stack is already what it is to be. */
export async function assertDifferent(
  context: Context,
  stack: StackDocument,
  target: Definition,
): Promise<void> {
  const before = stack.definition;
  if (before === undefined || isAnother(before, target)) return;
  const changes = await changesOf(context, undefined, stack, target);
  if (changes.length > 0) return;
  throw validation(NO_UPDATES);
}

function inOrder(tags: Definition['tags']): string {
  const keys = Object.keys(tags).sort();
  return JSON.stringify(keys.map((key) => [key, tags[key]]));
}

/** What is no change of a resource is one of the stack: outputs, tags, and what the template says beside. */
function isAnother(before: Definition, target: Definition): boolean {
  if (inOrder(before.tags) !== inOrder(target.tags)) return true;
  const [one, other] = [parsed(before).json, parsed(target).json];
  return JSON.stringify(one['Outputs'] ?? null) !== JSON.stringify(other['Outputs'] ?? null);
}

/** Whether outputs or tags differ, which a set of changes may be about alone. */
export function differsBeside(stack: StackDocument, target: Definition): boolean {
  return stack.definition === undefined || isAnother(stack.definition, target);
}

/** What would happen to the resources of a stack. Without `types` replacements are not told apart. */
export async function changesOf(
  context: Context,
  types: ResourceTypes | undefined,
  stack: StackDocument,
  target: Definition,
): Promise<readonly Change[]> {
  const { scope } = context.call;
  const view = context.unit.view(scope);
  const resources = await resourcesOf(view, stack.id);
  const { template } = parsed(target);
  const exports = await exportsOf(view);
  const scene = { scope, stack, definition: target, template, resources, exports };
  const active = await activeOf(context, stack, target);
  /** What is made anew: its id and attributes are not known. */
  const pending = new Set<string>();
  const isPending = (name: string): boolean => pending.has(name);
  const changes: Change[] = [];
  for (const name of active) {
    const declaration = template.resources.get(name);
    if (declaration === undefined) continue;
    const existing = resources.get(name);
    if (existing?.physicalId === undefined) {
      pending.add(name);
      changes.push(change(name, declaration.type, { Action: 'Add' }));
      continue;
    }
    assertSameType(existing, declaration.type);
    const properties = evaluateObject(declaration.properties, surroundingsOf(scene, { isPending }));
    const changed = changedProperties(existing.properties, properties);
    if (changed.length === 0) continue;
    const { type } = declaration;
    const isReplaced =
      types !== undefined &&
      replaces(types, type, { before: existing.properties, properties, changed });
    if (isReplaced) pending.add(name);
    const isMaybe =
      isReplaced && changed.every((one) => isUncertain(declaration.properties, one, pending));
    changes.push(
      change(name, type, {
        Action: 'Modify',
        PhysicalResourceId: existing.physicalId,
        Replacement: isReplaced ? (isMaybe ? 'Conditional' : 'True') : 'False',
        Scope: ['Properties'],
        Details: changed.map((one) => detail(type, one, declaration.properties)),
      }),
    );
  }
  const kept = new Set(active);
  for (const [name, { type, physicalId }] of resources) {
    if (kept.has(name)) continue;
    const id = physicalId === undefined ? {} : { PhysicalResourceId: physicalId };
    changes.push(change(name, type, { Action: 'Remove', ...id, PolicyAction: 'Delete' }));
  }
  return changes.sort((one, other) => order(one).localeCompare(order(other)));
}

function order({ ResourceChange }: Change): string {
  return ResourceChange?.LogicalResourceId ?? '';
}

/** Errors: ValidationError: a resource keeps its type. */
function assertSameType({ logicalId, type }: ResourceDocument, after: string): void {
  if (type === after) return;
  throw validation(
    `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${logicalId}]`,
  );
}

function isUncertain(properties: JsonObject, name: string, pending: ReadonlySet<string>): boolean {
  const value = properties[name];
  const own = { type: '', properties: { value }, dependsOn: [] };
  const shape = { ...own, deletionPolicy: '', updateReplacePolicy: '', hasUpdatePolicy: false };
  return isJsonObject(value) && dependenciesOf(shape, (one) => pending.has(one)).length > 0;
}

function change(
  LogicalResourceId: string,
  ResourceType: string,
  more: NonNullable<Change['ResourceChange']>,
): Change {
  return {
    Type: 'Resource',
    ResourceChange: { LogicalResourceId, ResourceType, ...more },
  };
}

function detail(type: string, name: string, properties: JsonObject): ResourceChangeDetail {
  const replacing = specificationOf(type)?.replacing.has(name) === true;
  return {
    Target: {
      Attribute: 'Properties',
      Name: name,
      RequiresRecreation: replacing ? 'Always' : 'Never',
    },
    Evaluation: isJsonObject(properties[name]) ? 'Dynamic' : 'Static',
    ChangeSource: 'DirectModification',
  };
}
