import type { IpSetDocument, RegexPatternSetDocument, RuleGroupDocument } from './document.ts';
import type { AddressLookup } from './request.ts';

/** What the rules of a web ACL refer to. A reference that isn't here never matches; `missing` of the program names it. */
export interface ProgramParts {
  /** By ARN. */
  readonly ipSets: ReadonlyMap<string, IpSetDocument>;
  readonly regexPatternSets: ReadonlyMap<string, RegexPatternSetDocument>;
  readonly ruleGroups: ReadonlyMap<string, RuleGroupDocument>;
  /** The lists of the managed IP reputation and anonymous IP groups. Absent: they are empty, and never match. */
  readonly addressLists?: ManagedAddressLists;
  /** Signs tokens: at least 32 bytes. Absent: every token is invalid. */
  readonly tokenSecret?: Uint8Array;
  readonly locate?: AddressLookup;
}

/** CIDR notation. */
export interface ManagedAddressLists {
  readonly reputation?: readonly string[];
  readonly reconnaissance?: readonly string[];
  readonly ddos?: readonly string[];
  readonly anonymous?: readonly string[];
  readonly hostingProviders?: readonly string[];
}
