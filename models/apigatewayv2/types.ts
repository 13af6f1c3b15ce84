// Generated from the API model of ApiGatewayV2; see scripts/generate-models.

export interface ACMManaged {
  readonly CertificateArn: string;
  readonly DomainName: string;
}
export interface AccessLogSettings {
  readonly DestinationArn?: string | undefined;
  readonly Format?: string | undefined;
}
export interface Api {
  readonly ApiEndpoint?: string | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ApiId?: string | undefined;
  readonly ApiKeySelectionExpression?: string | undefined;
  readonly CorsConfiguration?: Cors | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly Description?: string | undefined;
  readonly DisableSchemaValidation?: boolean | undefined;
  readonly DisableExecuteApiEndpoint?: boolean | undefined;
  readonly ImportInfo?: readonly (string)[] | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly Name: string;
  readonly ProtocolType: ProtocolType;
  readonly RouteSelectionExpression: string;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly Version?: string | undefined;
  readonly Warnings?: readonly (string)[] | undefined;
}
export interface ApiMapping {
  readonly ApiId: string;
  readonly ApiMappingId?: string | undefined;
  readonly ApiMappingKey?: string | undefined;
  readonly Stage: string;
}
export interface Authorization {
  readonly CognitoConfig?: CognitoConfig | undefined;
  readonly None?: None | undefined;
}
export type AuthorizationType = "NONE" | "AWS_IAM" | "CUSTOM" | "JWT";
export interface Authorizer {
  readonly AuthorizerCredentialsArn?: string | undefined;
  readonly AuthorizerId?: string | undefined;
  readonly AuthorizerPayloadFormatVersion?: string | undefined;
  readonly AuthorizerResultTtlInSeconds?: number | undefined;
  readonly AuthorizerType?: AuthorizerType | undefined;
  readonly AuthorizerUri?: string | undefined;
  readonly EnableSimpleResponses?: boolean | undefined;
  readonly IdentitySource?: readonly (string)[] | undefined;
  readonly IdentityValidationExpression?: string | undefined;
  readonly JwtConfiguration?: JWTConfiguration | undefined;
  readonly Name: string;
}
export type AuthorizerType = "REQUEST" | "JWT";
export interface CognitoConfig {
  readonly AppClientId: string;
  readonly UserPoolArn: string;
  readonly UserPoolDomain: string;
}
export type ConnectionType = "INTERNET" | "VPC_LINK";
export type ContentHandlingStrategy = "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT";
export interface Cors {
  readonly AllowCredentials?: boolean | undefined;
  readonly AllowHeaders?: readonly (string)[] | undefined;
  readonly AllowMethods?: readonly (string)[] | undefined;
  readonly AllowOrigins?: readonly (string)[] | undefined;
  readonly ExposeHeaders?: readonly (string)[] | undefined;
  readonly MaxAge?: number | undefined;
}
export interface CreateApiMappingRequest {
  readonly ApiId: string;
  readonly ApiMappingKey?: string | undefined;
  readonly DomainName: string;
  readonly Stage: string;
}
export interface CreateApiMappingResponse {
  readonly ApiId?: string | undefined;
  readonly ApiMappingId?: string | undefined;
  readonly ApiMappingKey?: string | undefined;
  readonly Stage?: string | undefined;
}
export interface CreateApiRequest {
  readonly ApiKeySelectionExpression?: string | undefined;
  readonly CorsConfiguration?: Cors | undefined;
  readonly CredentialsArn?: string | undefined;
  readonly Description?: string | undefined;
  readonly DisableSchemaValidation?: boolean | undefined;
  readonly DisableExecuteApiEndpoint?: boolean | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly Name: string;
  readonly ProtocolType: ProtocolType;
  readonly RouteKey?: string | undefined;
  readonly RouteSelectionExpression?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly Target?: string | undefined;
  readonly Version?: string | undefined;
}
export interface CreateApiResponse {
  readonly ApiEndpoint?: string | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ApiId?: string | undefined;
  readonly ApiKeySelectionExpression?: string | undefined;
  readonly CorsConfiguration?: Cors | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly Description?: string | undefined;
  readonly DisableSchemaValidation?: boolean | undefined;
  readonly DisableExecuteApiEndpoint?: boolean | undefined;
  readonly ImportInfo?: readonly (string)[] | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly Name?: string | undefined;
  readonly ProtocolType?: ProtocolType | undefined;
  readonly RouteSelectionExpression?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly Version?: string | undefined;
  readonly Warnings?: readonly (string)[] | undefined;
}
export interface CreateAuthorizerRequest {
  readonly ApiId: string;
  readonly AuthorizerCredentialsArn?: string | undefined;
  readonly AuthorizerPayloadFormatVersion?: string | undefined;
  readonly AuthorizerResultTtlInSeconds?: number | undefined;
  readonly AuthorizerType: AuthorizerType;
  readonly AuthorizerUri?: string | undefined;
  readonly EnableSimpleResponses?: boolean | undefined;
  readonly IdentitySource: readonly (string)[];
  readonly IdentityValidationExpression?: string | undefined;
  readonly JwtConfiguration?: JWTConfiguration | undefined;
  readonly Name: string;
}
export interface CreateAuthorizerResponse {
  readonly AuthorizerCredentialsArn?: string | undefined;
  readonly AuthorizerId?: string | undefined;
  readonly AuthorizerPayloadFormatVersion?: string | undefined;
  readonly AuthorizerResultTtlInSeconds?: number | undefined;
  readonly AuthorizerType?: AuthorizerType | undefined;
  readonly AuthorizerUri?: string | undefined;
  readonly EnableSimpleResponses?: boolean | undefined;
  readonly IdentitySource?: readonly (string)[] | undefined;
  readonly IdentityValidationExpression?: string | undefined;
  readonly JwtConfiguration?: JWTConfiguration | undefined;
  readonly Name?: string | undefined;
}
export interface CreateDeploymentRequest {
  readonly ApiId: string;
  readonly Description?: string | undefined;
  readonly StageName?: string | undefined;
}
export interface CreateDeploymentResponse {
  readonly AutoDeployed?: boolean | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly DeploymentId?: string | undefined;
  readonly DeploymentStatus?: DeploymentStatus | undefined;
  readonly DeploymentStatusMessage?: string | undefined;
  readonly Description?: string | undefined;
}
export interface CreateDomainNameRequest {
  readonly DomainName: string;
  readonly DomainNameConfigurations?: readonly (DomainNameConfiguration)[] | undefined;
  readonly MutualTlsAuthentication?: MutualTlsAuthenticationInput | undefined;
  readonly RoutingMode?: RoutingMode | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateDomainNameResponse {
  readonly ApiMappingSelectionExpression?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly DomainNameArn?: string | undefined;
  readonly DomainNameConfigurations?: readonly (DomainNameConfiguration)[] | undefined;
  readonly MutualTlsAuthentication?: MutualTlsAuthentication | undefined;
  readonly RoutingMode?: RoutingMode | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateIntegrationRequest {
  readonly ApiId: string;
  readonly ConnectionId?: string | undefined;
  readonly ConnectionType?: ConnectionType | undefined;
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly CredentialsArn?: string | undefined;
  readonly Description?: string | undefined;
  readonly IntegrationMethod?: string | undefined;
  readonly IntegrationSubtype?: string | undefined;
  readonly IntegrationType: IntegrationType;
  readonly IntegrationUri?: string | undefined;
  readonly PassthroughBehavior?: PassthroughBehavior | undefined;
  readonly PayloadFormatVersion?: string | undefined;
  readonly RequestParameters?: { readonly [key: string]: string } | undefined;
  readonly RequestTemplates?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: { readonly [key: string]: string } } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
  readonly TimeoutInMillis?: number | undefined;
  readonly TlsConfig?: TlsConfigInput | undefined;
}
export interface CreateIntegrationResponseRequest {
  readonly ApiId: string;
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly IntegrationId: string;
  readonly IntegrationResponseKey: string;
  readonly ResponseParameters?: { readonly [key: string]: string } | undefined;
  readonly ResponseTemplates?: { readonly [key: string]: string } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
}
export interface CreateIntegrationResponseResponse {
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly IntegrationResponseId?: string | undefined;
  readonly IntegrationResponseKey?: string | undefined;
  readonly ResponseParameters?: { readonly [key: string]: string } | undefined;
  readonly ResponseTemplates?: { readonly [key: string]: string } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
}
export interface CreateIntegrationResult {
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ConnectionId?: string | undefined;
  readonly ConnectionType?: ConnectionType | undefined;
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly CredentialsArn?: string | undefined;
  readonly Description?: string | undefined;
  readonly IntegrationId?: string | undefined;
  readonly IntegrationMethod?: string | undefined;
  readonly IntegrationResponseSelectionExpression?: string | undefined;
  readonly IntegrationSubtype?: string | undefined;
  readonly IntegrationType?: IntegrationType | undefined;
  readonly IntegrationUri?: string | undefined;
  readonly PassthroughBehavior?: PassthroughBehavior | undefined;
  readonly PayloadFormatVersion?: string | undefined;
  readonly RequestParameters?: { readonly [key: string]: string } | undefined;
  readonly RequestTemplates?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: { readonly [key: string]: string } } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
  readonly TimeoutInMillis?: number | undefined;
  readonly TlsConfig?: TlsConfig | undefined;
}
export interface CreateModelRequest {
  readonly ApiId: string;
  readonly ContentType?: string | undefined;
  readonly Description?: string | undefined;
  readonly Name: string;
  readonly Schema: string;
}
export interface CreateModelResponse {
  readonly ContentType?: string | undefined;
  readonly Description?: string | undefined;
  readonly ModelId?: string | undefined;
  readonly Name?: string | undefined;
  readonly Schema?: string | undefined;
}
export interface CreatePortalProductRequest {
  readonly Description?: string | undefined;
  readonly DisplayName: string;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreatePortalProductResponse {
  readonly Description?: string | undefined;
  readonly DisplayName?: string | undefined;
  readonly DisplayOrder?: DisplayOrder | undefined;
  readonly LastModified?: Date | undefined;
  readonly PortalProductArn?: string | undefined;
  readonly PortalProductId?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreatePortalRequest {
  readonly Authorization: Authorization;
  readonly EndpointConfiguration: EndpointConfigurationRequest;
  readonly IncludedPortalProductArns?: readonly (string)[] | undefined;
  readonly LogoUri?: string | undefined;
  readonly PortalContent: PortalContent;
  readonly RumAppMonitorName?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreatePortalResponse {
  readonly Authorization?: Authorization | undefined;
  readonly EndpointConfiguration?: EndpointConfigurationResponse | undefined;
  readonly IncludedPortalProductArns?: readonly (string)[] | undefined;
  readonly LastModified?: Date | undefined;
  readonly LastPublished?: Date | undefined;
  readonly LastPublishedDescription?: string | undefined;
  readonly PortalArn?: string | undefined;
  readonly PortalContent?: PortalContent | undefined;
  readonly PortalId?: string | undefined;
  readonly PublishStatus?: PublishStatus | undefined;
  readonly RumAppMonitorName?: string | undefined;
  readonly StatusException?: StatusException | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateProductPageRequest {
  readonly DisplayContent: DisplayContent;
  readonly PortalProductId: string;
}
export interface CreateProductPageResponse {
  readonly DisplayContent?: DisplayContent | undefined;
  readonly LastModified?: Date | undefined;
  readonly ProductPageArn?: string | undefined;
  readonly ProductPageId?: string | undefined;
}
export interface CreateProductRestEndpointPageRequest {
  readonly DisplayContent?: EndpointDisplayContent | undefined;
  readonly PortalProductId: string;
  readonly RestEndpointIdentifier: RestEndpointIdentifier;
  readonly TryItState?: TryItState | undefined;
}
export interface CreateProductRestEndpointPageResponse {
  readonly DisplayContent?: EndpointDisplayContentResponse | undefined;
  readonly LastModified?: Date | undefined;
  readonly ProductRestEndpointPageArn?: string | undefined;
  readonly ProductRestEndpointPageId?: string | undefined;
  readonly RestEndpointIdentifier?: RestEndpointIdentifier | undefined;
  readonly Status?: Status | undefined;
  readonly StatusException?: StatusException | undefined;
  readonly TryItState?: TryItState | undefined;
}
export interface CreateRouteRequest {
  readonly ApiId: string;
  readonly ApiKeyRequired?: boolean | undefined;
  readonly AuthorizationScopes?: readonly (string)[] | undefined;
  readonly AuthorizationType?: AuthorizationType | undefined;
  readonly AuthorizerId?: string | undefined;
  readonly ModelSelectionExpression?: string | undefined;
  readonly OperationName?: string | undefined;
  readonly RequestModels?: { readonly [key: string]: string } | undefined;
  readonly RequestParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteKey: string;
  readonly RouteResponseSelectionExpression?: string | undefined;
  readonly Target?: string | undefined;
}
export interface CreateRouteResponseRequest {
  readonly ApiId: string;
  readonly ModelSelectionExpression?: string | undefined;
  readonly ResponseModels?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteId: string;
  readonly RouteResponseKey: string;
}
export interface CreateRouteResponseResponse {
  readonly ModelSelectionExpression?: string | undefined;
  readonly ResponseModels?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteResponseId?: string | undefined;
  readonly RouteResponseKey?: string | undefined;
}
export interface CreateRouteResult {
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ApiKeyRequired?: boolean | undefined;
  readonly AuthorizationScopes?: readonly (string)[] | undefined;
  readonly AuthorizationType?: AuthorizationType | undefined;
  readonly AuthorizerId?: string | undefined;
  readonly ModelSelectionExpression?: string | undefined;
  readonly OperationName?: string | undefined;
  readonly RequestModels?: { readonly [key: string]: string } | undefined;
  readonly RequestParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteId?: string | undefined;
  readonly RouteKey?: string | undefined;
  readonly RouteResponseSelectionExpression?: string | undefined;
  readonly Target?: string | undefined;
}
export interface CreateRoutingRuleRequest {
  readonly Actions: readonly (RoutingRuleAction)[];
  readonly Conditions: readonly (RoutingRuleCondition)[];
  readonly DomainName: string;
  readonly DomainNameId?: string | undefined;
  readonly Priority: number;
}
export interface CreateRoutingRuleResponse {
  readonly Actions?: readonly (RoutingRuleAction)[] | undefined;
  readonly Conditions?: readonly (RoutingRuleCondition)[] | undefined;
  readonly Priority?: number | undefined;
  readonly RoutingRuleArn?: string | undefined;
  readonly RoutingRuleId?: string | undefined;
}
export interface CreateStageRequest {
  readonly AccessLogSettings?: AccessLogSettings | undefined;
  readonly ApiId: string;
  readonly AutoDeploy?: boolean | undefined;
  readonly ClientCertificateId?: string | undefined;
  readonly DefaultRouteSettings?: RouteSettings | undefined;
  readonly DeploymentId?: string | undefined;
  readonly Description?: string | undefined;
  readonly RouteSettings?: { readonly [key: string]: RouteSettings } | undefined;
  readonly StageName: string;
  readonly StageVariables?: { readonly [key: string]: string } | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateStageResponse {
  readonly AccessLogSettings?: AccessLogSettings | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly AutoDeploy?: boolean | undefined;
  readonly ClientCertificateId?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly DefaultRouteSettings?: RouteSettings | undefined;
  readonly DeploymentId?: string | undefined;
  readonly Description?: string | undefined;
  readonly LastDeploymentStatusMessage?: string | undefined;
  readonly LastUpdatedDate?: Date | undefined;
  readonly RouteSettings?: { readonly [key: string]: RouteSettings } | undefined;
  readonly StageName?: string | undefined;
  readonly StageVariables?: { readonly [key: string]: string } | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateVpcLinkRequest {
  readonly Name: string;
  readonly SecurityGroupIds?: readonly (string)[] | undefined;
  readonly SubnetIds: readonly (string)[];
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateVpcLinkResponse {
  readonly CreatedDate?: Date | undefined;
  readonly Name?: string | undefined;
  readonly SecurityGroupIds?: readonly (string)[] | undefined;
  readonly SubnetIds?: readonly (string)[] | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly VpcLinkId?: string | undefined;
  readonly VpcLinkStatus?: VpcLinkStatus | undefined;
  readonly VpcLinkStatusMessage?: string | undefined;
  readonly VpcLinkVersion?: VpcLinkVersion | undefined;
}
export interface CustomColors {
  readonly AccentColor: string;
  readonly BackgroundColor: string;
  readonly ErrorValidationColor: string;
  readonly HeaderColor: string;
  readonly NavigationColor: string;
  readonly TextColor: string;
}
export interface DeleteAccessLogSettingsRequest {
  readonly ApiId: string;
  readonly StageName: string;
}
export interface DeleteApiMappingRequest {
  readonly ApiMappingId: string;
  readonly DomainName: string;
}
export interface DeleteApiRequest {
  readonly ApiId: string;
}
export interface DeleteAuthorizerRequest {
  readonly ApiId: string;
  readonly AuthorizerId: string;
}
export interface DeleteCorsConfigurationRequest {
  readonly ApiId: string;
}
export interface DeleteDeploymentRequest {
  readonly ApiId: string;
  readonly DeploymentId: string;
}
export interface DeleteDomainNameRequest {
  readonly DomainName: string;
}
export interface DeleteIntegrationRequest {
  readonly ApiId: string;
  readonly IntegrationId: string;
}
export interface DeleteIntegrationResponseRequest {
  readonly ApiId: string;
  readonly IntegrationId: string;
  readonly IntegrationResponseId: string;
}
export interface DeleteModelRequest {
  readonly ApiId: string;
  readonly ModelId: string;
}
export interface DeletePortalProductRequest {
  readonly PortalProductId: string;
}
export interface DeletePortalProductSharingPolicyRequest {
  readonly PortalProductId: string;
}
export interface DeletePortalRequest {
  readonly PortalId: string;
}
export interface DeleteProductPageRequest {
  readonly PortalProductId: string;
  readonly ProductPageId: string;
}
export interface DeleteProductRestEndpointPageRequest {
  readonly PortalProductId: string;
  readonly ProductRestEndpointPageId: string;
}
export interface DeleteRouteRequest {
  readonly ApiId: string;
  readonly RouteId: string;
}
export interface DeleteRouteRequestParameterRequest {
  readonly ApiId: string;
  readonly RequestParameterKey: string;
  readonly RouteId: string;
}
export interface DeleteRouteResponseRequest {
  readonly ApiId: string;
  readonly RouteId: string;
  readonly RouteResponseId: string;
}
export interface DeleteRouteSettingsRequest {
  readonly ApiId: string;
  readonly RouteKey: string;
  readonly StageName: string;
}
export interface DeleteRoutingRuleRequest {
  readonly DomainName: string;
  readonly DomainNameId?: string | undefined;
  readonly RoutingRuleId: string;
}
export interface DeleteStageRequest {
  readonly ApiId: string;
  readonly StageName: string;
}
export interface DeleteVpcLinkRequest {
  readonly VpcLinkId: string;
}
export interface DeleteVpcLinkResponse {
}
export interface Deployment {
  readonly AutoDeployed?: boolean | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly DeploymentId?: string | undefined;
  readonly DeploymentStatus?: DeploymentStatus | undefined;
  readonly DeploymentStatusMessage?: string | undefined;
  readonly Description?: string | undefined;
}
export type DeploymentStatus = "PENDING" | "FAILED" | "DEPLOYED";
export interface DisablePortalRequest {
  readonly PortalId: string;
}
export interface DisplayContent {
  readonly Body: string;
  readonly Title: string;
}
export interface DisplayContentOverrides {
  readonly Body?: string | undefined;
  readonly Endpoint?: string | undefined;
  readonly OperationName?: string | undefined;
}
export interface DisplayOrder {
  readonly Contents?: readonly (Section)[] | undefined;
  readonly OverviewPageArn?: string | undefined;
  readonly ProductPageArns?: readonly (string)[] | undefined;
}
export interface DomainName {
  readonly ApiMappingSelectionExpression?: string | undefined;
  readonly DomainName: string;
  readonly DomainNameArn?: string | undefined;
  readonly DomainNameConfigurations?: readonly (DomainNameConfiguration)[] | undefined;
  readonly MutualTlsAuthentication?: MutualTlsAuthentication | undefined;
  readonly RoutingMode?: RoutingMode | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface DomainNameConfiguration {
  readonly ApiGatewayDomainName?: string | undefined;
  readonly CertificateArn?: string | undefined;
  readonly CertificateName?: string | undefined;
  readonly CertificateUploadDate?: Date | undefined;
  readonly DomainNameStatus?: DomainNameStatus | undefined;
  readonly DomainNameStatusMessage?: string | undefined;
  readonly EndpointType?: EndpointType | undefined;
  readonly HostedZoneId?: string | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly SecurityPolicy?: SecurityPolicy | undefined;
  readonly OwnershipVerificationCertificateArn?: string | undefined;
}
export type DomainNameStatus = "AVAILABLE" | "UPDATING" | "PENDING_CERTIFICATE_REIMPORT" | "PENDING_OWNERSHIP_VERIFICATION";
export interface EndpointConfigurationRequest {
  readonly AcmManaged?: ACMManaged | undefined;
  readonly None?: None | undefined;
}
export interface EndpointConfigurationResponse {
  readonly CertificateArn?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly PortalDefaultDomainName: string;
  readonly PortalDomainHostedZoneId: string;
}
export interface EndpointDisplayContent {
  readonly None?: None | undefined;
  readonly Overrides?: DisplayContentOverrides | undefined;
}
export interface EndpointDisplayContentResponse {
  readonly Body?: string | undefined;
  readonly Endpoint: string;
  readonly OperationName?: string | undefined;
}
export type EndpointType = "REGIONAL" | "EDGE";
export interface ExportApiRequest {
  readonly ApiId: string;
  readonly ExportVersion?: string | undefined;
  readonly IncludeExtensions?: boolean | undefined;
  readonly OutputType: string;
  readonly Specification: string;
  readonly StageName?: string | undefined;
}
export interface ExportApiResponse {
  readonly body?: Uint8Array | undefined;
}
export interface GetApiMappingRequest {
  readonly ApiMappingId: string;
  readonly DomainName: string;
}
export interface GetApiMappingResponse {
  readonly ApiId?: string | undefined;
  readonly ApiMappingId?: string | undefined;
  readonly ApiMappingKey?: string | undefined;
  readonly Stage?: string | undefined;
}
export interface GetApiMappingsRequest {
  readonly DomainName: string;
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetApiMappingsResponse {
  readonly Items?: readonly (ApiMapping)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetApiRequest {
  readonly ApiId: string;
}
export interface GetApiResponse {
  readonly ApiEndpoint?: string | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ApiId?: string | undefined;
  readonly ApiKeySelectionExpression?: string | undefined;
  readonly CorsConfiguration?: Cors | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly Description?: string | undefined;
  readonly DisableSchemaValidation?: boolean | undefined;
  readonly DisableExecuteApiEndpoint?: boolean | undefined;
  readonly ImportInfo?: readonly (string)[] | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly Name?: string | undefined;
  readonly ProtocolType?: ProtocolType | undefined;
  readonly RouteSelectionExpression?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly Version?: string | undefined;
  readonly Warnings?: readonly (string)[] | undefined;
}
export interface GetApisRequest {
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetApisResponse {
  readonly Items?: readonly (Api)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetAuthorizerRequest {
  readonly ApiId: string;
  readonly AuthorizerId: string;
}
export interface GetAuthorizerResponse {
  readonly AuthorizerCredentialsArn?: string | undefined;
  readonly AuthorizerId?: string | undefined;
  readonly AuthorizerPayloadFormatVersion?: string | undefined;
  readonly AuthorizerResultTtlInSeconds?: number | undefined;
  readonly AuthorizerType?: AuthorizerType | undefined;
  readonly AuthorizerUri?: string | undefined;
  readonly EnableSimpleResponses?: boolean | undefined;
  readonly IdentitySource?: readonly (string)[] | undefined;
  readonly IdentityValidationExpression?: string | undefined;
  readonly JwtConfiguration?: JWTConfiguration | undefined;
  readonly Name?: string | undefined;
}
export interface GetAuthorizersRequest {
  readonly ApiId: string;
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetAuthorizersResponse {
  readonly Items?: readonly (Authorizer)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetDeploymentRequest {
  readonly ApiId: string;
  readonly DeploymentId: string;
}
export interface GetDeploymentResponse {
  readonly AutoDeployed?: boolean | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly DeploymentId?: string | undefined;
  readonly DeploymentStatus?: DeploymentStatus | undefined;
  readonly DeploymentStatusMessage?: string | undefined;
  readonly Description?: string | undefined;
}
export interface GetDeploymentsRequest {
  readonly ApiId: string;
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetDeploymentsResponse {
  readonly Items?: readonly (Deployment)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetDomainNameRequest {
  readonly DomainName: string;
}
export interface GetDomainNameResponse {
  readonly ApiMappingSelectionExpression?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly DomainNameArn?: string | undefined;
  readonly DomainNameConfigurations?: readonly (DomainNameConfiguration)[] | undefined;
  readonly MutualTlsAuthentication?: MutualTlsAuthentication | undefined;
  readonly RoutingMode?: RoutingMode | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface GetDomainNamesRequest {
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetDomainNamesResponse {
  readonly Items?: readonly (DomainName)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetIntegrationRequest {
  readonly ApiId: string;
  readonly IntegrationId: string;
}
export interface GetIntegrationResponseRequest {
  readonly ApiId: string;
  readonly IntegrationId: string;
  readonly IntegrationResponseId: string;
}
export interface GetIntegrationResponseResponse {
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly IntegrationResponseId?: string | undefined;
  readonly IntegrationResponseKey?: string | undefined;
  readonly ResponseParameters?: { readonly [key: string]: string } | undefined;
  readonly ResponseTemplates?: { readonly [key: string]: string } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
}
export interface GetIntegrationResponsesRequest {
  readonly ApiId: string;
  readonly IntegrationId: string;
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetIntegrationResponsesResponse {
  readonly Items?: readonly (IntegrationResponse)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetIntegrationResult {
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ConnectionId?: string | undefined;
  readonly ConnectionType?: ConnectionType | undefined;
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly CredentialsArn?: string | undefined;
  readonly Description?: string | undefined;
  readonly IntegrationId?: string | undefined;
  readonly IntegrationMethod?: string | undefined;
  readonly IntegrationResponseSelectionExpression?: string | undefined;
  readonly IntegrationSubtype?: string | undefined;
  readonly IntegrationType?: IntegrationType | undefined;
  readonly IntegrationUri?: string | undefined;
  readonly PassthroughBehavior?: PassthroughBehavior | undefined;
  readonly PayloadFormatVersion?: string | undefined;
  readonly RequestParameters?: { readonly [key: string]: string } | undefined;
  readonly RequestTemplates?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: { readonly [key: string]: string } } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
  readonly TimeoutInMillis?: number | undefined;
  readonly TlsConfig?: TlsConfig | undefined;
}
export interface GetIntegrationsRequest {
  readonly ApiId: string;
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetIntegrationsResponse {
  readonly Items?: readonly (Integration)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetModelRequest {
  readonly ApiId: string;
  readonly ModelId: string;
}
export interface GetModelResponse {
  readonly ContentType?: string | undefined;
  readonly Description?: string | undefined;
  readonly ModelId?: string | undefined;
  readonly Name?: string | undefined;
  readonly Schema?: string | undefined;
}
export interface GetModelTemplateRequest {
  readonly ApiId: string;
  readonly ModelId: string;
}
export interface GetModelTemplateResponse {
  readonly Value?: string | undefined;
}
export interface GetModelsRequest {
  readonly ApiId: string;
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetModelsResponse {
  readonly Items?: readonly (Model)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetPortalProductRequest {
  readonly PortalProductId: string;
  readonly ResourceOwnerAccountId?: string | undefined;
}
export interface GetPortalProductResponse {
  readonly Description?: string | undefined;
  readonly DisplayName?: string | undefined;
  readonly DisplayOrder?: DisplayOrder | undefined;
  readonly LastModified?: Date | undefined;
  readonly PortalProductArn?: string | undefined;
  readonly PortalProductId?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface GetPortalProductSharingPolicyRequest {
  readonly PortalProductId: string;
}
export interface GetPortalProductSharingPolicyResponse {
  readonly PolicyDocument?: string | undefined;
  readonly PortalProductId?: string | undefined;
}
export interface GetPortalRequest {
  readonly PortalId: string;
}
export interface GetPortalResponse {
  readonly Authorization?: Authorization | undefined;
  readonly EndpointConfiguration?: EndpointConfigurationResponse | undefined;
  readonly IncludedPortalProductArns?: readonly (string)[] | undefined;
  readonly LastModified?: Date | undefined;
  readonly LastPublished?: Date | undefined;
  readonly LastPublishedDescription?: string | undefined;
  readonly PortalArn?: string | undefined;
  readonly PortalContent?: PortalContent | undefined;
  readonly PortalId?: string | undefined;
  readonly Preview?: Preview | undefined;
  readonly PublishStatus?: PublishStatus | undefined;
  readonly RumAppMonitorName?: string | undefined;
  readonly StatusException?: StatusException | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface GetProductPageRequest {
  readonly PortalProductId: string;
  readonly ProductPageId: string;
  readonly ResourceOwnerAccountId?: string | undefined;
}
export interface GetProductPageResponse {
  readonly DisplayContent?: DisplayContent | undefined;
  readonly LastModified?: Date | undefined;
  readonly ProductPageArn?: string | undefined;
  readonly ProductPageId?: string | undefined;
}
export interface GetProductRestEndpointPageRequest {
  readonly IncludeRawDisplayContent?: string | undefined;
  readonly PortalProductId: string;
  readonly ProductRestEndpointPageId: string;
  readonly ResourceOwnerAccountId?: string | undefined;
}
export interface GetProductRestEndpointPageResponse {
  readonly DisplayContent?: EndpointDisplayContentResponse | undefined;
  readonly LastModified?: Date | undefined;
  readonly ProductRestEndpointPageArn?: string | undefined;
  readonly ProductRestEndpointPageId?: string | undefined;
  readonly RawDisplayContent?: string | undefined;
  readonly RestEndpointIdentifier?: RestEndpointIdentifier | undefined;
  readonly Status?: Status | undefined;
  readonly StatusException?: StatusException | undefined;
  readonly TryItState?: TryItState | undefined;
}
export interface GetRouteRequest {
  readonly ApiId: string;
  readonly RouteId: string;
}
export interface GetRouteResponseRequest {
  readonly ApiId: string;
  readonly RouteId: string;
  readonly RouteResponseId: string;
}
export interface GetRouteResponseResponse {
  readonly ModelSelectionExpression?: string | undefined;
  readonly ResponseModels?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteResponseId?: string | undefined;
  readonly RouteResponseKey?: string | undefined;
}
export interface GetRouteResponsesRequest {
  readonly ApiId: string;
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly RouteId: string;
}
export interface GetRouteResponsesResponse {
  readonly Items?: readonly (RouteResponse)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetRouteResult {
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ApiKeyRequired?: boolean | undefined;
  readonly AuthorizationScopes?: readonly (string)[] | undefined;
  readonly AuthorizationType?: AuthorizationType | undefined;
  readonly AuthorizerId?: string | undefined;
  readonly ModelSelectionExpression?: string | undefined;
  readonly OperationName?: string | undefined;
  readonly RequestModels?: { readonly [key: string]: string } | undefined;
  readonly RequestParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteId?: string | undefined;
  readonly RouteKey?: string | undefined;
  readonly RouteResponseSelectionExpression?: string | undefined;
  readonly Target?: string | undefined;
}
export interface GetRoutesRequest {
  readonly ApiId: string;
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetRoutesResponse {
  readonly Items?: readonly (Route)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetRoutingRuleRequest {
  readonly DomainName: string;
  readonly DomainNameId?: string | undefined;
  readonly RoutingRuleId: string;
}
export interface GetRoutingRuleResponse {
  readonly Actions?: readonly (RoutingRuleAction)[] | undefined;
  readonly Conditions?: readonly (RoutingRuleCondition)[] | undefined;
  readonly Priority?: number | undefined;
  readonly RoutingRuleArn?: string | undefined;
  readonly RoutingRuleId?: string | undefined;
}
export interface GetStageRequest {
  readonly ApiId: string;
  readonly StageName: string;
}
export interface GetStageResponse {
  readonly AccessLogSettings?: AccessLogSettings | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly AutoDeploy?: boolean | undefined;
  readonly ClientCertificateId?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly DefaultRouteSettings?: RouteSettings | undefined;
  readonly DeploymentId?: string | undefined;
  readonly Description?: string | undefined;
  readonly LastDeploymentStatusMessage?: string | undefined;
  readonly LastUpdatedDate?: Date | undefined;
  readonly RouteSettings?: { readonly [key: string]: RouteSettings } | undefined;
  readonly StageName?: string | undefined;
  readonly StageVariables?: { readonly [key: string]: string } | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface GetStagesRequest {
  readonly ApiId: string;
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetStagesResponse {
  readonly Items?: readonly (Stage)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetTagsRequest {
  readonly ResourceArn: string;
}
export interface GetTagsResponse {
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface GetVpcLinkRequest {
  readonly VpcLinkId: string;
}
export interface GetVpcLinkResponse {
  readonly CreatedDate?: Date | undefined;
  readonly Name?: string | undefined;
  readonly SecurityGroupIds?: readonly (string)[] | undefined;
  readonly SubnetIds?: readonly (string)[] | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly VpcLinkId?: string | undefined;
  readonly VpcLinkStatus?: VpcLinkStatus | undefined;
  readonly VpcLinkStatusMessage?: string | undefined;
  readonly VpcLinkVersion?: VpcLinkVersion | undefined;
}
export interface GetVpcLinksRequest {
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetVpcLinksResponse {
  readonly Items?: readonly (VpcLink)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface IdentifierParts {
  readonly Method: string;
  readonly Path: string;
  readonly RestApiId: string;
  readonly Stage: string;
}
export interface ImportApiRequest {
  readonly Basepath?: string | undefined;
  readonly Body: string;
  readonly FailOnWarnings?: boolean | undefined;
}
export interface ImportApiResponse {
  readonly ApiEndpoint?: string | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ApiId?: string | undefined;
  readonly ApiKeySelectionExpression?: string | undefined;
  readonly CorsConfiguration?: Cors | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly Description?: string | undefined;
  readonly DisableSchemaValidation?: boolean | undefined;
  readonly DisableExecuteApiEndpoint?: boolean | undefined;
  readonly ImportInfo?: readonly (string)[] | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly Name?: string | undefined;
  readonly ProtocolType?: ProtocolType | undefined;
  readonly RouteSelectionExpression?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly Version?: string | undefined;
  readonly Warnings?: readonly (string)[] | undefined;
}
export interface Integration {
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ConnectionId?: string | undefined;
  readonly ConnectionType?: ConnectionType | undefined;
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly CredentialsArn?: string | undefined;
  readonly Description?: string | undefined;
  readonly IntegrationId?: string | undefined;
  readonly IntegrationMethod?: string | undefined;
  readonly IntegrationResponseSelectionExpression?: string | undefined;
  readonly IntegrationSubtype?: string | undefined;
  readonly IntegrationType?: IntegrationType | undefined;
  readonly IntegrationUri?: string | undefined;
  readonly PassthroughBehavior?: PassthroughBehavior | undefined;
  readonly PayloadFormatVersion?: string | undefined;
  readonly RequestParameters?: { readonly [key: string]: string } | undefined;
  readonly RequestTemplates?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: { readonly [key: string]: string } } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
  readonly TimeoutInMillis?: number | undefined;
  readonly TlsConfig?: TlsConfig | undefined;
}
export interface IntegrationResponse {
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly IntegrationResponseId?: string | undefined;
  readonly IntegrationResponseKey: string;
  readonly ResponseParameters?: { readonly [key: string]: string } | undefined;
  readonly ResponseTemplates?: { readonly [key: string]: string } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
}
export type IntegrationType = "AWS" | "HTTP" | "MOCK" | "HTTP_PROXY" | "AWS_PROXY";
export type IpAddressType = "ipv4" | "dualstack";
export interface JWTConfiguration {
  readonly Audience?: readonly (string)[] | undefined;
  readonly Issuer?: string | undefined;
}
export interface ListPortalProductsRequest {
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly ResourceOwner?: string | undefined;
}
export interface ListPortalProductsResponse {
  readonly Items?: readonly (PortalProductSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListPortalsRequest {
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListPortalsResponse {
  readonly Items?: readonly (PortalSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListProductPagesRequest {
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly PortalProductId: string;
  readonly ResourceOwnerAccountId?: string | undefined;
}
export interface ListProductPagesResponse {
  readonly Items?: readonly (ProductPageSummaryNoBody)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListProductRestEndpointPagesRequest {
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly PortalProductId: string;
  readonly ResourceOwnerAccountId?: string | undefined;
}
export interface ListProductRestEndpointPagesResponse {
  readonly Items?: readonly (ProductRestEndpointPageSummaryNoBody)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListRoutingRulesRequest {
  readonly DomainName: string;
  readonly DomainNameId?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListRoutingRulesResponse {
  readonly NextToken?: string | undefined;
  readonly RoutingRules?: readonly (RoutingRule)[] | undefined;
}
export type LoggingLevel = "ERROR" | "INFO" | "OFF";
export interface Model {
  readonly ContentType?: string | undefined;
  readonly Description?: string | undefined;
  readonly ModelId?: string | undefined;
  readonly Name: string;
  readonly Schema?: string | undefined;
}
export interface MutualTlsAuthentication {
  readonly TruststoreUri?: string | undefined;
  readonly TruststoreVersion?: string | undefined;
  readonly TruststoreWarnings?: readonly (string)[] | undefined;
}
export interface MutualTlsAuthenticationInput {
  readonly TruststoreUri?: string | undefined;
  readonly TruststoreVersion?: string | undefined;
}
export interface None {
}
export interface ParameterConstraints {
  readonly Required?: boolean | undefined;
}
export type PassthroughBehavior = "WHEN_NO_MATCH" | "NEVER" | "WHEN_NO_TEMPLATES";
export interface PortalContent {
  readonly Description?: string | undefined;
  readonly DisplayName: string;
  readonly Theme: PortalTheme;
}
export interface PortalProductSummary {
  readonly Description: string;
  readonly DisplayName: string;
  readonly LastModified: Date;
  readonly PortalProductArn: string;
  readonly PortalProductId: string;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface PortalSummary {
  readonly Authorization: Authorization;
  readonly EndpointConfiguration: EndpointConfigurationResponse;
  readonly IncludedPortalProductArns: readonly (string)[];
  readonly LastModified: Date;
  readonly LastPublished?: Date | undefined;
  readonly LastPublishedDescription?: string | undefined;
  readonly PortalArn: string;
  readonly PortalContent: PortalContent;
  readonly PortalId: string;
  readonly Preview?: Preview | undefined;
  readonly PublishStatus?: PublishStatus | undefined;
  readonly RumAppMonitorName?: string | undefined;
  readonly StatusException?: StatusException | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface PortalTheme {
  readonly CustomColors: CustomColors;
  readonly LogoLastUploaded?: Date | undefined;
}
export interface Preview {
  readonly PreviewStatus: PreviewStatus;
  readonly PreviewUrl?: string | undefined;
  readonly StatusException?: StatusException | undefined;
}
export interface PreviewPortalRequest {
  readonly PortalId: string;
}
export interface PreviewPortalResponse {
}
export type PreviewStatus = "PREVIEW_IN_PROGRESS" | "PREVIEW_FAILED" | "PREVIEW_READY";
export interface ProductPageSummaryNoBody {
  readonly LastModified: Date;
  readonly PageTitle: string;
  readonly ProductPageArn: string;
  readonly ProductPageId: string;
}
export interface ProductRestEndpointPageSummaryNoBody {
  readonly Endpoint: string;
  readonly LastModified: Date;
  readonly OperationName?: string | undefined;
  readonly ProductRestEndpointPageArn: string;
  readonly ProductRestEndpointPageId: string;
  readonly RestEndpointIdentifier: RestEndpointIdentifier;
  readonly Status: Status;
  readonly StatusException?: StatusException | undefined;
  readonly TryItState: TryItState;
}
export type ProtocolType = "WEBSOCKET" | "HTTP";
export interface PublishPortalRequest {
  readonly Description?: string | undefined;
  readonly PortalId: string;
}
export interface PublishPortalResponse {
}
export type PublishStatus = "PUBLISHED" | "PUBLISH_IN_PROGRESS" | "PUBLISH_FAILED" | "DISABLE_IN_PROGRESS" | "DISABLE_FAILED" | "DISABLED";
export interface PutPortalProductSharingPolicyRequest {
  readonly PolicyDocument: string;
  readonly PortalProductId: string;
}
export interface PutPortalProductSharingPolicyResponse {
}
export interface PutRoutingRuleRequest {
  readonly Actions: readonly (RoutingRuleAction)[];
  readonly Conditions: readonly (RoutingRuleCondition)[];
  readonly DomainName: string;
  readonly DomainNameId?: string | undefined;
  readonly Priority: number;
  readonly RoutingRuleId: string;
}
export interface PutRoutingRuleResponse {
  readonly Actions?: readonly (RoutingRuleAction)[] | undefined;
  readonly Conditions?: readonly (RoutingRuleCondition)[] | undefined;
  readonly Priority?: number | undefined;
  readonly RoutingRuleArn?: string | undefined;
  readonly RoutingRuleId?: string | undefined;
}
export interface ReimportApiRequest {
  readonly ApiId: string;
  readonly Basepath?: string | undefined;
  readonly Body: string;
  readonly FailOnWarnings?: boolean | undefined;
}
export interface ReimportApiResponse {
  readonly ApiEndpoint?: string | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ApiId?: string | undefined;
  readonly ApiKeySelectionExpression?: string | undefined;
  readonly CorsConfiguration?: Cors | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly Description?: string | undefined;
  readonly DisableSchemaValidation?: boolean | undefined;
  readonly DisableExecuteApiEndpoint?: boolean | undefined;
  readonly ImportInfo?: readonly (string)[] | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly Name?: string | undefined;
  readonly ProtocolType?: ProtocolType | undefined;
  readonly RouteSelectionExpression?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly Version?: string | undefined;
  readonly Warnings?: readonly (string)[] | undefined;
}
export interface ResetAuthorizersCacheRequest {
  readonly ApiId: string;
  readonly StageName: string;
}
export interface RestEndpointIdentifier {
  readonly IdentifierParts?: IdentifierParts | undefined;
}
export interface Route {
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ApiKeyRequired?: boolean | undefined;
  readonly AuthorizationScopes?: readonly (string)[] | undefined;
  readonly AuthorizationType?: AuthorizationType | undefined;
  readonly AuthorizerId?: string | undefined;
  readonly ModelSelectionExpression?: string | undefined;
  readonly OperationName?: string | undefined;
  readonly RequestModels?: { readonly [key: string]: string } | undefined;
  readonly RequestParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteId?: string | undefined;
  readonly RouteKey: string;
  readonly RouteResponseSelectionExpression?: string | undefined;
  readonly Target?: string | undefined;
}
export interface RouteResponse {
  readonly ModelSelectionExpression?: string | undefined;
  readonly ResponseModels?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteResponseId?: string | undefined;
  readonly RouteResponseKey: string;
}
export interface RouteSettings {
  readonly DataTraceEnabled?: boolean | undefined;
  readonly DetailedMetricsEnabled?: boolean | undefined;
  readonly LoggingLevel?: LoggingLevel | undefined;
  readonly ThrottlingBurstLimit?: number | undefined;
  readonly ThrottlingRateLimit?: number | undefined;
}
export type RoutingMode = "API_MAPPING_ONLY" | "ROUTING_RULE_ONLY" | "ROUTING_RULE_THEN_API_MAPPING";
export interface RoutingRule {
  readonly Actions?: readonly (RoutingRuleAction)[] | undefined;
  readonly Conditions?: readonly (RoutingRuleCondition)[] | undefined;
  readonly Priority?: number | undefined;
  readonly RoutingRuleArn?: string | undefined;
  readonly RoutingRuleId?: string | undefined;
}
export interface RoutingRuleAction {
  readonly InvokeApi: RoutingRuleActionInvokeApi;
}
export interface RoutingRuleActionInvokeApi {
  readonly ApiId: string;
  readonly Stage: string;
  readonly StripBasePath?: boolean | undefined;
}
export interface RoutingRuleCondition {
  readonly MatchBasePaths?: RoutingRuleMatchBasePaths | undefined;
  readonly MatchHeaders?: RoutingRuleMatchHeaders | undefined;
}
export interface RoutingRuleMatchBasePaths {
  readonly AnyOf: readonly (string)[];
}
export interface RoutingRuleMatchHeaderValue {
  readonly Header: string;
  readonly ValueGlob: string;
}
export interface RoutingRuleMatchHeaders {
  readonly AnyOf: readonly (RoutingRuleMatchHeaderValue)[];
}
export interface Section {
  readonly ProductRestEndpointPageArns: readonly (string)[];
  readonly SectionName: string;
}
export type SecurityPolicy = "TLS_1_0" | "TLS_1_2";
export interface Stage {
  readonly AccessLogSettings?: AccessLogSettings | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly AutoDeploy?: boolean | undefined;
  readonly ClientCertificateId?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly DefaultRouteSettings?: RouteSettings | undefined;
  readonly DeploymentId?: string | undefined;
  readonly Description?: string | undefined;
  readonly LastDeploymentStatusMessage?: string | undefined;
  readonly LastUpdatedDate?: Date | undefined;
  readonly RouteSettings?: { readonly [key: string]: RouteSettings } | undefined;
  readonly StageName: string;
  readonly StageVariables?: { readonly [key: string]: string } | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export type Status = "AVAILABLE" | "IN_PROGRESS" | "FAILED";
export interface StatusException {
  readonly Exception?: string | undefined;
  readonly Message?: string | undefined;
}
export interface TagResourceRequest {
  readonly ResourceArn: string;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface TagResourceResponse {
}
export interface TlsConfig {
  readonly ServerNameToVerify?: string | undefined;
}
export interface TlsConfigInput {
  readonly ServerNameToVerify?: string | undefined;
}
export type TryItState = "ENABLED" | "DISABLED";
export interface UntagResourceRequest {
  readonly ResourceArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UpdateApiMappingRequest {
  readonly ApiId: string;
  readonly ApiMappingId: string;
  readonly ApiMappingKey?: string | undefined;
  readonly DomainName: string;
  readonly Stage?: string | undefined;
}
export interface UpdateApiMappingResponse {
  readonly ApiId?: string | undefined;
  readonly ApiMappingId?: string | undefined;
  readonly ApiMappingKey?: string | undefined;
  readonly Stage?: string | undefined;
}
export interface UpdateApiRequest {
  readonly ApiId: string;
  readonly ApiKeySelectionExpression?: string | undefined;
  readonly CorsConfiguration?: Cors | undefined;
  readonly CredentialsArn?: string | undefined;
  readonly Description?: string | undefined;
  readonly DisableSchemaValidation?: boolean | undefined;
  readonly DisableExecuteApiEndpoint?: boolean | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly Name?: string | undefined;
  readonly RouteKey?: string | undefined;
  readonly RouteSelectionExpression?: string | undefined;
  readonly Target?: string | undefined;
  readonly Version?: string | undefined;
}
export interface UpdateApiResponse {
  readonly ApiEndpoint?: string | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ApiId?: string | undefined;
  readonly ApiKeySelectionExpression?: string | undefined;
  readonly CorsConfiguration?: Cors | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly Description?: string | undefined;
  readonly DisableSchemaValidation?: boolean | undefined;
  readonly DisableExecuteApiEndpoint?: boolean | undefined;
  readonly ImportInfo?: readonly (string)[] | undefined;
  readonly IpAddressType?: IpAddressType | undefined;
  readonly Name?: string | undefined;
  readonly ProtocolType?: ProtocolType | undefined;
  readonly RouteSelectionExpression?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly Version?: string | undefined;
  readonly Warnings?: readonly (string)[] | undefined;
}
export interface UpdateAuthorizerRequest {
  readonly ApiId: string;
  readonly AuthorizerCredentialsArn?: string | undefined;
  readonly AuthorizerId: string;
  readonly AuthorizerPayloadFormatVersion?: string | undefined;
  readonly AuthorizerResultTtlInSeconds?: number | undefined;
  readonly AuthorizerType?: AuthorizerType | undefined;
  readonly AuthorizerUri?: string | undefined;
  readonly EnableSimpleResponses?: boolean | undefined;
  readonly IdentitySource?: readonly (string)[] | undefined;
  readonly IdentityValidationExpression?: string | undefined;
  readonly JwtConfiguration?: JWTConfiguration | undefined;
  readonly Name?: string | undefined;
}
export interface UpdateAuthorizerResponse {
  readonly AuthorizerCredentialsArn?: string | undefined;
  readonly AuthorizerId?: string | undefined;
  readonly AuthorizerPayloadFormatVersion?: string | undefined;
  readonly AuthorizerResultTtlInSeconds?: number | undefined;
  readonly AuthorizerType?: AuthorizerType | undefined;
  readonly AuthorizerUri?: string | undefined;
  readonly EnableSimpleResponses?: boolean | undefined;
  readonly IdentitySource?: readonly (string)[] | undefined;
  readonly IdentityValidationExpression?: string | undefined;
  readonly JwtConfiguration?: JWTConfiguration | undefined;
  readonly Name?: string | undefined;
}
export interface UpdateDeploymentRequest {
  readonly ApiId: string;
  readonly DeploymentId: string;
  readonly Description?: string | undefined;
}
export interface UpdateDeploymentResponse {
  readonly AutoDeployed?: boolean | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly DeploymentId?: string | undefined;
  readonly DeploymentStatus?: DeploymentStatus | undefined;
  readonly DeploymentStatusMessage?: string | undefined;
  readonly Description?: string | undefined;
}
export interface UpdateDomainNameRequest {
  readonly DomainName: string;
  readonly DomainNameConfigurations?: readonly (DomainNameConfiguration)[] | undefined;
  readonly MutualTlsAuthentication?: MutualTlsAuthenticationInput | undefined;
  readonly RoutingMode?: RoutingMode | undefined;
}
export interface UpdateDomainNameResponse {
  readonly ApiMappingSelectionExpression?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly DomainNameArn?: string | undefined;
  readonly DomainNameConfigurations?: readonly (DomainNameConfiguration)[] | undefined;
  readonly MutualTlsAuthentication?: MutualTlsAuthentication | undefined;
  readonly RoutingMode?: RoutingMode | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface UpdateIntegrationRequest {
  readonly ApiId: string;
  readonly ConnectionId?: string | undefined;
  readonly ConnectionType?: ConnectionType | undefined;
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly CredentialsArn?: string | undefined;
  readonly Description?: string | undefined;
  readonly IntegrationId: string;
  readonly IntegrationMethod?: string | undefined;
  readonly IntegrationSubtype?: string | undefined;
  readonly IntegrationType?: IntegrationType | undefined;
  readonly IntegrationUri?: string | undefined;
  readonly PassthroughBehavior?: PassthroughBehavior | undefined;
  readonly PayloadFormatVersion?: string | undefined;
  readonly RequestParameters?: { readonly [key: string]: string } | undefined;
  readonly RequestTemplates?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: { readonly [key: string]: string } } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
  readonly TimeoutInMillis?: number | undefined;
  readonly TlsConfig?: TlsConfigInput | undefined;
}
export interface UpdateIntegrationResponseRequest {
  readonly ApiId: string;
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly IntegrationId: string;
  readonly IntegrationResponseId: string;
  readonly IntegrationResponseKey?: string | undefined;
  readonly ResponseParameters?: { readonly [key: string]: string } | undefined;
  readonly ResponseTemplates?: { readonly [key: string]: string } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
}
export interface UpdateIntegrationResponseResponse {
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly IntegrationResponseId?: string | undefined;
  readonly IntegrationResponseKey?: string | undefined;
  readonly ResponseParameters?: { readonly [key: string]: string } | undefined;
  readonly ResponseTemplates?: { readonly [key: string]: string } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
}
export interface UpdateIntegrationResult {
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ConnectionId?: string | undefined;
  readonly ConnectionType?: ConnectionType | undefined;
  readonly ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
  readonly CredentialsArn?: string | undefined;
  readonly Description?: string | undefined;
  readonly IntegrationId?: string | undefined;
  readonly IntegrationMethod?: string | undefined;
  readonly IntegrationResponseSelectionExpression?: string | undefined;
  readonly IntegrationSubtype?: string | undefined;
  readonly IntegrationType?: IntegrationType | undefined;
  readonly IntegrationUri?: string | undefined;
  readonly PassthroughBehavior?: PassthroughBehavior | undefined;
  readonly PayloadFormatVersion?: string | undefined;
  readonly RequestParameters?: { readonly [key: string]: string } | undefined;
  readonly RequestTemplates?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: { readonly [key: string]: string } } | undefined;
  readonly TemplateSelectionExpression?: string | undefined;
  readonly TimeoutInMillis?: number | undefined;
  readonly TlsConfig?: TlsConfig | undefined;
}
export interface UpdateModelRequest {
  readonly ApiId: string;
  readonly ContentType?: string | undefined;
  readonly Description?: string | undefined;
  readonly ModelId: string;
  readonly Name?: string | undefined;
  readonly Schema?: string | undefined;
}
export interface UpdateModelResponse {
  readonly ContentType?: string | undefined;
  readonly Description?: string | undefined;
  readonly ModelId?: string | undefined;
  readonly Name?: string | undefined;
  readonly Schema?: string | undefined;
}
export interface UpdatePortalProductRequest {
  readonly Description?: string | undefined;
  readonly DisplayName?: string | undefined;
  readonly DisplayOrder?: DisplayOrder | undefined;
  readonly PortalProductId: string;
}
export interface UpdatePortalProductResponse {
  readonly Description?: string | undefined;
  readonly DisplayName?: string | undefined;
  readonly DisplayOrder?: DisplayOrder | undefined;
  readonly LastModified?: Date | undefined;
  readonly PortalProductArn?: string | undefined;
  readonly PortalProductId?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface UpdatePortalRequest {
  readonly Authorization?: Authorization | undefined;
  readonly EndpointConfiguration?: EndpointConfigurationRequest | undefined;
  readonly IncludedPortalProductArns?: readonly (string)[] | undefined;
  readonly LogoUri?: string | undefined;
  readonly PortalContent?: PortalContent | undefined;
  readonly PortalId: string;
  readonly RumAppMonitorName?: string | undefined;
}
export interface UpdatePortalResponse {
  readonly Authorization?: Authorization | undefined;
  readonly EndpointConfiguration?: EndpointConfigurationResponse | undefined;
  readonly IncludedPortalProductArns?: readonly (string)[] | undefined;
  readonly LastModified?: Date | undefined;
  readonly LastPublished?: Date | undefined;
  readonly LastPublishedDescription?: string | undefined;
  readonly PortalArn?: string | undefined;
  readonly PortalContent?: PortalContent | undefined;
  readonly PortalId?: string | undefined;
  readonly Preview?: Preview | undefined;
  readonly PublishStatus?: PublishStatus | undefined;
  readonly RumAppMonitorName?: string | undefined;
  readonly StatusException?: StatusException | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface UpdateProductPageRequest {
  readonly DisplayContent?: DisplayContent | undefined;
  readonly PortalProductId: string;
  readonly ProductPageId: string;
}
export interface UpdateProductPageResponse {
  readonly DisplayContent?: DisplayContent | undefined;
  readonly LastModified?: Date | undefined;
  readonly ProductPageArn?: string | undefined;
  readonly ProductPageId?: string | undefined;
}
export interface UpdateProductRestEndpointPageRequest {
  readonly DisplayContent?: EndpointDisplayContent | undefined;
  readonly PortalProductId: string;
  readonly ProductRestEndpointPageId: string;
  readonly TryItState?: TryItState | undefined;
}
export interface UpdateProductRestEndpointPageResponse {
  readonly DisplayContent?: EndpointDisplayContentResponse | undefined;
  readonly LastModified?: Date | undefined;
  readonly ProductRestEndpointPageArn?: string | undefined;
  readonly ProductRestEndpointPageId?: string | undefined;
  readonly RestEndpointIdentifier?: RestEndpointIdentifier | undefined;
  readonly Status?: Status | undefined;
  readonly StatusException?: StatusException | undefined;
  readonly TryItState?: TryItState | undefined;
}
export interface UpdateRouteRequest {
  readonly ApiId: string;
  readonly ApiKeyRequired?: boolean | undefined;
  readonly AuthorizationScopes?: readonly (string)[] | undefined;
  readonly AuthorizationType?: AuthorizationType | undefined;
  readonly AuthorizerId?: string | undefined;
  readonly ModelSelectionExpression?: string | undefined;
  readonly OperationName?: string | undefined;
  readonly RequestModels?: { readonly [key: string]: string } | undefined;
  readonly RequestParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteId: string;
  readonly RouteKey?: string | undefined;
  readonly RouteResponseSelectionExpression?: string | undefined;
  readonly Target?: string | undefined;
}
export interface UpdateRouteResponseRequest {
  readonly ApiId: string;
  readonly ModelSelectionExpression?: string | undefined;
  readonly ResponseModels?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteId: string;
  readonly RouteResponseId: string;
  readonly RouteResponseKey?: string | undefined;
}
export interface UpdateRouteResponseResponse {
  readonly ModelSelectionExpression?: string | undefined;
  readonly ResponseModels?: { readonly [key: string]: string } | undefined;
  readonly ResponseParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteResponseId?: string | undefined;
  readonly RouteResponseKey?: string | undefined;
}
export interface UpdateRouteResult {
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly ApiKeyRequired?: boolean | undefined;
  readonly AuthorizationScopes?: readonly (string)[] | undefined;
  readonly AuthorizationType?: AuthorizationType | undefined;
  readonly AuthorizerId?: string | undefined;
  readonly ModelSelectionExpression?: string | undefined;
  readonly OperationName?: string | undefined;
  readonly RequestModels?: { readonly [key: string]: string } | undefined;
  readonly RequestParameters?: { readonly [key: string]: ParameterConstraints } | undefined;
  readonly RouteId?: string | undefined;
  readonly RouteKey?: string | undefined;
  readonly RouteResponseSelectionExpression?: string | undefined;
  readonly Target?: string | undefined;
}
export interface UpdateStageRequest {
  readonly AccessLogSettings?: AccessLogSettings | undefined;
  readonly ApiId: string;
  readonly AutoDeploy?: boolean | undefined;
  readonly ClientCertificateId?: string | undefined;
  readonly DefaultRouteSettings?: RouteSettings | undefined;
  readonly DeploymentId?: string | undefined;
  readonly Description?: string | undefined;
  readonly RouteSettings?: { readonly [key: string]: RouteSettings } | undefined;
  readonly StageName: string;
  readonly StageVariables?: { readonly [key: string]: string } | undefined;
}
export interface UpdateStageResponse {
  readonly AccessLogSettings?: AccessLogSettings | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
  readonly AutoDeploy?: boolean | undefined;
  readonly ClientCertificateId?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly DefaultRouteSettings?: RouteSettings | undefined;
  readonly DeploymentId?: string | undefined;
  readonly Description?: string | undefined;
  readonly LastDeploymentStatusMessage?: string | undefined;
  readonly LastUpdatedDate?: Date | undefined;
  readonly RouteSettings?: { readonly [key: string]: RouteSettings } | undefined;
  readonly StageName?: string | undefined;
  readonly StageVariables?: { readonly [key: string]: string } | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface UpdateVpcLinkRequest {
  readonly Name?: string | undefined;
  readonly VpcLinkId: string;
}
export interface UpdateVpcLinkResponse {
  readonly CreatedDate?: Date | undefined;
  readonly Name?: string | undefined;
  readonly SecurityGroupIds?: readonly (string)[] | undefined;
  readonly SubnetIds?: readonly (string)[] | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly VpcLinkId?: string | undefined;
  readonly VpcLinkStatus?: VpcLinkStatus | undefined;
  readonly VpcLinkStatusMessage?: string | undefined;
  readonly VpcLinkVersion?: VpcLinkVersion | undefined;
}
export interface VpcLink {
  readonly CreatedDate?: Date | undefined;
  readonly Name: string;
  readonly SecurityGroupIds: readonly (string)[];
  readonly SubnetIds: readonly (string)[];
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly VpcLinkId: string;
  readonly VpcLinkStatus?: VpcLinkStatus | undefined;
  readonly VpcLinkStatusMessage?: string | undefined;
  readonly VpcLinkVersion?: VpcLinkVersion | undefined;
}
export type VpcLinkStatus = "PENDING" | "AVAILABLE" | "DELETING" | "FAILED" | "INACTIVE";
export type VpcLinkVersion = "V2";

export interface Apigatewayv2Operations {
  readonly CreateApi: { readonly input: CreateApiRequest; readonly output: CreateApiResponse };
  readonly CreateApiMapping: { readonly input: CreateApiMappingRequest; readonly output: CreateApiMappingResponse };
  readonly CreateAuthorizer: { readonly input: CreateAuthorizerRequest; readonly output: CreateAuthorizerResponse };
  readonly CreateDeployment: { readonly input: CreateDeploymentRequest; readonly output: CreateDeploymentResponse };
  readonly CreateDomainName: { readonly input: CreateDomainNameRequest; readonly output: CreateDomainNameResponse };
  readonly CreateIntegration: { readonly input: CreateIntegrationRequest; readonly output: CreateIntegrationResult };
  readonly CreateIntegrationResponse: { readonly input: CreateIntegrationResponseRequest; readonly output: CreateIntegrationResponseResponse };
  readonly CreateModel: { readonly input: CreateModelRequest; readonly output: CreateModelResponse };
  readonly CreatePortal: { readonly input: CreatePortalRequest; readonly output: CreatePortalResponse };
  readonly CreatePortalProduct: { readonly input: CreatePortalProductRequest; readonly output: CreatePortalProductResponse };
  readonly CreateProductPage: { readonly input: CreateProductPageRequest; readonly output: CreateProductPageResponse };
  readonly CreateProductRestEndpointPage: { readonly input: CreateProductRestEndpointPageRequest; readonly output: CreateProductRestEndpointPageResponse };
  readonly CreateRoute: { readonly input: CreateRouteRequest; readonly output: CreateRouteResult };
  readonly CreateRouteResponse: { readonly input: CreateRouteResponseRequest; readonly output: CreateRouteResponseResponse };
  readonly CreateRoutingRule: { readonly input: CreateRoutingRuleRequest; readonly output: CreateRoutingRuleResponse };
  readonly CreateStage: { readonly input: CreateStageRequest; readonly output: CreateStageResponse };
  readonly CreateVpcLink: { readonly input: CreateVpcLinkRequest; readonly output: CreateVpcLinkResponse };
  readonly DeleteAccessLogSettings: { readonly input: DeleteAccessLogSettingsRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteApi: { readonly input: DeleteApiRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteApiMapping: { readonly input: DeleteApiMappingRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteAuthorizer: { readonly input: DeleteAuthorizerRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteCorsConfiguration: { readonly input: DeleteCorsConfigurationRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDeployment: { readonly input: DeleteDeploymentRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDomainName: { readonly input: DeleteDomainNameRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteIntegration: { readonly input: DeleteIntegrationRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteIntegrationResponse: { readonly input: DeleteIntegrationResponseRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteModel: { readonly input: DeleteModelRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeletePortal: { readonly input: DeletePortalRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeletePortalProduct: { readonly input: DeletePortalProductRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeletePortalProductSharingPolicy: { readonly input: DeletePortalProductSharingPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteProductPage: { readonly input: DeleteProductPageRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteProductRestEndpointPage: { readonly input: DeleteProductRestEndpointPageRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRoute: { readonly input: DeleteRouteRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRouteRequestParameter: { readonly input: DeleteRouteRequestParameterRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRouteResponse: { readonly input: DeleteRouteResponseRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRouteSettings: { readonly input: DeleteRouteSettingsRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRoutingRule: { readonly input: DeleteRoutingRuleRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteStage: { readonly input: DeleteStageRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteVpcLink: { readonly input: DeleteVpcLinkRequest; readonly output: DeleteVpcLinkResponse };
  readonly DisablePortal: { readonly input: DisablePortalRequest; readonly output: Readonly<Record<string, never>> };
  readonly ExportApi: { readonly input: ExportApiRequest; readonly output: ExportApiResponse };
  readonly GetApi: { readonly input: GetApiRequest; readonly output: GetApiResponse };
  readonly GetApiMapping: { readonly input: GetApiMappingRequest; readonly output: GetApiMappingResponse };
  readonly GetApiMappings: { readonly input: GetApiMappingsRequest; readonly output: GetApiMappingsResponse };
  readonly GetApis: { readonly input: GetApisRequest; readonly output: GetApisResponse };
  readonly GetAuthorizer: { readonly input: GetAuthorizerRequest; readonly output: GetAuthorizerResponse };
  readonly GetAuthorizers: { readonly input: GetAuthorizersRequest; readonly output: GetAuthorizersResponse };
  readonly GetDeployment: { readonly input: GetDeploymentRequest; readonly output: GetDeploymentResponse };
  readonly GetDeployments: { readonly input: GetDeploymentsRequest; readonly output: GetDeploymentsResponse };
  readonly GetDomainName: { readonly input: GetDomainNameRequest; readonly output: GetDomainNameResponse };
  readonly GetDomainNames: { readonly input: GetDomainNamesRequest; readonly output: GetDomainNamesResponse };
  readonly GetIntegration: { readonly input: GetIntegrationRequest; readonly output: GetIntegrationResult };
  readonly GetIntegrationResponse: { readonly input: GetIntegrationResponseRequest; readonly output: GetIntegrationResponseResponse };
  readonly GetIntegrationResponses: { readonly input: GetIntegrationResponsesRequest; readonly output: GetIntegrationResponsesResponse };
  readonly GetIntegrations: { readonly input: GetIntegrationsRequest; readonly output: GetIntegrationsResponse };
  readonly GetModel: { readonly input: GetModelRequest; readonly output: GetModelResponse };
  readonly GetModelTemplate: { readonly input: GetModelTemplateRequest; readonly output: GetModelTemplateResponse };
  readonly GetModels: { readonly input: GetModelsRequest; readonly output: GetModelsResponse };
  readonly GetPortal: { readonly input: GetPortalRequest; readonly output: GetPortalResponse };
  readonly GetPortalProduct: { readonly input: GetPortalProductRequest; readonly output: GetPortalProductResponse };
  readonly GetPortalProductSharingPolicy: { readonly input: GetPortalProductSharingPolicyRequest; readonly output: GetPortalProductSharingPolicyResponse };
  readonly GetProductPage: { readonly input: GetProductPageRequest; readonly output: GetProductPageResponse };
  readonly GetProductRestEndpointPage: { readonly input: GetProductRestEndpointPageRequest; readonly output: GetProductRestEndpointPageResponse };
  readonly GetRoute: { readonly input: GetRouteRequest; readonly output: GetRouteResult };
  readonly GetRouteResponse: { readonly input: GetRouteResponseRequest; readonly output: GetRouteResponseResponse };
  readonly GetRouteResponses: { readonly input: GetRouteResponsesRequest; readonly output: GetRouteResponsesResponse };
  readonly GetRoutes: { readonly input: GetRoutesRequest; readonly output: GetRoutesResponse };
  readonly GetRoutingRule: { readonly input: GetRoutingRuleRequest; readonly output: GetRoutingRuleResponse };
  readonly GetStage: { readonly input: GetStageRequest; readonly output: GetStageResponse };
  readonly GetStages: { readonly input: GetStagesRequest; readonly output: GetStagesResponse };
  readonly GetTags: { readonly input: GetTagsRequest; readonly output: GetTagsResponse };
  readonly GetVpcLink: { readonly input: GetVpcLinkRequest; readonly output: GetVpcLinkResponse };
  readonly GetVpcLinks: { readonly input: GetVpcLinksRequest; readonly output: GetVpcLinksResponse };
  readonly ImportApi: { readonly input: ImportApiRequest; readonly output: ImportApiResponse };
  readonly ListPortalProducts: { readonly input: ListPortalProductsRequest; readonly output: ListPortalProductsResponse };
  readonly ListPortals: { readonly input: ListPortalsRequest; readonly output: ListPortalsResponse };
  readonly ListProductPages: { readonly input: ListProductPagesRequest; readonly output: ListProductPagesResponse };
  readonly ListProductRestEndpointPages: { readonly input: ListProductRestEndpointPagesRequest; readonly output: ListProductRestEndpointPagesResponse };
  readonly ListRoutingRules: { readonly input: ListRoutingRulesRequest; readonly output: ListRoutingRulesResponse };
  readonly PreviewPortal: { readonly input: PreviewPortalRequest; readonly output: PreviewPortalResponse };
  readonly PublishPortal: { readonly input: PublishPortalRequest; readonly output: PublishPortalResponse };
  readonly PutPortalProductSharingPolicy: { readonly input: PutPortalProductSharingPolicyRequest; readonly output: PutPortalProductSharingPolicyResponse };
  readonly PutRoutingRule: { readonly input: PutRoutingRuleRequest; readonly output: PutRoutingRuleResponse };
  readonly ReimportApi: { readonly input: ReimportApiRequest; readonly output: ReimportApiResponse };
  readonly ResetAuthorizersCache: { readonly input: ResetAuthorizersCacheRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateApi: { readonly input: UpdateApiRequest; readonly output: UpdateApiResponse };
  readonly UpdateApiMapping: { readonly input: UpdateApiMappingRequest; readonly output: UpdateApiMappingResponse };
  readonly UpdateAuthorizer: { readonly input: UpdateAuthorizerRequest; readonly output: UpdateAuthorizerResponse };
  readonly UpdateDeployment: { readonly input: UpdateDeploymentRequest; readonly output: UpdateDeploymentResponse };
  readonly UpdateDomainName: { readonly input: UpdateDomainNameRequest; readonly output: UpdateDomainNameResponse };
  readonly UpdateIntegration: { readonly input: UpdateIntegrationRequest; readonly output: UpdateIntegrationResult };
  readonly UpdateIntegrationResponse: { readonly input: UpdateIntegrationResponseRequest; readonly output: UpdateIntegrationResponseResponse };
  readonly UpdateModel: { readonly input: UpdateModelRequest; readonly output: UpdateModelResponse };
  readonly UpdatePortal: { readonly input: UpdatePortalRequest; readonly output: UpdatePortalResponse };
  readonly UpdatePortalProduct: { readonly input: UpdatePortalProductRequest; readonly output: UpdatePortalProductResponse };
  readonly UpdateProductPage: { readonly input: UpdateProductPageRequest; readonly output: UpdateProductPageResponse };
  readonly UpdateProductRestEndpointPage: { readonly input: UpdateProductRestEndpointPageRequest; readonly output: UpdateProductRestEndpointPageResponse };
  readonly UpdateRoute: { readonly input: UpdateRouteRequest; readonly output: UpdateRouteResult };
  readonly UpdateRouteResponse: { readonly input: UpdateRouteResponseRequest; readonly output: UpdateRouteResponseResponse };
  readonly UpdateStage: { readonly input: UpdateStageRequest; readonly output: UpdateStageResponse };
  readonly UpdateVpcLink: { readonly input: UpdateVpcLinkRequest; readonly output: UpdateVpcLinkResponse };
}
