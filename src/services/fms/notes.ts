import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';

const NOTE = 'fms.note';

interface Association {
  /** Where the resource is: there the record stands. */
  readonly scope: Scope;
  readonly name: 'AssociateWebACL' | 'DisassociateWebACL';
  readonly resource: string;
  readonly webAcl: string;
}

/** Has the account's trail told what Firewall Manager did there: by it, Config learns of it. */
export function orderNote(unit: Unit, association: Association, due: Instant): void {
  const { scope, name, resource, webAcl } = association;
  unit.order({
    id: `${NOTE}/${resource}/${webAcl}/${name}`,
    kind: NOTE,
    scope,
    due,
    payload: JSON.stringify({ name, resource, webAcl }),
  });
}

export const noteJob: UnitJob = {
  kind: NOTE,
  run: async (payload, context) => {
    const value: JsonValue = JSON.parse(payload);
    const { name, resource, webAcl } = isJsonObject(value) ? value : {};
    if (typeof name !== 'string' || typeof resource !== 'string' || typeof webAcl !== 'string') {
      throw new Error('the job tells of nothing');
    }
    context.serviceEvent({
      name,
      resources: [
        { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', arn: resource },
        { type: 'AWS::WAFv2::WebACL', arn: webAcl },
      ],
    });
  },
};
