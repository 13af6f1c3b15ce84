import type { ResourceType } from '../../../../models/config-service/types.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Tags } from '../../../core/tags.ts';
import type { ItemRelationship } from '../state.ts';
import type { Ask } from './asking.ts';

/** What a configuration item says of a resource beyond its name. */
export interface Described {
  readonly configuration: JsonObject;
  readonly supplementary?: JsonObject;
  readonly tags?: Tags;
  readonly created?: Date | undefined;
  readonly zone?: string | undefined;
  readonly relationships?: readonly ItemRelationship[];
}

/** A resource that is there. It is described when a call touched it, or nothing is known of it yet. */
export interface Listed {
  readonly id: string;
  readonly name?: string | undefined;
  readonly arn?: string | undefined;
  /** Undefined: it went while it was being described. */
  readonly describe: () => Promise<Described | undefined>;
}

/** The resources of a type that are there. */
export interface Listing {
  readonly listed: readonly Listed[];
  /** There are more: that one is not listed does not tell that it is gone. */
  readonly isCut: boolean;
}

/** How resources of one type are found and described. A type is one line in `recorded-types.ts`. */
export interface RecordedType {
  /** `AWS::KMS::Key`. */
  readonly type: ResourceType;
  /** `kms.amazonaws.com`: after its writes the resources are looked at again. */
  readonly source: string;
  readonly isGlobal?: true;
  /** Resources of the type can not be tagged. */
  readonly isUntaggable?: true;
  /** Further services whose writes change what is said of them; they are asked, too. */
  readonly alsoAfter?: readonly string[];
  /** What calls name does not tell which resources they change: each look describes all of them. */
  readonly describesAll?: true;
  list(ask: Ask, scope: Scope): Promise<Listing>;
}
