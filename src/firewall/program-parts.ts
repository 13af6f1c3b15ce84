import type { AddressKnowledge } from './addresses/knowledge.ts';
import type { IpSetDocument, RegexPatternSetDocument, RuleGroupDocument } from './document.ts';

/** What the rules of a web ACL refer to. A reference that isn't here never matches; `missing` of the program names it. */
export interface ProgramParts {
  /** By ARN. */
  readonly ipSets: ReadonlyMap<string, IpSetDocument>;
  readonly regexPatternSets: ReadonlyMap<string, RegexPatternSetDocument>;
  readonly ruleGroups: ReadonlyMap<string, RuleGroupDocument>;
  /** Rules that ask for more never match, and `missing` names what they ask for. */
  readonly known: AddressKnowledge;
  /** Signs tokens: at least 32 bytes. Absent: every token is invalid. */
  readonly tokenSecret?: Uint8Array;
}
