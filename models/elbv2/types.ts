// Generated from the API model of Elastic Load Balancing v2; see scripts/generate-models.

export interface Action {
  readonly Type: ActionTypeEnum;
  readonly TargetGroupArn?: string | undefined;
  readonly AuthenticateOidcConfig?: AuthenticateOidcActionConfig | undefined;
  readonly AuthenticateCognitoConfig?: AuthenticateCognitoActionConfig | undefined;
  readonly Order?: number | undefined;
  readonly RedirectConfig?: RedirectActionConfig | undefined;
  readonly FixedResponseConfig?: FixedResponseActionConfig | undefined;
  readonly ForwardConfig?: ForwardActionConfig | undefined;
  readonly JwtValidationConfig?: JwtValidationActionConfig | undefined;
}
export type ActionTypeEnum = "forward" | "authenticate-oidc" | "authenticate-cognito" | "redirect" | "fixed-response" | "jwt-validation";
export interface AddListenerCertificatesInput {
  readonly ListenerArn: string;
  readonly Certificates: readonly (Certificate)[];
}
export interface AddListenerCertificatesOutput {
  readonly Certificates?: readonly (Certificate)[] | undefined;
}
export interface AddTagsInput {
  readonly ResourceArns: readonly (string)[];
  readonly Tags: readonly (Tag)[];
}
export interface AddTagsOutput {
}
export interface AddTrustStoreRevocationsInput {
  readonly TrustStoreArn: string;
  readonly RevocationContents?: readonly (RevocationContent)[] | undefined;
}
export interface AddTrustStoreRevocationsOutput {
  readonly TrustStoreRevocations?: readonly (TrustStoreRevocation)[] | undefined;
}
export interface AdministrativeOverride {
  readonly State?: TargetAdministrativeOverrideStateEnum | undefined;
  readonly Reason?: TargetAdministrativeOverrideReasonEnum | undefined;
  readonly Description?: string | undefined;
}
export type AdvertiseTrustStoreCaNamesEnum = "on" | "off";
export interface AnomalyDetection {
  readonly Result?: AnomalyResultEnum | undefined;
  readonly MitigationInEffect?: MitigationInEffectEnum | undefined;
}
export type AnomalyResultEnum = "anomalous" | "normal";
export type AuthenticateCognitoActionConditionalBehaviorEnum = "deny" | "allow" | "authenticate";
export interface AuthenticateCognitoActionConfig {
  readonly UserPoolArn: string;
  readonly UserPoolClientId: string;
  readonly UserPoolDomain: string;
  readonly SessionCookieName?: string | undefined;
  readonly Scope?: string | undefined;
  readonly SessionTimeout?: number | undefined;
  readonly AuthenticationRequestExtraParams?: { readonly [key: string]: string } | undefined;
  readonly OnUnauthenticatedRequest?: AuthenticateCognitoActionConditionalBehaviorEnum | undefined;
}
export type AuthenticateOidcActionConditionalBehaviorEnum = "deny" | "allow" | "authenticate";
export interface AuthenticateOidcActionConfig {
  readonly Issuer: string;
  readonly AuthorizationEndpoint: string;
  readonly TokenEndpoint: string;
  readonly UserInfoEndpoint: string;
  readonly ClientId: string;
  readonly ClientSecret?: string | undefined;
  readonly SessionCookieName?: string | undefined;
  readonly Scope?: string | undefined;
  readonly SessionTimeout?: number | undefined;
  readonly AuthenticationRequestExtraParams?: { readonly [key: string]: string } | undefined;
  readonly OnUnauthenticatedRequest?: AuthenticateOidcActionConditionalBehaviorEnum | undefined;
  readonly UseExistingClientSecret?: boolean | undefined;
}
export interface AvailabilityZone {
  readonly ZoneName?: string | undefined;
  readonly SubnetId?: string | undefined;
  readonly OutpostId?: string | undefined;
  readonly LoadBalancerAddresses?: readonly (LoadBalancerAddress)[] | undefined;
  readonly SourceNatIpv6Prefixes?: readonly (string)[] | undefined;
}
export type CapacityReservationStateEnum = "provisioned" | "pending" | "rebalancing" | "failed";
export interface CapacityReservationStatus {
  readonly Code?: CapacityReservationStateEnum | undefined;
  readonly Reason?: string | undefined;
}
export interface Certificate {
  readonly CertificateArn?: string | undefined;
  readonly IsDefault?: boolean | undefined;
}
export interface Cipher {
  readonly Name?: string | undefined;
  readonly Priority?: number | undefined;
}
export interface CreateListenerInput {
  readonly LoadBalancerArn: string;
  readonly Protocol?: ProtocolEnum | undefined;
  readonly Port?: number | undefined;
  readonly SslPolicy?: string | undefined;
  readonly Certificates?: readonly (Certificate)[] | undefined;
  readonly DefaultActions: readonly (Action)[];
  readonly AlpnPolicy?: readonly (string)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly MutualAuthentication?: MutualAuthenticationAttributes | undefined;
}
export interface CreateListenerOutput {
  readonly Listeners?: readonly (Listener)[] | undefined;
}
export interface CreateLoadBalancerInput {
  readonly Name: string;
  readonly Subnets?: readonly (string)[] | undefined;
  readonly SubnetMappings?: readonly (SubnetMapping)[] | undefined;
  readonly SecurityGroups?: readonly (string)[] | undefined;
  readonly Scheme?: LoadBalancerSchemeEnum | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly Type?: LoadBalancerTypeEnum | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly CustomerOwnedIpv4Pool?: string | undefined;
  readonly EnablePrefixForIpv6SourceNat?: EnablePrefixForIpv6SourceNatEnum | undefined;
  readonly IpamPools?: IpamPools | undefined;
}
export interface CreateLoadBalancerOutput {
  readonly LoadBalancers?: readonly (LoadBalancer)[] | undefined;
}
export interface CreateRuleInput {
  readonly ListenerArn: string;
  readonly Conditions: readonly (RuleCondition)[];
  readonly Priority: number;
  readonly Actions: readonly (Action)[];
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly Transforms?: readonly (RuleTransform)[] | undefined;
}
export interface CreateRuleOutput {
  readonly Rules?: readonly (Rule)[] | undefined;
}
export interface CreateTargetGroupInput {
  readonly Name: string;
  readonly Protocol?: ProtocolEnum | undefined;
  readonly ProtocolVersion?: string | undefined;
  readonly Port?: number | undefined;
  readonly VpcId?: string | undefined;
  readonly HealthCheckProtocol?: ProtocolEnum | undefined;
  readonly HealthCheckPort?: string | undefined;
  readonly HealthCheckEnabled?: boolean | undefined;
  readonly HealthCheckPath?: string | undefined;
  readonly HealthCheckIntervalSeconds?: number | undefined;
  readonly HealthCheckTimeoutSeconds?: number | undefined;
  readonly HealthyThresholdCount?: number | undefined;
  readonly UnhealthyThresholdCount?: number | undefined;
  readonly Matcher?: Matcher | undefined;
  readonly TargetType?: TargetTypeEnum | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly IpAddressType?: TargetGroupIpAddressTypeEnum | undefined;
  readonly TargetControlPort?: number | undefined;
}
export interface CreateTargetGroupOutput {
  readonly TargetGroups?: readonly (TargetGroup)[] | undefined;
}
export interface CreateTrustStoreInput {
  readonly Name: string;
  readonly CaCertificatesBundleS3Bucket: string;
  readonly CaCertificatesBundleS3Key: string;
  readonly CaCertificatesBundleS3ObjectVersion?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateTrustStoreOutput {
  readonly TrustStores?: readonly (TrustStore)[] | undefined;
}
export interface DeleteListenerInput {
  readonly ListenerArn: string;
}
export interface DeleteListenerOutput {
}
export interface DeleteLoadBalancerInput {
  readonly LoadBalancerArn: string;
}
export interface DeleteLoadBalancerOutput {
}
export interface DeleteRuleInput {
  readonly RuleArn: string;
}
export interface DeleteRuleOutput {
}
export interface DeleteSharedTrustStoreAssociationInput {
  readonly TrustStoreArn: string;
  readonly ResourceArn: string;
}
export interface DeleteSharedTrustStoreAssociationOutput {
}
export interface DeleteTargetGroupInput {
  readonly TargetGroupArn: string;
}
export interface DeleteTargetGroupOutput {
}
export interface DeleteTrustStoreInput {
  readonly TrustStoreArn: string;
}
export interface DeleteTrustStoreOutput {
}
export interface DeregisterTargetsInput {
  readonly TargetGroupArn: string;
  readonly Targets: readonly (TargetDescription)[];
}
export interface DeregisterTargetsOutput {
}
export interface DescribeAccountLimitsInput {
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}
export interface DescribeAccountLimitsOutput {
  readonly Limits?: readonly (Limit)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface DescribeCapacityReservationInput {
  readonly LoadBalancerArn: string;
}
export interface DescribeCapacityReservationOutput {
  readonly LastModifiedTime?: Date | undefined;
  readonly DecreaseRequestsRemaining?: number | undefined;
  readonly MinimumLoadBalancerCapacity?: MinimumLoadBalancerCapacity | undefined;
  readonly CapacityReservationState?: readonly (ZonalCapacityReservationState)[] | undefined;
}
export interface DescribeListenerAttributesInput {
  readonly ListenerArn: string;
}
export interface DescribeListenerAttributesOutput {
  readonly Attributes?: readonly (ListenerAttribute)[] | undefined;
}
export interface DescribeListenerCertificatesInput {
  readonly ListenerArn: string;
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}
export interface DescribeListenerCertificatesOutput {
  readonly Certificates?: readonly (Certificate)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface DescribeListenersInput {
  readonly LoadBalancerArn?: string | undefined;
  readonly ListenerArns?: readonly (string)[] | undefined;
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}
export interface DescribeListenersOutput {
  readonly Listeners?: readonly (Listener)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface DescribeLoadBalancerAttributesInput {
  readonly LoadBalancerArn: string;
}
export interface DescribeLoadBalancerAttributesOutput {
  readonly Attributes?: readonly (LoadBalancerAttribute)[] | undefined;
}
export interface DescribeLoadBalancersInput {
  readonly LoadBalancerArns?: readonly (string)[] | undefined;
  readonly Names?: readonly (string)[] | undefined;
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}
export interface DescribeLoadBalancersOutput {
  readonly LoadBalancers?: readonly (LoadBalancer)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface DescribeRulesInput {
  readonly ListenerArn?: string | undefined;
  readonly RuleArns?: readonly (string)[] | undefined;
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}
export interface DescribeRulesOutput {
  readonly Rules?: readonly (Rule)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface DescribeSSLPoliciesInput {
  readonly Names?: readonly (string)[] | undefined;
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
  readonly LoadBalancerType?: LoadBalancerTypeEnum | undefined;
}
export interface DescribeSSLPoliciesOutput {
  readonly SslPolicies?: readonly (SslPolicy)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface DescribeTagsInput {
  readonly ResourceArns: readonly (string)[];
}
export interface DescribeTagsOutput {
  readonly TagDescriptions?: readonly (TagDescription)[] | undefined;
}
export interface DescribeTargetGroupAttributesInput {
  readonly TargetGroupArn: string;
}
export interface DescribeTargetGroupAttributesOutput {
  readonly Attributes?: readonly (TargetGroupAttribute)[] | undefined;
}
export interface DescribeTargetGroupsInput {
  readonly LoadBalancerArn?: string | undefined;
  readonly TargetGroupArns?: readonly (string)[] | undefined;
  readonly Names?: readonly (string)[] | undefined;
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}
export interface DescribeTargetGroupsOutput {
  readonly TargetGroups?: readonly (TargetGroup)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface DescribeTargetHealthInput {
  readonly TargetGroupArn: string;
  readonly Targets?: readonly (TargetDescription)[] | undefined;
  readonly Include?: readonly (DescribeTargetHealthInputIncludeEnum)[] | undefined;
}
export type DescribeTargetHealthInputIncludeEnum = "AnomalyDetection" | "All";
export interface DescribeTargetHealthOutput {
  readonly TargetHealthDescriptions?: readonly (TargetHealthDescription)[] | undefined;
}
export interface DescribeTrustStoreAssociationsInput {
  readonly TrustStoreArn: string;
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}
export interface DescribeTrustStoreAssociationsOutput {
  readonly TrustStoreAssociations?: readonly (TrustStoreAssociation)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface DescribeTrustStoreRevocation {
  readonly TrustStoreArn?: string | undefined;
  readonly RevocationId?: number | undefined;
  readonly RevocationType?: RevocationType | undefined;
  readonly NumberOfRevokedEntries?: number | undefined;
}
export interface DescribeTrustStoreRevocationsInput {
  readonly TrustStoreArn: string;
  readonly RevocationIds?: readonly (number)[] | undefined;
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}
export interface DescribeTrustStoreRevocationsOutput {
  readonly TrustStoreRevocations?: readonly (DescribeTrustStoreRevocation)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export interface DescribeTrustStoresInput {
  readonly TrustStoreArns?: readonly (string)[] | undefined;
  readonly Names?: readonly (string)[] | undefined;
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}
export interface DescribeTrustStoresOutput {
  readonly TrustStores?: readonly (TrustStore)[] | undefined;
  readonly NextMarker?: string | undefined;
}
export type EnablePrefixForIpv6SourceNatEnum = "on" | "off";
export type EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum = "on" | "off";
export interface FixedResponseActionConfig {
  readonly MessageBody?: string | undefined;
  readonly StatusCode: string;
  readonly ContentType?: string | undefined;
}
export interface ForwardActionConfig {
  readonly TargetGroups?: readonly (TargetGroupTuple)[] | undefined;
  readonly TargetGroupStickinessConfig?: TargetGroupStickinessConfig | undefined;
}
export interface GetResourcePolicyInput {
  readonly ResourceArn: string;
}
export interface GetResourcePolicyOutput {
  readonly Policy?: string | undefined;
}
export interface GetTrustStoreCaCertificatesBundleInput {
  readonly TrustStoreArn: string;
}
export interface GetTrustStoreCaCertificatesBundleOutput {
  readonly Location?: string | undefined;
}
export interface GetTrustStoreRevocationContentInput {
  readonly TrustStoreArn: string;
  readonly RevocationId: number;
}
export interface GetTrustStoreRevocationContentOutput {
  readonly Location?: string | undefined;
}
export interface HostHeaderConditionConfig {
  readonly Values?: readonly (string)[] | undefined;
  readonly RegexValues?: readonly (string)[] | undefined;
}
export interface HostHeaderRewriteConfig {
  readonly Rewrites?: readonly (RewriteConfig)[] | undefined;
}
export interface HttpHeaderConditionConfig {
  readonly HttpHeaderName?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
  readonly RegexValues?: readonly (string)[] | undefined;
}
export interface HttpRequestMethodConditionConfig {
  readonly Values?: readonly (string)[] | undefined;
}
export type IpAddressType = "ipv4" | "dualstack" | "dualstack-without-public-ipv4";
export interface IpamPools {
  readonly Ipv4IpamPoolId?: string | undefined;
}
export interface JwtValidationActionAdditionalClaim {
  readonly Format: JwtValidationActionAdditionalClaimFormatEnum;
  readonly Name: string;
  readonly Values: readonly (string)[];
}
export type JwtValidationActionAdditionalClaimFormatEnum = "single-string" | "string-array" | "space-separated-values";
export interface JwtValidationActionConfig {
  readonly JwksEndpoint: string;
  readonly Issuer: string;
  readonly AdditionalClaims?: readonly (JwtValidationActionAdditionalClaim)[] | undefined;
}
export interface Limit {
  readonly Name?: string | undefined;
  readonly Max?: string | undefined;
}
export interface Listener {
  readonly ListenerArn?: string | undefined;
  readonly LoadBalancerArn?: string | undefined;
  readonly Port?: number | undefined;
  readonly Protocol?: ProtocolEnum | undefined;
  readonly Certificates?: readonly (Certificate)[] | undefined;
  readonly SslPolicy?: string | undefined;
  readonly DefaultActions?: readonly (Action)[] | undefined;
  readonly AlpnPolicy?: readonly (string)[] | undefined;
  readonly MutualAuthentication?: MutualAuthenticationAttributes | undefined;
}
export interface ListenerAttribute {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface LoadBalancer {
  readonly LoadBalancerArn?: string | undefined;
  readonly DNSName?: string | undefined;
  readonly CanonicalHostedZoneId?: string | undefined;
  readonly CreatedTime?: Date | undefined;
  readonly LoadBalancerName?: string | undefined;
  readonly Scheme?: LoadBalancerSchemeEnum | undefined;
  readonly VpcId?: string | undefined;
  readonly State?: LoadBalancerState | undefined;
  readonly Type?: LoadBalancerTypeEnum | undefined;
  readonly AvailabilityZones?: readonly (AvailabilityZone)[] | undefined;
  readonly SecurityGroups?: readonly (string)[] | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly CustomerOwnedIpv4Pool?: string | undefined;
  readonly EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic?: string | undefined;
  readonly EnablePrefixForIpv6SourceNat?: EnablePrefixForIpv6SourceNatEnum | undefined;
  readonly IpamPools?: IpamPools | undefined;
}
export interface LoadBalancerAddress {
  readonly IpAddress?: string | undefined;
  readonly AllocationId?: string | undefined;
  readonly PrivateIPv4Address?: string | undefined;
  readonly IPv6Address?: string | undefined;
}
export interface LoadBalancerAttribute {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export type LoadBalancerSchemeEnum = "internet-facing" | "internal";
export interface LoadBalancerState {
  readonly Code?: LoadBalancerStateEnum | undefined;
  readonly Reason?: string | undefined;
}
export type LoadBalancerStateEnum = "active" | "provisioning" | "active_impaired" | "failed";
export type LoadBalancerTypeEnum = "application" | "network" | "gateway";
export interface Matcher {
  readonly HttpCode?: string | undefined;
  readonly GrpcCode?: string | undefined;
}
export interface MinimumLoadBalancerCapacity {
  readonly CapacityUnits?: number | undefined;
}
export type MitigationInEffectEnum = "yes" | "no";
export interface ModifyCapacityReservationInput {
  readonly LoadBalancerArn: string;
  readonly MinimumLoadBalancerCapacity?: MinimumLoadBalancerCapacity | undefined;
  readonly ResetCapacityReservation?: boolean | undefined;
}
export interface ModifyCapacityReservationOutput {
  readonly LastModifiedTime?: Date | undefined;
  readonly DecreaseRequestsRemaining?: number | undefined;
  readonly MinimumLoadBalancerCapacity?: MinimumLoadBalancerCapacity | undefined;
  readonly CapacityReservationState?: readonly (ZonalCapacityReservationState)[] | undefined;
}
export interface ModifyIpPoolsInput {
  readonly LoadBalancerArn: string;
  readonly IpamPools?: IpamPools | undefined;
  readonly RemoveIpamPools?: readonly (RemoveIpamPoolEnum)[] | undefined;
}
export interface ModifyIpPoolsOutput {
  readonly IpamPools?: IpamPools | undefined;
}
export interface ModifyListenerAttributesInput {
  readonly ListenerArn: string;
  readonly Attributes: readonly (ListenerAttribute)[];
}
export interface ModifyListenerAttributesOutput {
  readonly Attributes?: readonly (ListenerAttribute)[] | undefined;
}
export interface ModifyListenerInput {
  readonly ListenerArn: string;
  readonly Port?: number | undefined;
  readonly Protocol?: ProtocolEnum | undefined;
  readonly SslPolicy?: string | undefined;
  readonly Certificates?: readonly (Certificate)[] | undefined;
  readonly DefaultActions?: readonly (Action)[] | undefined;
  readonly AlpnPolicy?: readonly (string)[] | undefined;
  readonly MutualAuthentication?: MutualAuthenticationAttributes | undefined;
}
export interface ModifyListenerOutput {
  readonly Listeners?: readonly (Listener)[] | undefined;
}
export interface ModifyLoadBalancerAttributesInput {
  readonly LoadBalancerArn: string;
  readonly Attributes: readonly (LoadBalancerAttribute)[];
}
export interface ModifyLoadBalancerAttributesOutput {
  readonly Attributes?: readonly (LoadBalancerAttribute)[] | undefined;
}
export interface ModifyRuleInput {
  readonly RuleArn: string;
  readonly Conditions?: readonly (RuleCondition)[] | undefined;
  readonly Actions?: readonly (Action)[] | undefined;
  readonly Transforms?: readonly (RuleTransform)[] | undefined;
  readonly ResetTransforms?: boolean | undefined;
}
export interface ModifyRuleOutput {
  readonly Rules?: readonly (Rule)[] | undefined;
}
export interface ModifyTargetGroupAttributesInput {
  readonly TargetGroupArn: string;
  readonly Attributes: readonly (TargetGroupAttribute)[];
}
export interface ModifyTargetGroupAttributesOutput {
  readonly Attributes?: readonly (TargetGroupAttribute)[] | undefined;
}
export interface ModifyTargetGroupInput {
  readonly TargetGroupArn: string;
  readonly HealthCheckProtocol?: ProtocolEnum | undefined;
  readonly HealthCheckPort?: string | undefined;
  readonly HealthCheckPath?: string | undefined;
  readonly HealthCheckEnabled?: boolean | undefined;
  readonly HealthCheckIntervalSeconds?: number | undefined;
  readonly HealthCheckTimeoutSeconds?: number | undefined;
  readonly HealthyThresholdCount?: number | undefined;
  readonly UnhealthyThresholdCount?: number | undefined;
  readonly Matcher?: Matcher | undefined;
}
export interface ModifyTargetGroupOutput {
  readonly TargetGroups?: readonly (TargetGroup)[] | undefined;
}
export interface ModifyTrustStoreInput {
  readonly TrustStoreArn: string;
  readonly CaCertificatesBundleS3Bucket: string;
  readonly CaCertificatesBundleS3Key: string;
  readonly CaCertificatesBundleS3ObjectVersion?: string | undefined;
}
export interface ModifyTrustStoreOutput {
  readonly TrustStores?: readonly (TrustStore)[] | undefined;
}
export interface MutualAuthenticationAttributes {
  readonly Mode?: string | undefined;
  readonly TrustStoreArn?: string | undefined;
  readonly IgnoreClientCertificateExpiry?: boolean | undefined;
  readonly TrustStoreAssociationStatus?: TrustStoreAssociationStatusEnum | undefined;
  readonly AdvertiseTrustStoreCaNames?: AdvertiseTrustStoreCaNamesEnum | undefined;
}
export interface PathPatternConditionConfig {
  readonly Values?: readonly (string)[] | undefined;
  readonly RegexValues?: readonly (string)[] | undefined;
}
export type ProtocolEnum = "HTTP" | "HTTPS" | "TCP" | "TLS" | "UDP" | "TCP_UDP" | "GENEVE" | "QUIC" | "TCP_QUIC";
export interface QueryStringConditionConfig {
  readonly Values?: readonly (QueryStringKeyValuePair)[] | undefined;
}
export interface QueryStringKeyValuePair {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface RedirectActionConfig {
  readonly Protocol?: string | undefined;
  readonly Port?: string | undefined;
  readonly Host?: string | undefined;
  readonly Path?: string | undefined;
  readonly Query?: string | undefined;
  readonly StatusCode: RedirectActionStatusCodeEnum;
}
export type RedirectActionStatusCodeEnum = "HTTP_301" | "HTTP_302";
export interface RegisterTargetsInput {
  readonly TargetGroupArn: string;
  readonly Targets: readonly (TargetDescription)[];
}
export interface RegisterTargetsOutput {
}
export type RemoveIpamPoolEnum = "ipv4";
export interface RemoveListenerCertificatesInput {
  readonly ListenerArn: string;
  readonly Certificates: readonly (Certificate)[];
}
export interface RemoveListenerCertificatesOutput {
}
export interface RemoveTagsInput {
  readonly ResourceArns: readonly (string)[];
  readonly TagKeys: readonly (string)[];
}
export interface RemoveTagsOutput {
}
export interface RemoveTrustStoreRevocationsInput {
  readonly TrustStoreArn: string;
  readonly RevocationIds: readonly (number)[];
}
export interface RemoveTrustStoreRevocationsOutput {
}
export interface RevocationContent {
  readonly S3Bucket?: string | undefined;
  readonly S3Key?: string | undefined;
  readonly S3ObjectVersion?: string | undefined;
  readonly RevocationType?: RevocationType | undefined;
}
export type RevocationType = "CRL";
export interface RewriteConfig {
  readonly Regex: string;
  readonly Replace: string;
}
export interface Rule {
  readonly RuleArn?: string | undefined;
  readonly Priority?: string | undefined;
  readonly Conditions?: readonly (RuleCondition)[] | undefined;
  readonly Actions?: readonly (Action)[] | undefined;
  readonly IsDefault?: boolean | undefined;
  readonly Transforms?: readonly (RuleTransform)[] | undefined;
}
export interface RuleCondition {
  readonly Field?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
  readonly HostHeaderConfig?: HostHeaderConditionConfig | undefined;
  readonly PathPatternConfig?: PathPatternConditionConfig | undefined;
  readonly HttpHeaderConfig?: HttpHeaderConditionConfig | undefined;
  readonly QueryStringConfig?: QueryStringConditionConfig | undefined;
  readonly HttpRequestMethodConfig?: HttpRequestMethodConditionConfig | undefined;
  readonly SourceIpConfig?: SourceIpConditionConfig | undefined;
  readonly RegexValues?: readonly (string)[] | undefined;
}
export interface RulePriorityPair {
  readonly RuleArn?: string | undefined;
  readonly Priority?: number | undefined;
}
export interface RuleTransform {
  readonly Type: TransformTypeEnum;
  readonly HostHeaderRewriteConfig?: HostHeaderRewriteConfig | undefined;
  readonly UrlRewriteConfig?: UrlRewriteConfig | undefined;
}
export interface SetIpAddressTypeInput {
  readonly LoadBalancerArn: string;
  readonly IpAddressType: IpAddressType;
}
export interface SetIpAddressTypeOutput {
  readonly IpAddressType?: IpAddressType | undefined;
}
export interface SetRulePrioritiesInput {
  readonly RulePriorities: readonly (RulePriorityPair)[];
}
export interface SetRulePrioritiesOutput {
  readonly Rules?: readonly (Rule)[] | undefined;
}
export interface SetSecurityGroupsInput {
  readonly LoadBalancerArn: string;
  readonly SecurityGroups: readonly (string)[];
  readonly EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic?: EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum | undefined;
}
export interface SetSecurityGroupsOutput {
  readonly SecurityGroupIds?: readonly (string)[] | undefined;
  readonly EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic?: EnforceSecurityGroupInboundRulesOnPrivateLinkTrafficEnum | undefined;
}
export interface SetSubnetsInput {
  readonly LoadBalancerArn: string;
  readonly Subnets?: readonly (string)[] | undefined;
  readonly SubnetMappings?: readonly (SubnetMapping)[] | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly EnablePrefixForIpv6SourceNat?: EnablePrefixForIpv6SourceNatEnum | undefined;
}
export interface SetSubnetsOutput {
  readonly AvailabilityZones?: readonly (AvailabilityZone)[] | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly EnablePrefixForIpv6SourceNat?: EnablePrefixForIpv6SourceNatEnum | undefined;
}
export interface SourceIpConditionConfig {
  readonly Values?: readonly (string)[] | undefined;
}
export interface SslPolicy {
  readonly SslProtocols?: readonly (string)[] | undefined;
  readonly Ciphers?: readonly (Cipher)[] | undefined;
  readonly Name?: string | undefined;
  readonly SupportedLoadBalancerTypes?: readonly (string)[] | undefined;
}
export interface SubnetMapping {
  readonly SubnetId?: string | undefined;
  readonly AllocationId?: string | undefined;
  readonly PrivateIPv4Address?: string | undefined;
  readonly IPv6Address?: string | undefined;
  readonly SourceNatIpv6Prefix?: string | undefined;
}
export interface Tag {
  readonly Key: string;
  readonly Value?: string | undefined;
}
export interface TagDescription {
  readonly ResourceArn?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export type TargetAdministrativeOverrideReasonEnum = "AdministrativeOverride.Unknown" | "AdministrativeOverride.NoOverride" | "AdministrativeOverride.ZonalShiftActive" | "AdministrativeOverride.ZonalShiftDelegatedToDns";
export type TargetAdministrativeOverrideStateEnum = "unknown" | "no_override" | "zonal_shift_active" | "zonal_shift_delegated_to_dns";
export interface TargetDescription {
  readonly Id: string;
  readonly Port?: number | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly QuicServerId?: string | undefined;
}
export interface TargetGroup {
  readonly TargetGroupArn?: string | undefined;
  readonly TargetGroupName?: string | undefined;
  readonly Protocol?: ProtocolEnum | undefined;
  readonly Port?: number | undefined;
  readonly VpcId?: string | undefined;
  readonly HealthCheckProtocol?: ProtocolEnum | undefined;
  readonly HealthCheckPort?: string | undefined;
  readonly HealthCheckEnabled?: boolean | undefined;
  readonly HealthCheckIntervalSeconds?: number | undefined;
  readonly HealthCheckTimeoutSeconds?: number | undefined;
  readonly HealthyThresholdCount?: number | undefined;
  readonly UnhealthyThresholdCount?: number | undefined;
  readonly HealthCheckPath?: string | undefined;
  readonly Matcher?: Matcher | undefined;
  readonly LoadBalancerArns?: readonly (string)[] | undefined;
  readonly TargetType?: TargetTypeEnum | undefined;
  readonly ProtocolVersion?: string | undefined;
  readonly IpAddressType?: TargetGroupIpAddressTypeEnum | undefined;
  readonly TargetControlPort?: number | undefined;
}
export interface TargetGroupAttribute {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export type TargetGroupIpAddressTypeEnum = "ipv4" | "ipv6";
export interface TargetGroupStickinessConfig {
  readonly Enabled?: boolean | undefined;
  readonly DurationSeconds?: number | undefined;
}
export interface TargetGroupTuple {
  readonly TargetGroupArn?: string | undefined;
  readonly Weight?: number | undefined;
}
export interface TargetHealth {
  readonly State?: TargetHealthStateEnum | undefined;
  readonly Reason?: TargetHealthReasonEnum | undefined;
  readonly Description?: string | undefined;
}
export interface TargetHealthDescription {
  readonly Target?: TargetDescription | undefined;
  readonly HealthCheckPort?: string | undefined;
  readonly TargetHealth?: TargetHealth | undefined;
  readonly AnomalyDetection?: AnomalyDetection | undefined;
  readonly AdministrativeOverride?: AdministrativeOverride | undefined;
}
export type TargetHealthReasonEnum = "Elb.RegistrationInProgress" | "Elb.InitialHealthChecking" | "Target.ResponseCodeMismatch" | "Target.Timeout" | "Target.FailedHealthChecks" | "Target.NotRegistered" | "Target.NotInUse" | "Target.DeregistrationInProgress" | "Target.InvalidState" | "Target.IpUnusable" | "Target.HealthCheckDisabled" | "Elb.InternalError";
export type TargetHealthStateEnum = "initial" | "healthy" | "unhealthy" | "unhealthy.draining" | "unused" | "draining" | "unavailable";
export type TargetTypeEnum = "instance" | "ip" | "lambda" | "alb";
export type TransformTypeEnum = "host-header-rewrite" | "url-rewrite";
export interface TrustStore {
  readonly Name?: string | undefined;
  readonly TrustStoreArn?: string | undefined;
  readonly Status?: TrustStoreStatus | undefined;
  readonly NumberOfCaCertificates?: number | undefined;
  readonly TotalRevokedEntries?: number | undefined;
}
export interface TrustStoreAssociation {
  readonly ResourceArn?: string | undefined;
}
export type TrustStoreAssociationStatusEnum = "active" | "removed";
export interface TrustStoreRevocation {
  readonly TrustStoreArn?: string | undefined;
  readonly RevocationId?: number | undefined;
  readonly RevocationType?: RevocationType | undefined;
  readonly NumberOfRevokedEntries?: number | undefined;
}
export type TrustStoreStatus = "ACTIVE" | "CREATING";
export interface UrlRewriteConfig {
  readonly Rewrites?: readonly (RewriteConfig)[] | undefined;
}
export interface ZonalCapacityReservationState {
  readonly State?: CapacityReservationStatus | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly EffectiveCapacityUnits?: number | undefined;
}

export interface Elbv2Operations {
  readonly AddListenerCertificates: { readonly input: AddListenerCertificatesInput; readonly output: AddListenerCertificatesOutput };
  readonly AddTags: { readonly input: AddTagsInput; readonly output: AddTagsOutput };
  readonly AddTrustStoreRevocations: { readonly input: AddTrustStoreRevocationsInput; readonly output: AddTrustStoreRevocationsOutput };
  readonly CreateListener: { readonly input: CreateListenerInput; readonly output: CreateListenerOutput };
  readonly CreateLoadBalancer: { readonly input: CreateLoadBalancerInput; readonly output: CreateLoadBalancerOutput };
  readonly CreateRule: { readonly input: CreateRuleInput; readonly output: CreateRuleOutput };
  readonly CreateTargetGroup: { readonly input: CreateTargetGroupInput; readonly output: CreateTargetGroupOutput };
  readonly CreateTrustStore: { readonly input: CreateTrustStoreInput; readonly output: CreateTrustStoreOutput };
  readonly DeleteListener: { readonly input: DeleteListenerInput; readonly output: DeleteListenerOutput };
  readonly DeleteLoadBalancer: { readonly input: DeleteLoadBalancerInput; readonly output: DeleteLoadBalancerOutput };
  readonly DeleteRule: { readonly input: DeleteRuleInput; readonly output: DeleteRuleOutput };
  readonly DeleteSharedTrustStoreAssociation: { readonly input: DeleteSharedTrustStoreAssociationInput; readonly output: DeleteSharedTrustStoreAssociationOutput };
  readonly DeleteTargetGroup: { readonly input: DeleteTargetGroupInput; readonly output: DeleteTargetGroupOutput };
  readonly DeleteTrustStore: { readonly input: DeleteTrustStoreInput; readonly output: DeleteTrustStoreOutput };
  readonly DeregisterTargets: { readonly input: DeregisterTargetsInput; readonly output: DeregisterTargetsOutput };
  readonly DescribeAccountLimits: { readonly input: DescribeAccountLimitsInput; readonly output: DescribeAccountLimitsOutput };
  readonly DescribeCapacityReservation: { readonly input: DescribeCapacityReservationInput; readonly output: DescribeCapacityReservationOutput };
  readonly DescribeListenerAttributes: { readonly input: DescribeListenerAttributesInput; readonly output: DescribeListenerAttributesOutput };
  readonly DescribeListenerCertificates: { readonly input: DescribeListenerCertificatesInput; readonly output: DescribeListenerCertificatesOutput };
  readonly DescribeListeners: { readonly input: DescribeListenersInput; readonly output: DescribeListenersOutput };
  readonly DescribeLoadBalancerAttributes: { readonly input: DescribeLoadBalancerAttributesInput; readonly output: DescribeLoadBalancerAttributesOutput };
  readonly DescribeLoadBalancers: { readonly input: DescribeLoadBalancersInput; readonly output: DescribeLoadBalancersOutput };
  readonly DescribeRules: { readonly input: DescribeRulesInput; readonly output: DescribeRulesOutput };
  readonly DescribeSSLPolicies: { readonly input: DescribeSSLPoliciesInput; readonly output: DescribeSSLPoliciesOutput };
  readonly DescribeTags: { readonly input: DescribeTagsInput; readonly output: DescribeTagsOutput };
  readonly DescribeTargetGroupAttributes: { readonly input: DescribeTargetGroupAttributesInput; readonly output: DescribeTargetGroupAttributesOutput };
  readonly DescribeTargetGroups: { readonly input: DescribeTargetGroupsInput; readonly output: DescribeTargetGroupsOutput };
  readonly DescribeTargetHealth: { readonly input: DescribeTargetHealthInput; readonly output: DescribeTargetHealthOutput };
  readonly DescribeTrustStoreAssociations: { readonly input: DescribeTrustStoreAssociationsInput; readonly output: DescribeTrustStoreAssociationsOutput };
  readonly DescribeTrustStoreRevocations: { readonly input: DescribeTrustStoreRevocationsInput; readonly output: DescribeTrustStoreRevocationsOutput };
  readonly DescribeTrustStores: { readonly input: DescribeTrustStoresInput; readonly output: DescribeTrustStoresOutput };
  readonly GetResourcePolicy: { readonly input: GetResourcePolicyInput; readonly output: GetResourcePolicyOutput };
  readonly GetTrustStoreCaCertificatesBundle: { readonly input: GetTrustStoreCaCertificatesBundleInput; readonly output: GetTrustStoreCaCertificatesBundleOutput };
  readonly GetTrustStoreRevocationContent: { readonly input: GetTrustStoreRevocationContentInput; readonly output: GetTrustStoreRevocationContentOutput };
  readonly ModifyCapacityReservation: { readonly input: ModifyCapacityReservationInput; readonly output: ModifyCapacityReservationOutput };
  readonly ModifyIpPools: { readonly input: ModifyIpPoolsInput; readonly output: ModifyIpPoolsOutput };
  readonly ModifyListener: { readonly input: ModifyListenerInput; readonly output: ModifyListenerOutput };
  readonly ModifyListenerAttributes: { readonly input: ModifyListenerAttributesInput; readonly output: ModifyListenerAttributesOutput };
  readonly ModifyLoadBalancerAttributes: { readonly input: ModifyLoadBalancerAttributesInput; readonly output: ModifyLoadBalancerAttributesOutput };
  readonly ModifyRule: { readonly input: ModifyRuleInput; readonly output: ModifyRuleOutput };
  readonly ModifyTargetGroup: { readonly input: ModifyTargetGroupInput; readonly output: ModifyTargetGroupOutput };
  readonly ModifyTargetGroupAttributes: { readonly input: ModifyTargetGroupAttributesInput; readonly output: ModifyTargetGroupAttributesOutput };
  readonly ModifyTrustStore: { readonly input: ModifyTrustStoreInput; readonly output: ModifyTrustStoreOutput };
  readonly RegisterTargets: { readonly input: RegisterTargetsInput; readonly output: RegisterTargetsOutput };
  readonly RemoveListenerCertificates: { readonly input: RemoveListenerCertificatesInput; readonly output: RemoveListenerCertificatesOutput };
  readonly RemoveTags: { readonly input: RemoveTagsInput; readonly output: RemoveTagsOutput };
  readonly RemoveTrustStoreRevocations: { readonly input: RemoveTrustStoreRevocationsInput; readonly output: RemoveTrustStoreRevocationsOutput };
  readonly SetIpAddressType: { readonly input: SetIpAddressTypeInput; readonly output: SetIpAddressTypeOutput };
  readonly SetRulePriorities: { readonly input: SetRulePrioritiesInput; readonly output: SetRulePrioritiesOutput };
  readonly SetSecurityGroups: { readonly input: SetSecurityGroupsInput; readonly output: SetSecurityGroupsOutput };
  readonly SetSubnets: { readonly input: SetSubnetsInput; readonly output: SetSubnetsOutput };
}
