import { parseArn } from '../../../core/arn.ts';
import type { Scope } from '../../../core/scope.ts';

/** Where a target is, and what it is to EventBridge. */
export type TargetKind =
  | { readonly kind: 'queue'; readonly scope: Scope; readonly name: string }
  | { readonly kind: 'topic'; readonly scope: Scope }
  | { readonly kind: 'function'; readonly scope: Scope }
  | { readonly kind: 'logGroup'; readonly scope: Scope; readonly name: string }
  | { readonly kind: 'bus'; readonly scope: Scope; readonly name: string }
  | { readonly kind: 'apiDestination'; readonly scope: Scope; readonly name: string }
  /** AWS delivers there, and nothing here does. */
  | { readonly kind: 'unbuilt'; readonly service: string };

/** Undefined: the text is no ARN. */
export function targetKind(text: string): TargetKind | undefined {
  const arn = parseArn(text);
  if (arn === undefined) return undefined;
  const { service, account, region, resource } = arn;
  const scope = { account, region };
  switch (service) {
    case 'sqs':
      return { kind: 'queue', scope, name: resource };
    case 'sns':
      return { kind: 'topic', scope };
    case 'lambda':
      return { kind: 'function', scope };
    case 'logs':
      return { kind: 'logGroup', scope, name: resource.replace(/^log-group:|:\*$/g, '') };
    case 'events': {
      const [type, name = ''] = resource.split('/');
      if (type === 'event-bus') return { kind: 'bus', scope, name: resource.slice(10) };
      if (type === 'api-destination') return { kind: 'apiDestination', scope, name };
      return undefined;
    }
    default:
      return { kind: 'unbuilt', service };
  }
}
