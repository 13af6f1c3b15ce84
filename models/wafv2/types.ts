// Generated from the API model of WAFV2; see scripts/generate-models.

export interface APIKeySummary {
  readonly TokenDomains?: readonly (string)[] | undefined;
  readonly APIKey?: string | undefined;
  readonly CreationTimestamp?: Date | undefined;
  readonly Version?: number | undefined;
}
export interface AWSManagedRulesACFPRuleSet {
  readonly CreationPath: string;
  readonly RegistrationPagePath: string;
  readonly RequestInspection: RequestInspectionACFP;
  readonly ResponseInspection?: ResponseInspection | undefined;
  readonly EnableRegexInPath?: boolean | undefined;
}
export interface AWSManagedRulesATPRuleSet {
  readonly LoginPath: string;
  readonly RequestInspection?: RequestInspection | undefined;
  readonly ResponseInspection?: ResponseInspection | undefined;
  readonly EnableRegexInPath?: boolean | undefined;
}
export interface AWSManagedRulesAntiDDoSRuleSet {
  readonly ClientSideActionConfig: ClientSideActionConfig;
  readonly SensitivityToBlock?: SensitivityToAct | undefined;
}
export interface AWSManagedRulesBotControlRuleSet {
  readonly InspectionLevel: InspectionLevel;
  readonly EnableMachineLearning?: boolean | undefined;
}
export interface ActionCondition {
  readonly Action: ActionValue;
}
export type ActionValue = "ALLOW" | "BLOCK" | "COUNT" | "CAPTCHA" | "CHALLENGE" | "EXCLUDED_AS_COUNT" | "MONETIZE";
export interface AddressField {
  readonly Identifier: string;
}
export interface All {
}
export interface AllQueryArguments {
}
export interface AllowAction {
  readonly CustomRequestHandling?: CustomRequestHandling | undefined;
}
export interface AndStatement {
  readonly Statements: readonly (Statement)[];
}
export interface ApplicationAttribute {
  readonly Name?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
}
export interface ApplicationConfig {
  readonly Attributes?: readonly (ApplicationAttribute)[] | undefined;
}
export interface AsnMatchStatement {
  readonly AsnList: readonly (number)[];
  readonly ForwardedIPConfig?: ForwardedIPConfig | undefined;
}
export interface AssociateWebACLRequest {
  readonly WebACLArn: string;
  readonly ResourceArn: string;
}
export interface AssociateWebACLResponse {
}
export type AssociatedResourceType = "CLOUDFRONT" | "API_GATEWAY" | "COGNITO_USER_POOL" | "APP_RUNNER_SERVICE" | "VERIFIED_ACCESS_INSTANCE" | "AGENTCORE_GATEWAY";
export interface AssociationConfig {
  readonly RequestBody?: { readonly [key: string]: RequestBodyAssociatedResourceTypeConfig } | undefined;
}
export interface BlockAction {
  readonly CustomResponse?: CustomResponse | undefined;
}
export interface Body {
  readonly OversizeHandling?: OversizeHandling | undefined;
}
export type BodyParsingFallbackBehavior = "MATCH" | "NO_MATCH" | "EVALUATE_AS_STRING";
export interface BotStatistics {
  readonly BotName: string;
  readonly RequestCount: number;
  readonly Percentage: number;
}
export interface ByteMatchStatement {
  readonly SearchString: Uint8Array;
  readonly FieldToMatch: FieldToMatch;
  readonly TextTransformations: readonly (TextTransformation)[];
  readonly PositionalConstraint: PositionalConstraint;
  readonly PreParseTextTransformations?: readonly (PreParseTextTransformation)[] | undefined;
}
export interface CaptchaAction {
  readonly CustomRequestHandling?: CustomRequestHandling | undefined;
}
export interface CaptchaConfig {
  readonly ImmunityTimeProperty?: ImmunityTimeProperty | undefined;
}
export interface CaptchaResponse {
  readonly ResponseCode?: number | undefined;
  readonly SolveTimestamp?: number | undefined;
  readonly FailureReason?: FailureReason | undefined;
}
export interface ChallengeAction {
  readonly CustomRequestHandling?: CustomRequestHandling | undefined;
}
export interface ChallengeConfig {
  readonly ImmunityTimeProperty?: ImmunityTimeProperty | undefined;
}
export interface ChallengeResponse {
  readonly ResponseCode?: number | undefined;
  readonly SolveTimestamp?: number | undefined;
  readonly FailureReason?: FailureReason | undefined;
}
export interface CheckCapacityRequest {
  readonly Scope: Scope;
  readonly Rules: readonly (Rule)[];
}
export interface CheckCapacityResponse {
  readonly Capacity?: number | undefined;
}
export interface ClientSideAction {
  readonly UsageOfAction: UsageOfAction;
  readonly Sensitivity?: SensitivityToAct | undefined;
  readonly ExemptUriRegularExpressions?: readonly (Regex)[] | undefined;
}
export interface ClientSideActionConfig {
  readonly Challenge: ClientSideAction;
}
export type ComparisonOperator = "EQ" | "NE" | "LE" | "LT" | "GE" | "GT";
export interface Condition {
  readonly ActionCondition?: ActionCondition | undefined;
  readonly LabelNameCondition?: LabelNameCondition | undefined;
}
export interface CookieMatchPattern {
  readonly All?: All | undefined;
  readonly IncludedCookies?: readonly (string)[] | undefined;
  readonly ExcludedCookies?: readonly (string)[] | undefined;
}
export interface Cookies {
  readonly MatchPattern: CookieMatchPattern;
  readonly MatchScope: MapMatchScope;
  readonly OversizeHandling: OversizeHandling;
}
export interface CountAction {
  readonly CustomRequestHandling?: CustomRequestHandling | undefined;
}
export type CountryCode = "AF" | "AX" | "AL" | "DZ" | "AS" | "AD" | "AO" | "AI" | "AQ" | "AG" | "AR" | "AM" | "AW" | "AU" | "AT" | "AZ" | "BS" | "BH" | "BD" | "BB" | "BY" | "BE" | "BZ" | "BJ" | "BM" | "BT" | "BO" | "BQ" | "BA" | "BW" | "BV" | "BR" | "IO" | "BN" | "BG" | "BF" | "BI" | "KH" | "CM" | "CA" | "CV" | "KY" | "CF" | "TD" | "CL" | "CN" | "CX" | "CC" | "CO" | "KM" | "CG" | "CD" | "CK" | "CR" | "CI" | "HR" | "CU" | "CW" | "CY" | "CZ" | "DK" | "DJ" | "DM" | "DO" | "EC" | "EG" | "SV" | "GQ" | "ER" | "EE" | "ET" | "FK" | "FO" | "FJ" | "FI" | "FR" | "GF" | "PF" | "TF" | "GA" | "GM" | "GE" | "DE" | "GH" | "GI" | "GR" | "GL" | "GD" | "GP" | "GU" | "GT" | "GG" | "GN" | "GW" | "GY" | "HT" | "HM" | "VA" | "HN" | "HK" | "HU" | "IS" | "IN" | "ID" | "IR" | "IQ" | "IE" | "IM" | "IL" | "IT" | "JM" | "JP" | "JE" | "JO" | "KZ" | "KE" | "KI" | "KP" | "KR" | "KW" | "KG" | "LA" | "LV" | "LB" | "LS" | "LR" | "LY" | "LI" | "LT" | "LU" | "MO" | "MK" | "MG" | "MW" | "MY" | "MV" | "ML" | "MT" | "MH" | "MQ" | "MR" | "MU" | "YT" | "MX" | "FM" | "MD" | "MC" | "MN" | "ME" | "MS" | "MA" | "MZ" | "MM" | "NA" | "NR" | "NP" | "NL" | "NC" | "NZ" | "NI" | "NE" | "NG" | "NU" | "NF" | "MP" | "NO" | "OM" | "PK" | "PW" | "PS" | "PA" | "PG" | "PY" | "PE" | "PH" | "PN" | "PL" | "PT" | "PR" | "QA" | "RE" | "RO" | "RU" | "RW" | "BL" | "SH" | "KN" | "LC" | "MF" | "PM" | "VC" | "WS" | "SM" | "ST" | "SA" | "SN" | "RS" | "SC" | "SL" | "SG" | "SX" | "SK" | "SI" | "SB" | "SO" | "ZA" | "GS" | "SS" | "ES" | "LK" | "SD" | "SR" | "SJ" | "SZ" | "SE" | "CH" | "SY" | "TW" | "TJ" | "TZ" | "TH" | "TL" | "TG" | "TK" | "TO" | "TT" | "TN" | "TR" | "TM" | "TC" | "TV" | "UG" | "UA" | "AE" | "GB" | "US" | "UM" | "UY" | "UZ" | "VU" | "VE" | "VN" | "VG" | "VI" | "WF" | "EH" | "YE" | "ZM" | "ZW" | "XK";
export interface CreateAPIKeyRequest {
  readonly Scope: Scope;
  readonly TokenDomains: readonly (string)[];
}
export interface CreateAPIKeyResponse {
  readonly APIKey?: string | undefined;
}
export interface CreateIPSetRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Description?: string | undefined;
  readonly IPAddressVersion: IPAddressVersion;
  readonly Addresses: readonly (string)[];
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateIPSetResponse {
  readonly Summary?: IPSetSummary | undefined;
}
export interface CreateRegexPatternSetRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Description?: string | undefined;
  readonly RegularExpressionList: readonly (Regex)[];
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateRegexPatternSetResponse {
  readonly Summary?: RegexPatternSetSummary | undefined;
}
export interface CreateRuleGroupRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Capacity: number;
  readonly Description?: string | undefined;
  readonly Rules?: readonly (Rule)[] | undefined;
  readonly VisibilityConfig: VisibilityConfig;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly CustomResponseBodies?: { readonly [key: string]: CustomResponseBody } | undefined;
  readonly MonetizationConfig?: MonetizationConfig | undefined;
}
export interface CreateRuleGroupResponse {
  readonly Summary?: RuleGroupSummary | undefined;
}
export interface CreateWebACLRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly DefaultAction: DefaultAction;
  readonly Description?: string | undefined;
  readonly Rules?: readonly (Rule)[] | undefined;
  readonly VisibilityConfig: VisibilityConfig;
  readonly DataProtectionConfig?: DataProtectionConfig | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly CustomResponseBodies?: { readonly [key: string]: CustomResponseBody } | undefined;
  readonly CaptchaConfig?: CaptchaConfig | undefined;
  readonly ChallengeConfig?: ChallengeConfig | undefined;
  readonly TokenDomains?: readonly (string)[] | undefined;
  readonly AssociationConfig?: AssociationConfig | undefined;
  readonly OnSourceDDoSProtectionConfig?: OnSourceDDoSProtectionConfig | undefined;
  readonly ApplicationConfig?: ApplicationConfig | undefined;
  readonly MonetizationConfig?: MonetizationConfig | undefined;
}
export interface CreateWebACLResponse {
  readonly Summary?: WebACLSummary | undefined;
}
export interface CryptoConfig {
  readonly PaymentNetworks: readonly (PaymentNetwork)[];
}
export interface CustomHTTPHeader {
  readonly Name: string;
  readonly Value: string;
}
export interface CustomRequestHandling {
  readonly InsertHeaders: readonly (CustomHTTPHeader)[];
}
export interface CustomResponse {
  readonly ResponseCode: number;
  readonly CustomResponseBodyKey?: string | undefined;
  readonly ResponseHeaders?: readonly (CustomHTTPHeader)[] | undefined;
}
export interface CustomResponseBody {
  readonly ContentType: ResponseContentType;
  readonly Content: string;
}
export interface DataPointEntry {
  readonly Date?: Date | undefined;
  readonly MonetizeServedCount?: number | undefined;
  readonly SettledCount?: number | undefined;
  readonly TotalAmount?: string | undefined;
  readonly Category?: string | undefined;
  readonly Intent?: string | undefined;
  readonly GroupByValue?: string | undefined;
}
export interface DataProtection {
  readonly Field: FieldToProtect;
  readonly Action: DataProtectionAction;
  readonly ExcludeRuleMatchDetails?: boolean | undefined;
  readonly ExcludeRateBasedDetails?: boolean | undefined;
}
export type DataProtectionAction = "SUBSTITUTION" | "HASH";
export interface DataProtectionConfig {
  readonly DataProtections: readonly (DataProtection)[];
}
export interface DefaultAction {
  readonly Block?: BlockAction | undefined;
  readonly Allow?: AllowAction | undefined;
}
export interface DeleteAPIKeyRequest {
  readonly Scope: Scope;
  readonly APIKey: string;
}
export interface DeleteAPIKeyResponse {
}
export interface DeleteFirewallManagerRuleGroupsRequest {
  readonly WebACLArn: string;
  readonly WebACLLockToken: string;
}
export interface DeleteFirewallManagerRuleGroupsResponse {
  readonly NextWebACLLockToken?: string | undefined;
}
export interface DeleteIPSetRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
  readonly LockToken: string;
}
export interface DeleteIPSetResponse {
}
export interface DeleteLoggingConfigurationRequest {
  readonly ResourceArn: string;
  readonly LogType?: LogType | undefined;
  readonly LogScope?: LogScope | undefined;
}
export interface DeleteLoggingConfigurationResponse {
}
export interface DeletePermissionPolicyRequest {
  readonly ResourceArn: string;
}
export interface DeletePermissionPolicyResponse {
}
export interface DeleteRegexPatternSetRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
  readonly LockToken: string;
}
export interface DeleteRegexPatternSetResponse {
}
export interface DeleteRuleGroupRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
  readonly LockToken: string;
}
export interface DeleteRuleGroupResponse {
}
export interface DeleteWebACLRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
  readonly LockToken: string;
}
export interface DeleteWebACLResponse {
}
export interface DescribeAllManagedProductsRequest {
  readonly Scope: Scope;
}
export interface DescribeAllManagedProductsResponse {
  readonly ManagedProducts?: readonly (ManagedProductDescriptor)[] | undefined;
}
export interface DescribeManagedProductsByVendorRequest {
  readonly VendorName: string;
  readonly Scope: Scope;
}
export interface DescribeManagedProductsByVendorResponse {
  readonly ManagedProducts?: readonly (ManagedProductDescriptor)[] | undefined;
}
export interface DescribeManagedRuleGroupRequest {
  readonly VendorName: string;
  readonly Name: string;
  readonly Scope: Scope;
  readonly VersionName?: string | undefined;
}
export interface DescribeManagedRuleGroupResponse {
  readonly VersionName?: string | undefined;
  readonly SnsTopicArn?: string | undefined;
  readonly Capacity?: number | undefined;
  readonly Rules?: readonly (RuleSummary)[] | undefined;
  readonly LabelNamespace?: string | undefined;
  readonly AvailableLabels?: readonly (LabelSummary)[] | undefined;
  readonly ConsumedLabels?: readonly (LabelSummary)[] | undefined;
}
export interface DisassociateWebACLRequest {
  readonly ResourceArn: string;
}
export interface DisassociateWebACLResponse {
}
export interface EmailField {
  readonly Identifier: string;
}
export interface ExcludedRule {
  readonly Name: string;
}
export type FailureReason = "TOKEN_MISSING" | "TOKEN_EXPIRED" | "TOKEN_INVALID" | "TOKEN_DOMAIN_MISMATCH";
export type FallbackBehavior = "MATCH" | "NO_MATCH";
export interface FieldToMatch {
  readonly SingleHeader?: SingleHeader | undefined;
  readonly SingleQueryArgument?: SingleQueryArgument | undefined;
  readonly AllQueryArguments?: AllQueryArguments | undefined;
  readonly UriPath?: UriPath | undefined;
  readonly QueryString?: QueryString | undefined;
  readonly Body?: Body | undefined;
  readonly Method?: Method | undefined;
  readonly JsonBody?: JsonBody | undefined;
  readonly Headers?: Headers | undefined;
  readonly Cookies?: Cookies | undefined;
  readonly HeaderOrder?: HeaderOrder | undefined;
  readonly JA3Fingerprint?: JA3Fingerprint | undefined;
  readonly JA4Fingerprint?: JA4Fingerprint | undefined;
  readonly UriFragment?: UriFragment | undefined;
}
export interface FieldToProtect {
  readonly FieldType: FieldToProtectType;
  readonly FieldKeys?: readonly (string)[] | undefined;
}
export type FieldToProtectType = "SINGLE_HEADER" | "SINGLE_COOKIE" | "SINGLE_QUERY_ARGUMENT" | "QUERY_STRING" | "BODY";
export interface Filter {
  readonly Behavior: FilterBehavior;
  readonly Requirement: FilterRequirement;
  readonly Conditions: readonly (Condition)[];
}
export type FilterBehavior = "KEEP" | "DROP";
export type FilterRequirement = "MEETS_ALL" | "MEETS_ANY";
export interface FilterSource {
  readonly BotCategory?: string | undefined;
  readonly BotOrganization?: string | undefined;
  readonly BotName?: string | undefined;
}
export interface FirewallManagerRuleGroup {
  readonly Name: string;
  readonly Priority: number;
  readonly FirewallManagerStatement: FirewallManagerStatement;
  readonly OverrideAction: OverrideAction;
  readonly VisibilityConfig: VisibilityConfig;
}
export interface FirewallManagerStatement {
  readonly ManagedRuleGroupStatement?: ManagedRuleGroupStatement | undefined;
  readonly RuleGroupReferenceStatement?: RuleGroupReferenceStatement | undefined;
}
export interface ForwardedIPConfig {
  readonly HeaderName: string;
  readonly FallbackBehavior: FallbackBehavior;
}
export type ForwardedIPPosition = "FIRST" | "LAST" | "ANY";
export interface GenerateMobileSdkReleaseUrlRequest {
  readonly Platform: Platform;
  readonly ReleaseVersion: string;
}
export interface GenerateMobileSdkReleaseUrlResponse {
  readonly Url?: string | undefined;
}
export interface GeoMatchStatement {
  readonly CountryCodes?: readonly (CountryCode)[] | undefined;
  readonly ForwardedIPConfig?: ForwardedIPConfig | undefined;
}
export interface GetDecryptedAPIKeyRequest {
  readonly Scope: Scope;
  readonly APIKey: string;
}
export interface GetDecryptedAPIKeyResponse {
  readonly TokenDomains?: readonly (string)[] | undefined;
  readonly CreationTimestamp?: Date | undefined;
}
export interface GetIPSetRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
}
export interface GetIPSetResponse {
  readonly IPSet?: IPSet | undefined;
  readonly LockToken?: string | undefined;
}
export interface GetLoggingConfigurationRequest {
  readonly ResourceArn: string;
  readonly LogType?: LogType | undefined;
  readonly LogScope?: LogScope | undefined;
}
export interface GetLoggingConfigurationResponse {
  readonly LoggingConfiguration?: LoggingConfiguration | undefined;
}
export interface GetManagedRuleSetRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
}
export interface GetManagedRuleSetResponse {
  readonly ManagedRuleSet?: ManagedRuleSet | undefined;
  readonly LockToken?: string | undefined;
}
export interface GetMobileSdkReleaseRequest {
  readonly Platform: Platform;
  readonly ReleaseVersion: string;
}
export interface GetMobileSdkReleaseResponse {
  readonly MobileSdkRelease?: MobileSdkRelease | undefined;
}
export interface GetPermissionPolicyRequest {
  readonly ResourceArn: string;
}
export interface GetPermissionPolicyResponse {
  readonly Policy?: string | undefined;
}
export interface GetRateBasedStatementManagedKeysRequest {
  readonly Scope: Scope;
  readonly WebACLName: string;
  readonly WebACLId: string;
  readonly RuleGroupRuleName?: string | undefined;
  readonly RuleName: string;
}
export interface GetRateBasedStatementManagedKeysResponse {
  readonly ManagedKeysIPV4?: RateBasedStatementManagedKeysIPSet | undefined;
  readonly ManagedKeysIPV6?: RateBasedStatementManagedKeysIPSet | undefined;
}
export interface GetRegexPatternSetRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
}
export interface GetRegexPatternSetResponse {
  readonly RegexPatternSet?: RegexPatternSet | undefined;
  readonly LockToken?: string | undefined;
}
export interface GetRevenueStatisticsRequest {
  readonly StatisticType: string;
  readonly TimeWindow: TimeWindow;
  readonly Scope: Scope;
  readonly Currency: string;
  readonly GroupBy?: GroupByType | undefined;
  readonly Filters?: readonly (MonetizationFilter)[] | undefined;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
  readonly SortBy?: string | undefined;
  readonly SortOrder?: string | undefined;
}
export interface GetRevenueStatisticsResponse {
  readonly SourceStatistics?: readonly (SourceStatistics)[] | undefined;
  readonly RevenuePathStatistics?: readonly (RevenuePathStatistics)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface GetRevenueStatisticsSummaryRequest {
  readonly TimeWindow: TimeWindow;
  readonly Scope: Scope;
  readonly Currency: string;
  readonly Filters?: readonly (MonetizationFilter)[] | undefined;
}
export interface GetRevenueStatisticsSummaryResponse {
  readonly RevenueBreakdown?: RevenueBreakdown | undefined;
}
export interface GetRevenueStatisticsTimeSeriesRequest {
  readonly StatisticType: string;
  readonly TimeWindow: TimeWindow;
  readonly Scope: Scope;
  readonly Interval: IntervalType;
  readonly Currency: string;
  readonly GroupBy?: GroupByType | undefined;
  readonly Filters?: readonly (MonetizationFilter)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextMarker?: string | undefined;
}
export interface GetRevenueStatisticsTimeSeriesResponse {
  readonly DataPoints?: readonly (DataPointEntry)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface GetRuleGroupRequest {
  readonly Name?: string | undefined;
  readonly Scope?: Scope | undefined;
  readonly Id?: string | undefined;
  readonly ARN?: string | undefined;
}
export interface GetRuleGroupResponse {
  readonly RuleGroup?: RuleGroup | undefined;
  readonly LockToken?: string | undefined;
}
export interface GetSampledRequestsRequest {
  readonly WebAclArn: string;
  readonly RuleMetricName: string;
  readonly Scope: Scope;
  readonly TimeWindow: TimeWindow;
  readonly MaxItems: number;
}
export interface GetSampledRequestsResponse {
  readonly SampledRequests?: readonly (SampledHTTPRequest)[] | undefined;
  readonly PopulationSize?: number | undefined;
  readonly TimeWindow?: TimeWindow | undefined;
}
export interface GetTopPathStatisticsByTrafficRequest {
  readonly WebAclArn: string;
  readonly Scope: Scope;
  readonly UriPathPrefix?: string | undefined;
  readonly TimeWindow: TimeWindow;
  readonly BotCategory?: string | undefined;
  readonly BotOrganization?: string | undefined;
  readonly BotName?: string | undefined;
  readonly Limit: number;
  readonly NumberOfTopTrafficBotsPerPath: number;
  readonly NextMarker?: string | undefined;
}
export interface GetTopPathStatisticsByTrafficResponse {
  readonly PathStatistics: readonly (PathStatistics)[];
  readonly TotalRequestCount: number;
  readonly NextMarker?: string | undefined;
  readonly TopCategories?: readonly (PathStatistics)[] | undefined;
}
export interface GetWebACLForResourceRequest {
  readonly ResourceArn: string;
}
export interface GetWebACLForResourceResponse {
  readonly WebACL?: WebACL | undefined;
}
export interface GetWebACLRequest {
  readonly Name?: string | undefined;
  readonly Scope?: Scope | undefined;
  readonly Id?: string | undefined;
  readonly ARN?: string | undefined;
}
export interface GetWebACLResponse {
  readonly WebACL?: WebACL | undefined;
  readonly LockToken?: string | undefined;
  readonly ApplicationIntegrationURL?: string | undefined;
}
export type GroupByType = "CATEGORY" | "INTENT" | "NAME" | "ORGANIZATION" | "WEBACL";
export interface HTTPHeader {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}
export interface HTTPRequest {
  readonly ClientIP?: string | undefined;
  readonly Country?: string | undefined;
  readonly URI?: string | undefined;
  readonly Method?: string | undefined;
  readonly HTTPVersion?: string | undefined;
  readonly Headers?: readonly (HTTPHeader)[] | undefined;
}
export interface HeaderMatchPattern {
  readonly All?: All | undefined;
  readonly IncludedHeaders?: readonly (string)[] | undefined;
  readonly ExcludedHeaders?: readonly (string)[] | undefined;
}
export interface HeaderOrder {
  readonly OversizeHandling: OversizeHandling;
}
export interface Headers {
  readonly MatchPattern: HeaderMatchPattern;
  readonly MatchScope: MapMatchScope;
  readonly OversizeHandling: OversizeHandling;
}
export type IPAddressVersion = "IPV4" | "IPV6";
export interface IPSet {
  readonly Name: string;
  readonly Id: string;
  readonly ARN: string;
  readonly Description?: string | undefined;
  readonly IPAddressVersion: IPAddressVersion;
  readonly Addresses: readonly (string)[];
}
export interface IPSetForwardedIPConfig {
  readonly HeaderName: string;
  readonly FallbackBehavior: FallbackBehavior;
  readonly Position: ForwardedIPPosition;
}
export interface IPSetReferenceStatement {
  readonly ARN: string;
  readonly IPSetForwardedIPConfig?: IPSetForwardedIPConfig | undefined;
}
export interface IPSetSummary {
  readonly Name?: string | undefined;
  readonly Id?: string | undefined;
  readonly Description?: string | undefined;
  readonly LockToken?: string | undefined;
  readonly ARN?: string | undefined;
}
export interface ImmunityTimeProperty {
  readonly ImmunityTime: number;
}
export type InspectionLevel = "COMMON" | "TARGETED";
export type IntervalType = "DAILY" | "FIVE_MINUTELY" | "HOURLY" | "MINUTELY";
export interface JA3Fingerprint {
  readonly FallbackBehavior: FallbackBehavior;
}
export interface JA4Fingerprint {
  readonly FallbackBehavior: FallbackBehavior;
}
export interface JsonBody {
  readonly MatchPattern: JsonMatchPattern;
  readonly MatchScope: JsonMatchScope;
  readonly InvalidFallbackBehavior?: BodyParsingFallbackBehavior | undefined;
  readonly OversizeHandling?: OversizeHandling | undefined;
}
export interface JsonMatchPattern {
  readonly All?: All | undefined;
  readonly IncludedPaths?: readonly (string)[] | undefined;
}
export type JsonMatchScope = "ALL" | "KEY" | "VALUE";
export interface Label {
  readonly Name: string;
}
export type LabelMatchScope = "LABEL" | "NAMESPACE";
export interface LabelMatchStatement {
  readonly Scope: LabelMatchScope;
  readonly Key: string;
}
export interface LabelNameCondition {
  readonly LabelName: string;
}
export interface LabelSummary {
  readonly Name?: string | undefined;
}
export interface ListAPIKeysRequest {
  readonly Scope: Scope;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface ListAPIKeysResponse {
  readonly NextMarker?: string | undefined;
  readonly APIKeySummaries?: readonly (APIKeySummary)[] | undefined;
  readonly ApplicationIntegrationURL?: string | undefined;
}
export interface ListAvailableManagedRuleGroupVersionsRequest {
  readonly VendorName: string;
  readonly Name: string;
  readonly Scope: Scope;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface ListAvailableManagedRuleGroupVersionsResponse {
  readonly NextMarker?: string | undefined;
  readonly Versions?: readonly (ManagedRuleGroupVersion)[] | undefined;
  readonly CurrentDefaultVersion?: string | undefined;
}
export interface ListAvailableManagedRuleGroupsRequest {
  readonly Scope: Scope;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface ListAvailableManagedRuleGroupsResponse {
  readonly NextMarker?: string | undefined;
  readonly ManagedRuleGroups?: readonly (ManagedRuleGroupSummary)[] | undefined;
}
export interface ListIPSetsRequest {
  readonly Scope: Scope;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface ListIPSetsResponse {
  readonly NextMarker?: string | undefined;
  readonly IPSets?: readonly (IPSetSummary)[] | undefined;
}
export interface ListLoggingConfigurationsRequest {
  readonly Scope: Scope;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
  readonly LogScope?: LogScope | undefined;
}
export interface ListLoggingConfigurationsResponse {
  readonly LoggingConfigurations?: readonly (LoggingConfiguration)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface ListManagedRuleSetsRequest {
  readonly Scope: Scope;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface ListManagedRuleSetsResponse {
  readonly NextMarker?: string | undefined;
  readonly ManagedRuleSets?: readonly (ManagedRuleSetSummary)[] | undefined;
}
export interface ListMobileSdkReleasesRequest {
  readonly Platform: Platform;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface ListMobileSdkReleasesResponse {
  readonly ReleaseSummaries?: readonly (ReleaseSummary)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface ListRegexPatternSetsRequest {
  readonly Scope: Scope;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface ListRegexPatternSetsResponse {
  readonly NextMarker?: string | undefined;
  readonly RegexPatternSets?: readonly (RegexPatternSetSummary)[] | undefined;
}
export interface ListResourcesForWebACLRequest {
  readonly WebACLArn: string;
  readonly ResourceType?: ResourceType | undefined;
}
export interface ListResourcesForWebACLResponse {
  readonly ResourceArns?: readonly (string)[] | undefined;
}
export interface ListRuleGroupsRequest {
  readonly Scope: Scope;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface ListRuleGroupsResponse {
  readonly NextMarker?: string | undefined;
  readonly RuleGroups?: readonly (RuleGroupSummary)[] | undefined;
}
export interface ListSettlementRecordsRequest {
  readonly TimeWindow: TimeWindow;
  readonly Scope: Scope;
  readonly Currency: string;
  readonly Filters?: readonly (MonetizationFilter)[] | undefined;
  readonly SortBy?: string | undefined;
  readonly SortOrder?: string | undefined;
  readonly Limit?: number | undefined;
  readonly NextMarker?: string | undefined;
}
export interface ListSettlementRecordsResponse {
  readonly Settlements?: readonly (SettlementRecord)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
  readonly ResourceARN: string;
}
export interface ListTagsForResourceResponse {
  readonly NextMarker?: string | undefined;
  readonly TagInfoForResource?: TagInfoForResource | undefined;
}
export interface ListWebACLsRequest {
  readonly Scope: Scope;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface ListWebACLsResponse {
  readonly NextMarker?: string | undefined;
  readonly WebACLs?: readonly (WebACLSummary)[] | undefined;
}
export type LogScope = "CUSTOMER" | "SECURITY_LAKE" | "CLOUDWATCH_TELEMETRY_RULE_MANAGED";
export type LogType = "WAF_LOGS";
export interface LoggingConfiguration {
  readonly ResourceArn: string;
  readonly LogDestinationConfigs: readonly (string)[];
  readonly RedactedFields?: readonly (FieldToMatch)[] | undefined;
  readonly ManagedByFirewallManager?: boolean | undefined;
  readonly LoggingFilter?: LoggingFilter | undefined;
  readonly LogType?: LogType | undefined;
  readonly LogScope?: LogScope | undefined;
}
export interface LoggingFilter {
  readonly Filters: readonly (Filter)[];
  readonly DefaultBehavior: FilterBehavior;
}
export type LowReputationMode = "ACTIVE_UNDER_DDOS" | "ALWAYS_ON";
export interface ManagedProductDescriptor {
  readonly VendorName?: string | undefined;
  readonly ManagedRuleSetName?: string | undefined;
  readonly ProductId?: string | undefined;
  readonly ProductLink?: string | undefined;
  readonly ProductTitle?: string | undefined;
  readonly ProductDescription?: string | undefined;
  readonly SnsTopicArn?: string | undefined;
  readonly IsVersioningSupported?: boolean | undefined;
  readonly IsAdvancedManagedRuleSet?: boolean | undefined;
}
export interface ManagedRuleGroupConfig {
  readonly LoginPath?: string | undefined;
  readonly PayloadType?: PayloadType | undefined;
  readonly UsernameField?: UsernameField | undefined;
  readonly PasswordField?: PasswordField | undefined;
  readonly AWSManagedRulesBotControlRuleSet?: AWSManagedRulesBotControlRuleSet | undefined;
  readonly AWSManagedRulesATPRuleSet?: AWSManagedRulesATPRuleSet | undefined;
  readonly AWSManagedRulesACFPRuleSet?: AWSManagedRulesACFPRuleSet | undefined;
  readonly AWSManagedRulesAntiDDoSRuleSet?: AWSManagedRulesAntiDDoSRuleSet | undefined;
}
export interface ManagedRuleGroupStatement {
  readonly VendorName: string;
  readonly Name: string;
  readonly Version?: string | undefined;
  readonly ExcludedRules?: readonly (ExcludedRule)[] | undefined;
  readonly ScopeDownStatement?: Statement | undefined;
  readonly ManagedRuleGroupConfigs?: readonly (ManagedRuleGroupConfig)[] | undefined;
  readonly RuleActionOverrides?: readonly (RuleActionOverride)[] | undefined;
}
export interface ManagedRuleGroupSummary {
  readonly VendorName?: string | undefined;
  readonly Name?: string | undefined;
  readonly VersioningSupported?: boolean | undefined;
  readonly Description?: string | undefined;
}
export interface ManagedRuleGroupVersion {
  readonly Name?: string | undefined;
  readonly LastUpdateTimestamp?: Date | undefined;
}
export interface ManagedRuleSet {
  readonly Name: string;
  readonly Id: string;
  readonly ARN: string;
  readonly Description?: string | undefined;
  readonly PublishedVersions?: { readonly [key: string]: ManagedRuleSetVersion } | undefined;
  readonly RecommendedVersion?: string | undefined;
  readonly LabelNamespace?: string | undefined;
}
export interface ManagedRuleSetSummary {
  readonly Name?: string | undefined;
  readonly Id?: string | undefined;
  readonly Description?: string | undefined;
  readonly LockToken?: string | undefined;
  readonly ARN?: string | undefined;
  readonly LabelNamespace?: string | undefined;
}
export interface ManagedRuleSetVersion {
  readonly AssociatedRuleGroupArn?: string | undefined;
  readonly Capacity?: number | undefined;
  readonly ForecastedLifetime?: number | undefined;
  readonly PublishTimestamp?: Date | undefined;
  readonly LastUpdateTimestamp?: Date | undefined;
  readonly ExpiryTimestamp?: Date | undefined;
}
export type MapMatchScope = "ALL" | "KEY" | "VALUE";
export interface Method {
}
export interface MobileSdkRelease {
  readonly ReleaseVersion?: string | undefined;
  readonly Timestamp?: Date | undefined;
  readonly ReleaseNotes?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface MonetizationConfig {
  readonly CryptoConfig?: CryptoConfig | undefined;
  readonly CurrencyMode?: string | undefined;
}
export interface MonetizationFilter {
  readonly Name: string;
  readonly Values: readonly (string)[];
}
export interface MonetizeAction {
  readonly PriceMultiplier?: string | undefined;
}
export interface NoneAction {
}
export interface NotStatement {
  readonly Statement: Statement;
}
export interface OnSourceDDoSProtectionConfig {
  readonly ALBLowReputationMode: LowReputationMode;
}
export interface OrStatement {
  readonly Statements: readonly (Statement)[];
}
export interface OverrideAction {
  readonly Count?: CountAction | undefined;
  readonly None?: NoneAction | undefined;
}
export type OversizeHandling = "CONTINUE" | "MATCH" | "NO_MATCH";
export interface PasswordField {
  readonly Identifier: string;
}
export interface PathStatistics {
  readonly Source?: FilterSource | undefined;
  readonly Path: string;
  readonly RequestCount: number;
  readonly Percentage: number;
  readonly TopBots?: readonly (BotStatistics)[] | undefined;
}
export type PayloadType = "JSON" | "FORM_ENCODED";
export interface PaymentNetwork {
  readonly Chain: string;
  readonly WalletAddress: string;
  readonly Prices: readonly (Price)[];
}
export interface PhoneNumberField {
  readonly Identifier: string;
}
export type Platform = "IOS" | "ANDROID";
export type PositionalConstraint = "EXACTLY" | "STARTS_WITH" | "ENDS_WITH" | "CONTAINS" | "CONTAINS_WORD";
export interface PreParseTextTransformation {
  readonly Priority: number;
  readonly Type: PreParseTextTransformationType;
}
export type PreParseTextTransformationType = "COMBINE_DUPLICATE_QUERY_ARGS_BY_COMMA" | "NONE" | "REPLACE_SEMICOLONS_WITH_AMPERSANDS" | "URL_DECODE" | "URL_DECODE_UNI";
export interface Price {
  readonly Amount: string;
  readonly Currency: string;
}
export interface PutLoggingConfigurationRequest {
  readonly LoggingConfiguration: LoggingConfiguration;
}
export interface PutLoggingConfigurationResponse {
  readonly LoggingConfiguration?: LoggingConfiguration | undefined;
}
export interface PutManagedRuleSetVersionsRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
  readonly LockToken: string;
  readonly RecommendedVersion?: string | undefined;
  readonly VersionsToPublish?: { readonly [key: string]: VersionToPublish } | undefined;
}
export interface PutManagedRuleSetVersionsResponse {
  readonly NextLockToken?: string | undefined;
}
export interface PutPermissionPolicyRequest {
  readonly ResourceArn: string;
  readonly Policy: string;
}
export interface PutPermissionPolicyResponse {
}
export interface QueryString {
}
export interface RateBasedStatement {
  readonly Limit: number;
  readonly EvaluationWindowSec?: number | undefined;
  readonly AggregateKeyType: RateBasedStatementAggregateKeyType;
  readonly ScopeDownStatement?: Statement | undefined;
  readonly ForwardedIPConfig?: ForwardedIPConfig | undefined;
  readonly CustomKeys?: readonly (RateBasedStatementCustomKey)[] | undefined;
}
export type RateBasedStatementAggregateKeyType = "IP" | "FORWARDED_IP" | "CUSTOM_KEYS" | "CONSTANT";
export interface RateBasedStatementCustomKey {
  readonly Header?: RateLimitHeader | undefined;
  readonly Cookie?: RateLimitCookie | undefined;
  readonly QueryArgument?: RateLimitQueryArgument | undefined;
  readonly QueryString?: RateLimitQueryString | undefined;
  readonly HTTPMethod?: RateLimitHTTPMethod | undefined;
  readonly ForwardedIP?: RateLimitForwardedIP | undefined;
  readonly IP?: RateLimitIP | undefined;
  readonly LabelNamespace?: RateLimitLabelNamespace | undefined;
  readonly UriPath?: RateLimitUriPath | undefined;
  readonly JA3Fingerprint?: RateLimitJA3Fingerprint | undefined;
  readonly JA4Fingerprint?: RateLimitJA4Fingerprint | undefined;
  readonly ASN?: RateLimitAsn | undefined;
}
export interface RateBasedStatementManagedKeysIPSet {
  readonly IPAddressVersion?: IPAddressVersion | undefined;
  readonly Addresses?: readonly (string)[] | undefined;
}
export interface RateLimitAsn {
}
export interface RateLimitCookie {
  readonly Name: string;
  readonly TextTransformations: readonly (TextTransformation)[];
}
export interface RateLimitForwardedIP {
}
export interface RateLimitHTTPMethod {
}
export interface RateLimitHeader {
  readonly Name: string;
  readonly TextTransformations: readonly (TextTransformation)[];
}
export interface RateLimitIP {
}
export interface RateLimitJA3Fingerprint {
  readonly FallbackBehavior: FallbackBehavior;
}
export interface RateLimitJA4Fingerprint {
  readonly FallbackBehavior: FallbackBehavior;
}
export interface RateLimitLabelNamespace {
  readonly Namespace: string;
}
export interface RateLimitQueryArgument {
  readonly Name: string;
  readonly TextTransformations: readonly (TextTransformation)[];
}
export interface RateLimitQueryString {
  readonly TextTransformations: readonly (TextTransformation)[];
}
export interface RateLimitUriPath {
  readonly TextTransformations: readonly (TextTransformation)[];
}
export interface Regex {
  readonly RegexString?: string | undefined;
}
export interface RegexMatchStatement {
  readonly RegexString: string;
  readonly FieldToMatch: FieldToMatch;
  readonly TextTransformations: readonly (TextTransformation)[];
  readonly PreParseTextTransformations?: readonly (PreParseTextTransformation)[] | undefined;
}
export interface RegexPatternSet {
  readonly Name?: string | undefined;
  readonly Id?: string | undefined;
  readonly ARN?: string | undefined;
  readonly Description?: string | undefined;
  readonly RegularExpressionList?: readonly (Regex)[] | undefined;
}
export interface RegexPatternSetReferenceStatement {
  readonly ARN: string;
  readonly FieldToMatch: FieldToMatch;
  readonly TextTransformations: readonly (TextTransformation)[];
  readonly PreParseTextTransformations?: readonly (PreParseTextTransformation)[] | undefined;
}
export interface RegexPatternSetSummary {
  readonly Name?: string | undefined;
  readonly Id?: string | undefined;
  readonly Description?: string | undefined;
  readonly LockToken?: string | undefined;
  readonly ARN?: string | undefined;
}
export interface ReleaseSummary {
  readonly ReleaseVersion?: string | undefined;
  readonly Timestamp?: Date | undefined;
}
export interface RequestBodyAssociatedResourceTypeConfig {
  readonly DefaultSizeInspectionLimit: SizeInspectionLimit;
}
export interface RequestInspection {
  readonly PayloadType: PayloadType;
  readonly UsernameField: UsernameField;
  readonly PasswordField: PasswordField;
}
export interface RequestInspectionACFP {
  readonly PayloadType: PayloadType;
  readonly UsernameField?: UsernameField | undefined;
  readonly PasswordField?: PasswordField | undefined;
  readonly EmailField?: EmailField | undefined;
  readonly PhoneNumberFields?: readonly (PhoneNumberField)[] | undefined;
  readonly AddressFields?: readonly (AddressField)[] | undefined;
}
export type ResourceType = "APPLICATION_LOAD_BALANCER" | "API_GATEWAY" | "APPSYNC" | "COGNITO_USER_POOL" | "APP_RUNNER_SERVICE" | "VERIFIED_ACCESS_INSTANCE" | "AMPLIFY" | "AGENTCORE_GATEWAY";
export type ResponseContentType = "TEXT_PLAIN" | "TEXT_HTML" | "APPLICATION_JSON";
export interface ResponseInspection {
  readonly StatusCode?: ResponseInspectionStatusCode | undefined;
  readonly Header?: ResponseInspectionHeader | undefined;
  readonly BodyContains?: ResponseInspectionBodyContains | undefined;
  readonly Json?: ResponseInspectionJson | undefined;
}
export interface ResponseInspectionBodyContains {
  readonly SuccessStrings: readonly (string)[];
  readonly FailureStrings: readonly (string)[];
}
export interface ResponseInspectionHeader {
  readonly Name: string;
  readonly SuccessValues: readonly (string)[];
  readonly FailureValues: readonly (string)[];
}
export interface ResponseInspectionJson {
  readonly Identifier: string;
  readonly SuccessValues: readonly (string)[];
  readonly FailureValues: readonly (string)[];
}
export interface ResponseInspectionStatusCode {
  readonly SuccessCodes: readonly (number)[];
  readonly FailureCodes: readonly (number)[];
}
export interface RevenueBreakdown {
  readonly TotalAmount?: string | undefined;
  readonly VerifiedAmount?: string | undefined;
  readonly UnverifiedAmount?: string | undefined;
  readonly Currency?: string | undefined;
  readonly TotalSettled?: number | undefined;
  readonly TotalMonetizeServed?: number | undefined;
}
export interface RevenuePathStatistics {
  readonly Path: string;
  readonly Percentage: number;
  readonly Amount: string;
  readonly RequestCount: number;
}
export interface Rule {
  readonly Name: string;
  readonly Priority: number;
  readonly Statement: Statement;
  readonly Action?: RuleAction | undefined;
  readonly OverrideAction?: OverrideAction | undefined;
  readonly RuleLabels?: readonly (Label)[] | undefined;
  readonly VisibilityConfig: VisibilityConfig;
  readonly CaptchaConfig?: CaptchaConfig | undefined;
  readonly ChallengeConfig?: ChallengeConfig | undefined;
}
export interface RuleAction {
  readonly Block?: BlockAction | undefined;
  readonly Allow?: AllowAction | undefined;
  readonly Count?: CountAction | undefined;
  readonly Captcha?: CaptchaAction | undefined;
  readonly Challenge?: ChallengeAction | undefined;
  readonly Monetize?: MonetizeAction | undefined;
}
export interface RuleActionOverride {
  readonly Name: string;
  readonly ActionToUse: RuleAction;
}
export interface RuleGroup {
  readonly Name: string;
  readonly Id: string;
  readonly Capacity: number;
  readonly ARN: string;
  readonly Description?: string | undefined;
  readonly Rules?: readonly (Rule)[] | undefined;
  readonly VisibilityConfig: VisibilityConfig;
  readonly LabelNamespace?: string | undefined;
  readonly CustomResponseBodies?: { readonly [key: string]: CustomResponseBody } | undefined;
  readonly AvailableLabels?: readonly (LabelSummary)[] | undefined;
  readonly ConsumedLabels?: readonly (LabelSummary)[] | undefined;
  readonly MonetizationConfig?: MonetizationConfig | undefined;
}
export interface RuleGroupReferenceStatement {
  readonly ARN: string;
  readonly ExcludedRules?: readonly (ExcludedRule)[] | undefined;
  readonly RuleActionOverrides?: readonly (RuleActionOverride)[] | undefined;
}
export interface RuleGroupSummary {
  readonly Name?: string | undefined;
  readonly Id?: string | undefined;
  readonly Description?: string | undefined;
  readonly LockToken?: string | undefined;
  readonly ARN?: string | undefined;
}
export interface RuleSummary {
  readonly Name?: string | undefined;
  readonly Action?: RuleAction | undefined;
}
export interface SampledHTTPRequest {
  readonly Request: HTTPRequest;
  readonly Weight: number;
  readonly Timestamp?: Date | undefined;
  readonly Action?: string | undefined;
  readonly RuleNameWithinRuleGroup?: string | undefined;
  readonly RequestHeadersInserted?: readonly (HTTPHeader)[] | undefined;
  readonly ResponseCodeSent?: number | undefined;
  readonly Labels?: readonly (Label)[] | undefined;
  readonly CaptchaResponse?: CaptchaResponse | undefined;
  readonly ChallengeResponse?: ChallengeResponse | undefined;
  readonly OverriddenAction?: string | undefined;
}
export type Scope = "CLOUDFRONT" | "REGIONAL";
export type SensitivityLevel = "LOW" | "HIGH";
export type SensitivityToAct = "LOW" | "MEDIUM" | "HIGH";
export interface SettlementRecord {
  readonly Timestamp: Date;
  readonly Status: string;
  readonly Amount: string;
  readonly PayerAddress?: string | undefined;
  readonly WalletAddress?: string | undefined;
  readonly Currency?: string | undefined;
  readonly Network?: string | undefined;
  readonly TransactionId?: string | undefined;
  readonly RequestId?: string | undefined;
  readonly SourceName?: string | undefined;
  readonly Organization?: string | undefined;
  readonly SourceCategory?: string | undefined;
  readonly Intent?: string | undefined;
  readonly Verified?: boolean | undefined;
  readonly ContentPath?: string | undefined;
  readonly WebAclArn?: string | undefined;
  readonly RequestTimestamp?: Date | undefined;
}
export interface SingleHeader {
  readonly Name: string;
}
export interface SingleQueryArgument {
  readonly Name: string;
}
export interface SizeConstraintStatement {
  readonly FieldToMatch: FieldToMatch;
  readonly ComparisonOperator: ComparisonOperator;
  readonly Size: number;
  readonly TextTransformations: readonly (TextTransformation)[];
  readonly PreParseTextTransformations?: readonly (PreParseTextTransformation)[] | undefined;
}
export type SizeInspectionLimit = "KB_16" | "KB_32" | "KB_48" | "KB_64";
export interface SourceStatistics {
  readonly SourceName: string;
  readonly Percentage: number;
  readonly Amount: string;
  readonly RequestCount: number;
  readonly SourceCategory?: string | undefined;
  readonly Intent?: string | undefined;
  readonly Organization?: string | undefined;
  readonly Verified?: boolean | undefined;
  readonly GroupByValue?: string | undefined;
}
export interface SqliMatchStatement {
  readonly FieldToMatch: FieldToMatch;
  readonly TextTransformations: readonly (TextTransformation)[];
  readonly SensitivityLevel?: SensitivityLevel | undefined;
  readonly PreParseTextTransformations?: readonly (PreParseTextTransformation)[] | undefined;
}
export interface Statement {
  readonly ByteMatchStatement?: ByteMatchStatement | undefined;
  readonly SqliMatchStatement?: SqliMatchStatement | undefined;
  readonly XssMatchStatement?: XssMatchStatement | undefined;
  readonly SizeConstraintStatement?: SizeConstraintStatement | undefined;
  readonly GeoMatchStatement?: GeoMatchStatement | undefined;
  readonly RuleGroupReferenceStatement?: RuleGroupReferenceStatement | undefined;
  readonly IPSetReferenceStatement?: IPSetReferenceStatement | undefined;
  readonly RegexPatternSetReferenceStatement?: RegexPatternSetReferenceStatement | undefined;
  readonly RateBasedStatement?: RateBasedStatement | undefined;
  readonly AndStatement?: AndStatement | undefined;
  readonly OrStatement?: OrStatement | undefined;
  readonly NotStatement?: NotStatement | undefined;
  readonly ManagedRuleGroupStatement?: ManagedRuleGroupStatement | undefined;
  readonly LabelMatchStatement?: LabelMatchStatement | undefined;
  readonly RegexMatchStatement?: RegexMatchStatement | undefined;
  readonly AsnMatchStatement?: AsnMatchStatement | undefined;
}
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TagInfoForResource {
  readonly ResourceARN?: string | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface TagResourceRequest {
  readonly ResourceARN: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagResourceResponse {
}
export interface TextTransformation {
  readonly Priority: number;
  readonly Type: TextTransformationType;
}
export type TextTransformationType = "NONE" | "COMPRESS_WHITE_SPACE" | "HTML_ENTITY_DECODE" | "LOWERCASE" | "CMD_LINE" | "URL_DECODE" | "BASE64_DECODE" | "HEX_DECODE" | "MD5" | "REPLACE_COMMENTS" | "ESCAPE_SEQ_DECODE" | "SQL_HEX_DECODE" | "CSS_DECODE" | "JS_DECODE" | "NORMALIZE_PATH" | "NORMALIZE_PATH_WIN" | "REMOVE_NULLS" | "REPLACE_NULLS" | "BASE64_DECODE_EXT" | "URL_DECODE_UNI" | "UTF8_TO_UNICODE" | "CMD_LINE_UNIX" | "CMD_LINE_WIN" | "JS_DECODE_EXT" | "REMOVE_COMMENTS_CHAR" | "REMOVE_WHITESPACE" | "SHA256" | "TRIM" | "TRIM_LEFT" | "TRIM_RIGHT" | "UPPERCASE";
export interface TimeWindow {
  readonly StartTime: Date;
  readonly EndTime: Date;
}
export interface UntagResourceRequest {
  readonly ResourceARN: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UpdateIPSetRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
  readonly Description?: string | undefined;
  readonly Addresses: readonly (string)[];
  readonly LockToken: string;
}
export interface UpdateIPSetResponse {
  readonly NextLockToken?: string | undefined;
}
export interface UpdateManagedRuleSetVersionExpiryDateRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
  readonly LockToken: string;
  readonly VersionToExpire: string;
  readonly ExpiryTimestamp: Date;
}
export interface UpdateManagedRuleSetVersionExpiryDateResponse {
  readonly ExpiringVersion?: string | undefined;
  readonly ExpiryTimestamp?: Date | undefined;
  readonly NextLockToken?: string | undefined;
}
export interface UpdateRegexPatternSetRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
  readonly Description?: string | undefined;
  readonly RegularExpressionList: readonly (Regex)[];
  readonly LockToken: string;
}
export interface UpdateRegexPatternSetResponse {
  readonly NextLockToken?: string | undefined;
}
export interface UpdateRuleGroupRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
  readonly Description?: string | undefined;
  readonly Rules?: readonly (Rule)[] | undefined;
  readonly VisibilityConfig: VisibilityConfig;
  readonly LockToken: string;
  readonly CustomResponseBodies?: { readonly [key: string]: CustomResponseBody } | undefined;
  readonly MonetizationConfig?: MonetizationConfig | undefined;
}
export interface UpdateRuleGroupResponse {
  readonly NextLockToken?: string | undefined;
}
export interface UpdateWebACLRequest {
  readonly Name: string;
  readonly Scope: Scope;
  readonly Id: string;
  readonly DefaultAction: DefaultAction;
  readonly Description?: string | undefined;
  readonly Rules?: readonly (Rule)[] | undefined;
  readonly VisibilityConfig: VisibilityConfig;
  readonly DataProtectionConfig?: DataProtectionConfig | undefined;
  readonly LockToken: string;
  readonly CustomResponseBodies?: { readonly [key: string]: CustomResponseBody } | undefined;
  readonly CaptchaConfig?: CaptchaConfig | undefined;
  readonly ChallengeConfig?: ChallengeConfig | undefined;
  readonly TokenDomains?: readonly (string)[] | undefined;
  readonly AssociationConfig?: AssociationConfig | undefined;
  readonly OnSourceDDoSProtectionConfig?: OnSourceDDoSProtectionConfig | undefined;
  readonly ApplicationConfig?: ApplicationConfig | undefined;
  readonly MonetizationConfig?: MonetizationConfig | undefined;
}
export interface UpdateWebACLResponse {
  readonly NextLockToken?: string | undefined;
}
export interface UriFragment {
  readonly FallbackBehavior?: FallbackBehavior | undefined;
}
export interface UriPath {
}
export type UsageOfAction = "ENABLED" | "DISABLED";
export interface UsernameField {
  readonly Identifier: string;
}
export interface VersionToPublish {
  readonly AssociatedRuleGroupArn?: string | undefined;
  readonly ForecastedLifetime?: number | undefined;
}
export interface VisibilityConfig {
  readonly SampledRequestsEnabled: boolean;
  readonly CloudWatchMetricsEnabled: boolean;
  readonly MetricName: string;
}
export interface WebACL {
  readonly Name: string;
  readonly Id: string;
  readonly ARN: string;
  readonly DefaultAction: DefaultAction;
  readonly Description?: string | undefined;
  readonly Rules?: readonly (Rule)[] | undefined;
  readonly VisibilityConfig: VisibilityConfig;
  readonly DataProtectionConfig?: DataProtectionConfig | undefined;
  readonly Capacity?: number | undefined;
  readonly PreProcessFirewallManagerRuleGroups?: readonly (FirewallManagerRuleGroup)[] | undefined;
  readonly PostProcessFirewallManagerRuleGroups?: readonly (FirewallManagerRuleGroup)[] | undefined;
  readonly ManagedByFirewallManager?: boolean | undefined;
  readonly LabelNamespace?: string | undefined;
  readonly CustomResponseBodies?: { readonly [key: string]: CustomResponseBody } | undefined;
  readonly CaptchaConfig?: CaptchaConfig | undefined;
  readonly ChallengeConfig?: ChallengeConfig | undefined;
  readonly TokenDomains?: readonly (string)[] | undefined;
  readonly AssociationConfig?: AssociationConfig | undefined;
  readonly RetrofittedByFirewallManager?: boolean | undefined;
  readonly OnSourceDDoSProtectionConfig?: OnSourceDDoSProtectionConfig | undefined;
  readonly ApplicationConfig?: ApplicationConfig | undefined;
  readonly MonetizationConfig?: MonetizationConfig | undefined;
}
export interface WebACLSummary {
  readonly Name?: string | undefined;
  readonly Id?: string | undefined;
  readonly Description?: string | undefined;
  readonly LockToken?: string | undefined;
  readonly ARN?: string | undefined;
}
export interface XssMatchStatement {
  readonly FieldToMatch: FieldToMatch;
  readonly TextTransformations: readonly (TextTransformation)[];
  readonly PreParseTextTransformations?: readonly (PreParseTextTransformation)[] | undefined;
}

export interface Wafv2Operations {
  readonly AssociateWebACL: { readonly input: AssociateWebACLRequest; readonly output: AssociateWebACLResponse };
  readonly CheckCapacity: { readonly input: CheckCapacityRequest; readonly output: CheckCapacityResponse };
  readonly CreateAPIKey: { readonly input: CreateAPIKeyRequest; readonly output: CreateAPIKeyResponse };
  readonly CreateIPSet: { readonly input: CreateIPSetRequest; readonly output: CreateIPSetResponse };
  readonly CreateRegexPatternSet: { readonly input: CreateRegexPatternSetRequest; readonly output: CreateRegexPatternSetResponse };
  readonly CreateRuleGroup: { readonly input: CreateRuleGroupRequest; readonly output: CreateRuleGroupResponse };
  readonly CreateWebACL: { readonly input: CreateWebACLRequest; readonly output: CreateWebACLResponse };
  readonly DeleteAPIKey: { readonly input: DeleteAPIKeyRequest; readonly output: DeleteAPIKeyResponse };
  readonly DeleteFirewallManagerRuleGroups: { readonly input: DeleteFirewallManagerRuleGroupsRequest; readonly output: DeleteFirewallManagerRuleGroupsResponse };
  readonly DeleteIPSet: { readonly input: DeleteIPSetRequest; readonly output: DeleteIPSetResponse };
  readonly DeleteLoggingConfiguration: { readonly input: DeleteLoggingConfigurationRequest; readonly output: DeleteLoggingConfigurationResponse };
  readonly DeletePermissionPolicy: { readonly input: DeletePermissionPolicyRequest; readonly output: DeletePermissionPolicyResponse };
  readonly DeleteRegexPatternSet: { readonly input: DeleteRegexPatternSetRequest; readonly output: DeleteRegexPatternSetResponse };
  readonly DeleteRuleGroup: { readonly input: DeleteRuleGroupRequest; readonly output: DeleteRuleGroupResponse };
  readonly DeleteWebACL: { readonly input: DeleteWebACLRequest; readonly output: DeleteWebACLResponse };
  readonly DescribeAllManagedProducts: { readonly input: DescribeAllManagedProductsRequest; readonly output: DescribeAllManagedProductsResponse };
  readonly DescribeManagedProductsByVendor: { readonly input: DescribeManagedProductsByVendorRequest; readonly output: DescribeManagedProductsByVendorResponse };
  readonly DescribeManagedRuleGroup: { readonly input: DescribeManagedRuleGroupRequest; readonly output: DescribeManagedRuleGroupResponse };
  readonly DisassociateWebACL: { readonly input: DisassociateWebACLRequest; readonly output: DisassociateWebACLResponse };
  readonly GenerateMobileSdkReleaseUrl: { readonly input: GenerateMobileSdkReleaseUrlRequest; readonly output: GenerateMobileSdkReleaseUrlResponse };
  readonly GetDecryptedAPIKey: { readonly input: GetDecryptedAPIKeyRequest; readonly output: GetDecryptedAPIKeyResponse };
  readonly GetIPSet: { readonly input: GetIPSetRequest; readonly output: GetIPSetResponse };
  readonly GetLoggingConfiguration: { readonly input: GetLoggingConfigurationRequest; readonly output: GetLoggingConfigurationResponse };
  readonly GetManagedRuleSet: { readonly input: GetManagedRuleSetRequest; readonly output: GetManagedRuleSetResponse };
  readonly GetMobileSdkRelease: { readonly input: GetMobileSdkReleaseRequest; readonly output: GetMobileSdkReleaseResponse };
  readonly GetPermissionPolicy: { readonly input: GetPermissionPolicyRequest; readonly output: GetPermissionPolicyResponse };
  readonly GetRateBasedStatementManagedKeys: { readonly input: GetRateBasedStatementManagedKeysRequest; readonly output: GetRateBasedStatementManagedKeysResponse };
  readonly GetRegexPatternSet: { readonly input: GetRegexPatternSetRequest; readonly output: GetRegexPatternSetResponse };
  readonly GetRevenueStatistics: { readonly input: GetRevenueStatisticsRequest; readonly output: GetRevenueStatisticsResponse };
  readonly GetRevenueStatisticsSummary: { readonly input: GetRevenueStatisticsSummaryRequest; readonly output: GetRevenueStatisticsSummaryResponse };
  readonly GetRevenueStatisticsTimeSeries: { readonly input: GetRevenueStatisticsTimeSeriesRequest; readonly output: GetRevenueStatisticsTimeSeriesResponse };
  readonly GetRuleGroup: { readonly input: GetRuleGroupRequest; readonly output: GetRuleGroupResponse };
  readonly GetSampledRequests: { readonly input: GetSampledRequestsRequest; readonly output: GetSampledRequestsResponse };
  readonly GetTopPathStatisticsByTraffic: { readonly input: GetTopPathStatisticsByTrafficRequest; readonly output: GetTopPathStatisticsByTrafficResponse };
  readonly GetWebACL: { readonly input: GetWebACLRequest; readonly output: GetWebACLResponse };
  readonly GetWebACLForResource: { readonly input: GetWebACLForResourceRequest; readonly output: GetWebACLForResourceResponse };
  readonly ListAPIKeys: { readonly input: ListAPIKeysRequest; readonly output: ListAPIKeysResponse };
  readonly ListAvailableManagedRuleGroupVersions: { readonly input: ListAvailableManagedRuleGroupVersionsRequest; readonly output: ListAvailableManagedRuleGroupVersionsResponse };
  readonly ListAvailableManagedRuleGroups: { readonly input: ListAvailableManagedRuleGroupsRequest; readonly output: ListAvailableManagedRuleGroupsResponse };
  readonly ListIPSets: { readonly input: ListIPSetsRequest; readonly output: ListIPSetsResponse };
  readonly ListLoggingConfigurations: { readonly input: ListLoggingConfigurationsRequest; readonly output: ListLoggingConfigurationsResponse };
  readonly ListManagedRuleSets: { readonly input: ListManagedRuleSetsRequest; readonly output: ListManagedRuleSetsResponse };
  readonly ListMobileSdkReleases: { readonly input: ListMobileSdkReleasesRequest; readonly output: ListMobileSdkReleasesResponse };
  readonly ListRegexPatternSets: { readonly input: ListRegexPatternSetsRequest; readonly output: ListRegexPatternSetsResponse };
  readonly ListResourcesForWebACL: { readonly input: ListResourcesForWebACLRequest; readonly output: ListResourcesForWebACLResponse };
  readonly ListRuleGroups: { readonly input: ListRuleGroupsRequest; readonly output: ListRuleGroupsResponse };
  readonly ListSettlementRecords: { readonly input: ListSettlementRecordsRequest; readonly output: ListSettlementRecordsResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly ListWebACLs: { readonly input: ListWebACLsRequest; readonly output: ListWebACLsResponse };
  readonly PutLoggingConfiguration: { readonly input: PutLoggingConfigurationRequest; readonly output: PutLoggingConfigurationResponse };
  readonly PutManagedRuleSetVersions: { readonly input: PutManagedRuleSetVersionsRequest; readonly output: PutManagedRuleSetVersionsResponse };
  readonly PutPermissionPolicy: { readonly input: PutPermissionPolicyRequest; readonly output: PutPermissionPolicyResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateIPSet: { readonly input: UpdateIPSetRequest; readonly output: UpdateIPSetResponse };
  readonly UpdateManagedRuleSetVersionExpiryDate: { readonly input: UpdateManagedRuleSetVersionExpiryDateRequest; readonly output: UpdateManagedRuleSetVersionExpiryDateResponse };
  readonly UpdateRegexPatternSet: { readonly input: UpdateRegexPatternSetRequest; readonly output: UpdateRegexPatternSetResponse };
  readonly UpdateRuleGroup: { readonly input: UpdateRuleGroupRequest; readonly output: UpdateRuleGroupResponse };
  readonly UpdateWebACL: { readonly input: UpdateWebACLRequest; readonly output: UpdateWebACLResponse };
}
