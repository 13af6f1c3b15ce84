import { partitionOf } from '../../../core/arn.ts';
import type { JsonValue } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import { zonesOf } from '../../ec2/port.ts';
import { holds, type Surroundings } from '../domain/intrinsics.ts';
import { isNoEcho, referredParameter } from '../domain/parameters.ts';
import type { Template } from '../domain/template.ts';
import { validation } from '../errors.ts';
import type { Definition, ExportDocument, ResourceDocument, StackDocument } from '../state.ts';

export interface Scene {
  readonly scope: Scope;
  readonly stack: Pick<StackDocument, 'arn' | 'name'>;
  readonly definition: Definition;
  readonly template: Template;
  readonly resources: ReadonlyMap<string, ResourceDocument>;
  readonly exports: ReadonlyMap<string, ExportDocument>;
}

/** AWS's own text for what only the change itself will tell. */
const KNOWN_AFTER = '{{changeSet:KNOWN_AFTER_APPLY}}';
const MASKED = '****';

export interface View {
  /** What nobody is to see is masked. */
  readonly isShown?: boolean;
  /** Resources whose ids and attributes are not known yet. */
  readonly isPending?: (logicalId: string) => boolean;
  /** Told of each import. */
  readonly onImport?: (name: string) => void;
}

/** What the functions of a stack's template are worked out with. */
export function surroundingsOf(scene: Scene, view: View = {}): Surroundings {
  const { template, resources, exports } = scene;
  const isPending = (name: string): boolean => view.isPending?.(name) === true;
  return {
    parameter: (name) => parameterOf(scene, view, name),
    resource: (name) => {
      if (isPending(name)) return KNOWN_AFTER;
      const { physicalId } = resources.get(name) ?? {};
      if (physicalId !== undefined) return physicalId;
      return template.resources.has(name) ? notThere(name) : undefined;
    },
    attribute: (name, attribute) => {
      if (isPending(name)) return KNOWN_AFTER;
      const resource = resources.get(name);
      if (resource?.physicalId === undefined) return notThere(name);
      const value = resource.attributes[attribute];
      if (value === undefined) {
        throw validation(
          `Template error: resource ${name} does not support attribute type ${attribute} in Fn::GetAtt`,
        );
      }
      const isHidden = resource.isSecret || resource.hidden?.includes(attribute) === true;
      return view.isShown === true && isHidden ? MASKED : value;
    },
    mappings: template.mappings,
    conditions: template.conditions,
    exported: (name) => {
      const found = exports.get(name);
      if (found === undefined) throw validation(`No export named ${name} found.`);
      view.onImport?.(name);
      return found.value;
    },
    zones: (region) => {
      const zones = zonesOf(region === '' ? scene.scope.region : region);
      return zones.map((zone) => zone.name);
    },
  };
}

function notThere(name: string): never {
  throw validation(`Template error: the resource ${name} is not part of the stack`);
}

function parameterOf(
  { scope, stack, definition, template }: Scene,
  { isShown }: View,
  name: string,
): JsonValue | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return scope.account;
    case 'AWS::Region':
      return scope.region;
    case 'AWS::Partition':
      return partitionOf(scope.region);
    case 'AWS::URLSuffix':
      return scope.region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    case 'AWS::StackId':
      return stack.arn;
    case 'AWS::StackName':
      return stack.name;
    case 'AWS::NotificationARNs':
      return [...definition.notificationArns];
    default: {
      const declaration = template.parameters.get(name);
      const given = definition.parameters[name];
      if (declaration === undefined || given === undefined) return undefined;
      if (isShown === true && isNoEcho(declaration)) return MASKED;
      return referredParameter(declaration, given);
    }
  }
}

/** Logical ids whose conditions hold, in the order of their making. */
export function activeResources(
  template: Template,
  order: readonly string[],
  surroundings: Surroundings,
): readonly string[] {
  return order.filter((name) => {
    const condition = template.resources.get(name)?.condition;
    return condition === undefined || holds(condition, surroundings);
  });
}
