import type { Unit, View } from '../../../contract/view.ts';
import type { ResourceStatus, StackStatus } from '../../../../models/cloudformation/types.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { isNoEcho } from '../domain/parameters.ts';
import { HANDLE } from '../signal-urls.ts';
import { tell } from '../stack-events.ts';
import {
  type Definition,
  type ExportDocument,
  exported,
  imports,
  type ResourceDocument,
  resourceId,
  resources,
  type RunDocument,
  runs,
  signals,
  type StackDocument,
  stacks,
  type Step,
} from '../state.ts';
import { type Parsed, parsed } from './parsed.ts';
import { surroundingsOf, type View as Seen } from './surroundings.ts';
import type { Surroundings } from '../domain/intrinsics.ts';

/** A stack that is worked on, within one unit: what was read of it, and what is written. */
export class Stage {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly now: Instant;
  readonly view: View;
  stack: StackDocument;
  run: RunDocument;
  readonly resources: Map<string, ResourceDocument>;
  readonly exports: ReadonlyMap<string, ExportDocument>;

  private constructor(
    place: { readonly unit: Unit; readonly scope: Scope; readonly now: Instant },
    found: {
      readonly stack: StackDocument;
      readonly run: RunDocument;
      readonly resources: Map<string, ResourceDocument>;
      readonly exports: ReadonlyMap<string, ExportDocument>;
    },
  ) {
    this.unit = place.unit;
    this.scope = place.scope;
    this.now = place.now;
    this.view = place.unit.view(place.scope);
    this.stack = found.stack;
    this.run = found.run;
    this.resources = found.resources;
    this.exports = found.exports;
  }

  /** Undefined: nothing is being done to the stack. */
  static async open(
    place: { readonly unit: Unit; readonly scope: Scope; readonly now: Instant },
    stackId: string,
  ): Promise<Stage | undefined> {
    const view = place.unit.view(place.scope);
    const [stack, run] = await Promise.all([view.get(stacks, stackId), view.get(runs, stackId)]);
    if (stack === undefined || run === undefined) return undefined;
    const isImporting = run.target.template.includes('ImportValue');
    return new Stage(place, {
      stack,
      run,
      resources: await resourcesOf(view, stackId),
      exports: isImporting ? await exportsOf(view) : new Map(),
    });
  }

  parsed(definition: Definition = this.run.target): Parsed {
    return parsed(definition);
  }

  /** Values of parameters that nobody is shown. */
  unseenValues(): readonly string[] {
    const { target } = this.run;
    if (!target.template.includes('NoEcho')) return [];
    return [...this.parsed().template.parameters].flatMap(([name, declared]) => {
      const given = target.parameters[name];
      return given === undefined || !isNoEcho(declared) ? [] : [given.resolved ?? given.value];
    });
  }

  surroundings(seen: Seen = {}, definition: Definition = this.run.target): Surroundings {
    const { scope, stack, resources, exports } = this;
    const { template } = parsed(definition);
    return surroundingsOf({ scope, stack, definition, template, resources, exports }, seen);
  }

  setRun(change: Partial<RunDocument>): void {
    this.run = { ...this.run, ...change };
    this.view.put(runs, this.stack.id, this.run);
  }

  /** Another run in the place of this one. */
  replaceRun(run: RunDocument): void {
    this.run = run;
    this.view.put(runs, this.stack.id, run);
  }

  /** Whether an answer is under way: whoever changes the run meanwhile must not order the job, or the answer is lost. */
  isDoing(): boolean {
    return Object.values(this.run.steps).some(({ state }) => state === 'doing');
  }

  /** Nobody who was asked for an answer is heard any more. */
  forgetSignals(): void {
    for (const [key, { token, state }] of Object.entries(this.run.steps)) {
      const isHandle = this.resources.get(key)?.type === HANDLE;
      if (!isHandle && (state === 'waiting' || state === 'doing')) this.view.delete(signals, token);
    }
  }

  setStep(key: string, step: Step): void {
    this.setRun({ steps: { ...this.run.steps, [key]: step } });
  }

  putResource(resource: ResourceDocument): void {
    this.resources.set(resource.logicalId, resource);
    this.view.put(resources, resourceId(this.stack.id, resource.logicalId), resource);
  }

  dropResource(logicalId: string): void {
    this.resources.delete(logicalId);
    this.view.delete(resources, resourceId(this.stack.id, logicalId));
  }

  setStack(change: Partial<StackDocument>): void {
    this.stack = { ...this.stack, ...change };
    this.view.put(stacks, this.stack.id, this.stack);
  }

  /** The stack's new status, with its event. */
  async turn(status: StackStatus, reason?: string): Promise<void> {
    const { reason: _before, ...rest } = this.stack;
    this.stack = { ...rest, status, ...(reason === undefined ? {} : { reason }) };
    this.view.put(stacks, this.stack.id, this.stack);
    await this.#tell({
      logicalId: this.stack.name,
      physicalId: this.stack.arn,
      type: 'AWS::CloudFormation::Stack',
      status,
      ...(reason === undefined ? {} : { reason }),
    });
  }

  /** What happened to a resource. `properties` as they may be shown. */
  async tellOf(
    resource: Pick<ResourceDocument, 'logicalId' | 'type' | 'physicalId'>,
    status: ResourceStatus,
    more: { readonly reason?: string; readonly properties?: JsonObject } = {},
  ): Promise<void> {
    const { reason, properties } = more;
    await this.#tell({
      logicalId: resource.logicalId,
      physicalId: resource.physicalId ?? '',
      type: resource.type,
      status,
      ...(reason === undefined ? {} : { reason }),
      ...(properties === undefined ? {} : { properties: JSON.stringify(properties) }),
    });
  }

  async #tell(event: Parameters<typeof tell>[3]): Promise<void> {
    const { unit, scope, stack, now } = this;
    await tell(unit, scope, { stack, now }, event);
  }

  noteImport(name: string): void {
    const { id, name: stackName } = this.stack;
    this.view.put(imports, `${name}/${id}`, { name, stackId: id, stackName });
  }

  /** Nothing is being done any more. */
  end(): void {
    this.view.delete(runs, this.stack.id);
  }
}

export async function resourcesOf(
  view: View,
  stackId: string,
): Promise<Map<string, ResourceDocument>> {
  const all = await everyOf(view, resources, { prefix: `${stackId}/` });
  return new Map(all.map((one) => [one.logicalId, one]));
}

export async function exportsOf(view: View): Promise<ReadonlyMap<string, ExportDocument>> {
  const all = await everyOf(view, exported);
  return new Map(all.map((one) => [one.name, one]));
}
