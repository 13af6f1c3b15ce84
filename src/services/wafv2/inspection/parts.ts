import type { LoggingConfiguration } from '../../../../models/wafv2/types.ts';
import type { Unit } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import type {
  IpSetDocument as EngineIpSet,
  RuleGroupDocument as EngineGroup,
} from '../../../firewall/document.ts';
import { GLOBAL_REGION, itemKey, parseItemArn } from '../arns.ts';
import {
  type AssociationDocument,
  associations,
  type IpSetDocument,
  ipSets,
  type ItemDocument,
  loggingKey,
  loggings,
  type RegexPatternSetDocument,
  regexPatternSets,
  type RuleGroupDocument,
  ruleGroups,
  TOKEN_KEY,
  tokenKeys,
  type WebAclDocument,
  webAcls,
} from '../state.ts';
import { shownRule } from '../stored-rules.ts';

/** All that a firewall is made of, as it is in one unit. */
export interface FirewallParts {
  readonly arn: string;
  readonly type: AssociationDocument['type'];
  readonly webAcl: WebAclDocument;
  readonly ipSets: ReadonlyMap<string, IpSetDocument>;
  readonly patternSets: ReadonlyMap<string, RegexPatternSetDocument>;
  readonly groups: ReadonlyMap<string, RuleGroupDocument>;
  readonly logging: LoggingConfiguration | undefined;
  readonly tokenSecret: Uint8Array;
  /** Another one when any of the parts has changed. */
  readonly version: string;
}

/** Undefined: no web ACL stands before the resource. */
export async function firewallParts(
  unit: Unit,
  resource: string,
  scope: Scope,
): Promise<FirewallParts | undefined> {
  const home = resource.includes(':cloudfront:') ? { ...scope, region: GLOBAL_REGION } : scope;
  const view = unit.view(home);
  const association = await view.get(associations, resource);
  if (association === undefined) return undefined;
  const { webAcl: arn, type } = association;
  const item = parseItemArn(arn);
  if (item === undefined) throw new Error('an association names no web ACL');
  const webAcl = await unit.view(item.scope).get(webAcls, itemKey(item));
  if (webAcl?.id !== item.id) throw new Error('a web ACL went while it was associated');
  const logging = await view.get(loggings, loggingKey(webAcl));
  const key = await view.get(tokenKeys, TOKEN_KEY);
  const found = new References(unit);
  await found.add(webAcl.references);
  const versions = [webAcl.lockToken, logging?.token ?? '', ...found.versions];
  return {
    arn,
    type,
    webAcl,
    ipSets: found.ipSets,
    patternSets: found.patternSets,
    groups: found.groups,
    logging: logging?.configuration,
    tokenSecret: Buffer.from(key?.secret ?? '', 'base64'),
    version: versions.join(' '),
  };
}

/** What rules refer to, and what the groups among it refer to. */
class References {
  readonly ipSets = new Map<string, IpSetDocument>();
  readonly patternSets = new Map<string, RegexPatternSetDocument>();
  readonly groups = new Map<string, RuleGroupDocument>();
  readonly versions: string[] = [];
  readonly #unit: Unit;

  constructor(unit: Unit) {
    this.#unit = unit;
  }

  async add(arns: readonly string[]): Promise<void> {
    for (const arn of arns) await this.#addOne(arn);
  }

  async #addOne(arn: string): Promise<void> {
    const item = parseItemArn(arn);
    if (item === undefined) return;
    const view = this.#unit.view(item.scope);
    const key = itemKey(item);
    // Another item of the name isn't what was referred to: whoever owns it may have deleted that one, and made this.
    const same = <T extends ItemDocument>(document: T | undefined): T | undefined =>
      document?.id === item.id ? document : undefined;
    switch (item.type) {
      case 'ipset':
        return this.#keep(this.ipSets, arn, same(await view.get(ipSets, key)));
      case 'regexpatternset':
        return this.#keep(this.patternSets, arn, same(await view.get(regexPatternSets, key)));
      case 'rulegroup': {
        if (this.groups.has(arn)) return;
        const group = same(await view.get(ruleGroups, key));
        this.#keep(this.groups, arn, group);
        await this.add(group?.references ?? []);
        return;
      }
      default:
    }
  }

  #keep<T extends { readonly lockToken: string }>(
    into: Map<string, T>,
    arn: string,
    document: T | undefined,
  ): void {
    if (document === undefined) return;
    into.set(arn, document);
    this.versions.push(document.lockToken);
  }
}

export function engineIpSets(sets: FirewallParts['ipSets']): ReadonlyMap<string, EngineIpSet> {
  return new Map([...sets].map(([arn, { addresses }]) => [arn, { Addresses: addresses }]));
}

export function engineGroups(groups: FirewallParts['groups']): ReadonlyMap<string, EngineGroup> {
  return new Map(
    [...groups].map(([arn, { name, rules, settings }]) => [
      arn,
      {
        Name: name,
        ARN: arn,
        Rules: rules.map(shownRule),
        CustomResponseBodies: settings.CustomResponseBodies,
      },
    ]),
  );
}
