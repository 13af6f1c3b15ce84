// Generated from the API model of API Gateway; see scripts/generate-models.

export type AccessAssociationSourceType = "VPCE";
export interface AccessLogSettings {
  readonly format?: string | undefined;
  readonly destinationArn?: string | undefined;
}
export interface Account {
  readonly cloudwatchRoleArn?: string | undefined;
  readonly throttleSettings?: ThrottleSettings | undefined;
  readonly features?: readonly (string)[] | undefined;
  readonly apiKeyVersion?: string | undefined;
}
export interface ApiKey {
  readonly id?: string | undefined;
  readonly value?: string | undefined;
  readonly name?: string | undefined;
  readonly customerId?: string | undefined;
  readonly description?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly createdDate?: Date | undefined;
  readonly lastUpdatedDate?: Date | undefined;
  readonly stageKeys?: readonly (string)[] | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface ApiKeyIds {
  readonly ids?: readonly (string)[] | undefined;
  readonly warnings?: readonly (string)[] | undefined;
}
export type ApiKeySourceType = "HEADER" | "AUTHORIZER";
export interface ApiKeys {
  readonly warnings?: readonly (string)[] | undefined;
  readonly position?: string | undefined;
  readonly items?: readonly (ApiKey)[] | undefined;
}
export type ApiKeysFormat = "csv";
export interface ApiStage {
  readonly apiId?: string | undefined;
  readonly stage?: string | undefined;
  readonly throttle?: { readonly [key: string]: ThrottleSettings } | undefined;
}
export type ApiStatus = "UPDATING" | "AVAILABLE" | "PENDING" | "FAILED";
export interface Authorizer {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: AuthorizerType | undefined;
  readonly providerARNs?: readonly (string)[] | undefined;
  readonly authType?: string | undefined;
  readonly authorizerUri?: string | undefined;
  readonly authorizerCredentials?: string | undefined;
  readonly identitySource?: string | undefined;
  readonly identityValidationExpression?: string | undefined;
  readonly authorizerResultTtlInSeconds?: number | undefined;
}
export type AuthorizerType = "TOKEN" | "REQUEST" | "COGNITO_USER_POOLS";
export interface Authorizers {
  readonly position?: string | undefined;
  readonly items?: readonly (Authorizer)[] | undefined;
}
export interface BasePathMapping {
  readonly basePath?: string | undefined;
  readonly restApiId?: string | undefined;
  readonly stage?: string | undefined;
}
export interface BasePathMappings {
  readonly position?: string | undefined;
  readonly items?: readonly (BasePathMapping)[] | undefined;
}
export type CacheClusterSize = "0.5" | "1.6" | "6.1" | "13.5" | "28.4" | "58.2" | "118" | "237";
export type CacheClusterStatus = "CREATE_IN_PROGRESS" | "AVAILABLE" | "DELETE_IN_PROGRESS" | "NOT_AVAILABLE" | "FLUSH_IN_PROGRESS";
export interface CanarySettings {
  readonly percentTraffic?: number | undefined;
  readonly deploymentId?: string | undefined;
  readonly stageVariableOverrides?: { readonly [key: string]: string } | undefined;
  readonly useStageCache?: boolean | undefined;
}
export interface ClientCertificate {
  readonly clientCertificateId?: string | undefined;
  readonly description?: string | undefined;
  readonly pemEncodedCertificate?: string | undefined;
  readonly createdDate?: Date | undefined;
  readonly expirationDate?: Date | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface ClientCertificates {
  readonly position?: string | undefined;
  readonly items?: readonly (ClientCertificate)[] | undefined;
}
export type ConnectionType = "INTERNET" | "VPC_LINK";
export type ContentHandlingStrategy = "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT";
export interface CreateApiKeyRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly generateDistinctId?: boolean | undefined;
  readonly value?: string | undefined;
  readonly stageKeys?: readonly (StageKey)[] | undefined;
  readonly customerId?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateAuthorizerRequest {
  readonly restApiId: string;
  readonly name: string;
  readonly type: AuthorizerType;
  readonly providerARNs?: readonly (string)[] | undefined;
  readonly authType?: string | undefined;
  readonly authorizerUri?: string | undefined;
  readonly authorizerCredentials?: string | undefined;
  readonly identitySource?: string | undefined;
  readonly identityValidationExpression?: string | undefined;
  readonly authorizerResultTtlInSeconds?: number | undefined;
}
export interface CreateBasePathMappingRequest {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
  readonly basePath?: string | undefined;
  readonly restApiId: string;
  readonly stage?: string | undefined;
}
export interface CreateDeploymentRequest {
  readonly restApiId: string;
  readonly stageName?: string | undefined;
  readonly stageDescription?: string | undefined;
  readonly description?: string | undefined;
  readonly cacheClusterEnabled?: boolean | undefined;
  readonly cacheClusterSize?: CacheClusterSize | undefined;
  readonly variables?: { readonly [key: string]: string } | undefined;
  readonly canarySettings?: DeploymentCanarySettings | undefined;
  readonly tracingEnabled?: boolean | undefined;
}
export interface CreateDocumentationPartRequest {
  readonly restApiId: string;
  readonly location: DocumentationPartLocation;
  readonly properties: string;
}
export interface CreateDocumentationVersionRequest {
  readonly restApiId: string;
  readonly documentationVersion: string;
  readonly stageName?: string | undefined;
  readonly description?: string | undefined;
}
export interface CreateDomainNameAccessAssociationRequest {
  readonly domainNameArn: string;
  readonly accessAssociationSourceType: AccessAssociationSourceType;
  readonly accessAssociationSource: string;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateDomainNameRequest {
  readonly domainName: string;
  readonly certificateName?: string | undefined;
  readonly certificateBody?: string | undefined;
  readonly certificatePrivateKey?: string | undefined;
  readonly certificateChain?: string | undefined;
  readonly certificateArn?: string | undefined;
  readonly regionalCertificateName?: string | undefined;
  readonly regionalCertificateArn?: string | undefined;
  readonly endpointConfiguration?: EndpointConfiguration | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly securityPolicy?: SecurityPolicy | undefined;
  readonly endpointAccessMode?: EndpointAccessMode | undefined;
  readonly mutualTlsAuthentication?: MutualTlsAuthenticationInput | undefined;
  readonly ownershipVerificationCertificateArn?: string | undefined;
  readonly policy?: string | undefined;
  readonly routingMode?: RoutingMode | undefined;
}
export interface CreateModelRequest {
  readonly restApiId: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly schema?: string | undefined;
  readonly contentType: string;
}
export interface CreateRequestValidatorRequest {
  readonly restApiId: string;
  readonly name?: string | undefined;
  readonly validateRequestBody?: boolean | undefined;
  readonly validateRequestParameters?: boolean | undefined;
}
export interface CreateResourceRequest {
  readonly restApiId: string;
  readonly parentId: string;
  readonly pathPart: string;
}
export interface CreateRestApiRequest {
  readonly name: string;
  readonly description?: string | undefined;
  readonly version?: string | undefined;
  readonly cloneFrom?: string | undefined;
  readonly binaryMediaTypes?: readonly (string)[] | undefined;
  readonly minimumCompressionSize?: number | undefined;
  readonly apiKeySource?: ApiKeySourceType | undefined;
  readonly endpointConfiguration?: EndpointConfiguration | undefined;
  readonly policy?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly disableExecuteApiEndpoint?: boolean | undefined;
  readonly securityPolicy?: SecurityPolicy | undefined;
  readonly endpointAccessMode?: EndpointAccessMode | undefined;
}
export interface CreateStageRequest {
  readonly restApiId: string;
  readonly stageName: string;
  readonly deploymentId: string;
  readonly description?: string | undefined;
  readonly cacheClusterEnabled?: boolean | undefined;
  readonly cacheClusterSize?: CacheClusterSize | undefined;
  readonly variables?: { readonly [key: string]: string } | undefined;
  readonly documentationVersion?: string | undefined;
  readonly canarySettings?: CanarySettings | undefined;
  readonly tracingEnabled?: boolean | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateUsagePlanKeyRequest {
  readonly usagePlanId: string;
  readonly keyId: string;
  readonly keyType: string;
}
export interface CreateUsagePlanRequest {
  readonly name: string;
  readonly description?: string | undefined;
  readonly apiStages?: readonly (ApiStage)[] | undefined;
  readonly throttle?: ThrottleSettings | undefined;
  readonly quota?: QuotaSettings | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateVpcLinkRequest {
  readonly name: string;
  readonly description?: string | undefined;
  readonly targetArns: readonly (string)[];
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface DeleteApiKeyRequest {
  readonly apiKey: string;
}
export interface DeleteAuthorizerRequest {
  readonly restApiId: string;
  readonly authorizerId: string;
}
export interface DeleteBasePathMappingRequest {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
  readonly basePath: string;
}
export interface DeleteClientCertificateRequest {
  readonly clientCertificateId: string;
}
export interface DeleteDeploymentRequest {
  readonly restApiId: string;
  readonly deploymentId: string;
}
export interface DeleteDocumentationPartRequest {
  readonly restApiId: string;
  readonly documentationPartId: string;
}
export interface DeleteDocumentationVersionRequest {
  readonly restApiId: string;
  readonly documentationVersion: string;
}
export interface DeleteDomainNameAccessAssociationRequest {
  readonly domainNameAccessAssociationArn: string;
}
export interface DeleteDomainNameRequest {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
}
export interface DeleteGatewayResponseRequest {
  readonly restApiId: string;
  readonly responseType: GatewayResponseType;
}
export interface DeleteIntegrationRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
}
export interface DeleteIntegrationResponseRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly statusCode: string;
}
export interface DeleteMethodRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
}
export interface DeleteMethodResponseRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly statusCode: string;
}
export interface DeleteModelRequest {
  readonly restApiId: string;
  readonly modelName: string;
}
export interface DeleteRequestValidatorRequest {
  readonly restApiId: string;
  readonly requestValidatorId: string;
}
export interface DeleteResourceRequest {
  readonly restApiId: string;
  readonly resourceId: string;
}
export interface DeleteRestApiRequest {
  readonly restApiId: string;
}
export interface DeleteStageRequest {
  readonly restApiId: string;
  readonly stageName: string;
}
export interface DeleteUsagePlanKeyRequest {
  readonly usagePlanId: string;
  readonly keyId: string;
}
export interface DeleteUsagePlanRequest {
  readonly usagePlanId: string;
}
export interface DeleteVpcLinkRequest {
  readonly vpcLinkId: string;
}
export interface Deployment {
  readonly id?: string | undefined;
  readonly description?: string | undefined;
  readonly createdDate?: Date | undefined;
  readonly apiSummary?: { readonly [key: string]: { readonly [key: string]: MethodSnapshot } } | undefined;
}
export interface DeploymentCanarySettings {
  readonly percentTraffic?: number | undefined;
  readonly stageVariableOverrides?: { readonly [key: string]: string } | undefined;
  readonly useStageCache?: boolean | undefined;
}
export interface Deployments {
  readonly position?: string | undefined;
  readonly items?: readonly (Deployment)[] | undefined;
}
export interface DocumentationPart {
  readonly id?: string | undefined;
  readonly location?: DocumentationPartLocation | undefined;
  readonly properties?: string | undefined;
}
export interface DocumentationPartIds {
  readonly ids?: readonly (string)[] | undefined;
  readonly warnings?: readonly (string)[] | undefined;
}
export interface DocumentationPartLocation {
  readonly type: DocumentationPartType;
  readonly path?: string | undefined;
  readonly method?: string | undefined;
  readonly statusCode?: string | undefined;
  readonly name?: string | undefined;
}
export type DocumentationPartType = "API" | "AUTHORIZER" | "MODEL" | "RESOURCE" | "METHOD" | "PATH_PARAMETER" | "QUERY_PARAMETER" | "REQUEST_HEADER" | "REQUEST_BODY" | "RESPONSE" | "RESPONSE_HEADER" | "RESPONSE_BODY";
export interface DocumentationParts {
  readonly position?: string | undefined;
  readonly items?: readonly (DocumentationPart)[] | undefined;
}
export interface DocumentationVersion {
  readonly version?: string | undefined;
  readonly createdDate?: Date | undefined;
  readonly description?: string | undefined;
}
export interface DocumentationVersions {
  readonly position?: string | undefined;
  readonly items?: readonly (DocumentationVersion)[] | undefined;
}
export interface DomainName {
  readonly domainName?: string | undefined;
  readonly domainNameId?: string | undefined;
  readonly domainNameArn?: string | undefined;
  readonly certificateName?: string | undefined;
  readonly certificateArn?: string | undefined;
  readonly certificateUploadDate?: Date | undefined;
  readonly regionalDomainName?: string | undefined;
  readonly regionalHostedZoneId?: string | undefined;
  readonly regionalCertificateName?: string | undefined;
  readonly regionalCertificateArn?: string | undefined;
  readonly distributionDomainName?: string | undefined;
  readonly distributionHostedZoneId?: string | undefined;
  readonly endpointConfiguration?: EndpointConfiguration | undefined;
  readonly domainNameStatus?: DomainNameStatus | undefined;
  readonly domainNameStatusMessage?: string | undefined;
  readonly securityPolicy?: SecurityPolicy | undefined;
  readonly endpointAccessMode?: EndpointAccessMode | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly mutualTlsAuthentication?: MutualTlsAuthentication | undefined;
  readonly ownershipVerificationCertificateArn?: string | undefined;
  readonly managementPolicy?: string | undefined;
  readonly policy?: string | undefined;
  readonly routingMode?: RoutingMode | undefined;
}
export interface DomainNameAccessAssociation {
  readonly domainNameAccessAssociationArn?: string | undefined;
  readonly domainNameArn?: string | undefined;
  readonly accessAssociationSourceType?: AccessAssociationSourceType | undefined;
  readonly accessAssociationSource?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface DomainNameAccessAssociations {
  readonly position?: string | undefined;
  readonly items?: readonly (DomainNameAccessAssociation)[] | undefined;
}
export type DomainNameStatus = "AVAILABLE" | "UPDATING" | "PENDING" | "PENDING_CERTIFICATE_REIMPORT" | "PENDING_OWNERSHIP_VERIFICATION" | "FAILED";
export interface DomainNames {
  readonly position?: string | undefined;
  readonly items?: readonly (DomainName)[] | undefined;
}
export type EndpointAccessMode = "BASIC" | "STRICT";
export interface EndpointConfiguration {
  readonly types?: readonly (EndpointType)[] | undefined;
  readonly ipAddressType?: IpAddressType | undefined;
  readonly vpcEndpointIds?: readonly (string)[] | undefined;
}
export type EndpointType = "REGIONAL" | "EDGE" | "PRIVATE";
export interface ExportResponse {
  readonly contentType?: string | undefined;
  readonly contentDisposition?: string | undefined;
  readonly body?: Uint8Array | undefined;
}
export interface FlushStageAuthorizersCacheRequest {
  readonly restApiId: string;
  readonly stageName: string;
}
export interface FlushStageCacheRequest {
  readonly restApiId: string;
  readonly stageName: string;
}
export interface GatewayResponse {
  readonly responseType?: GatewayResponseType | undefined;
  readonly statusCode?: string | undefined;
  readonly responseParameters?: { readonly [key: string]: string } | undefined;
  readonly responseTemplates?: { readonly [key: string]: string } | undefined;
  readonly defaultResponse?: boolean | undefined;
}
export type GatewayResponseType = "DEFAULT_4XX" | "DEFAULT_5XX" | "RESOURCE_NOT_FOUND" | "UNAUTHORIZED" | "INVALID_API_KEY" | "ACCESS_DENIED" | "AUTHORIZER_FAILURE" | "AUTHORIZER_CONFIGURATION_ERROR" | "INVALID_SIGNATURE" | "EXPIRED_TOKEN" | "MISSING_AUTHENTICATION_TOKEN" | "INTEGRATION_FAILURE" | "INTEGRATION_TIMEOUT" | "API_CONFIGURATION_ERROR" | "UNSUPPORTED_MEDIA_TYPE" | "BAD_REQUEST_PARAMETERS" | "BAD_REQUEST_BODY" | "REQUEST_TOO_LARGE" | "THROTTLED" | "QUOTA_EXCEEDED" | "WAF_FILTERED";
export interface GatewayResponses {
  readonly position?: string | undefined;
  readonly items?: readonly (GatewayResponse)[] | undefined;
}
export interface GenerateClientCertificateRequest {
  readonly description?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface GetAccountRequest {
}
export interface GetApiKeyRequest {
  readonly apiKey: string;
  readonly includeValue?: boolean | undefined;
}
export interface GetApiKeysRequest {
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
  readonly nameQuery?: string | undefined;
  readonly customerId?: string | undefined;
  readonly includeValues?: boolean | undefined;
}
export interface GetAuthorizerRequest {
  readonly restApiId: string;
  readonly authorizerId: string;
}
export interface GetAuthorizersRequest {
  readonly restApiId: string;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetBasePathMappingRequest {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
  readonly basePath: string;
}
export interface GetBasePathMappingsRequest {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetClientCertificateRequest {
  readonly clientCertificateId: string;
}
export interface GetClientCertificatesRequest {
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetDeploymentRequest {
  readonly restApiId: string;
  readonly deploymentId: string;
  readonly embed?: readonly (string)[] | undefined;
}
export interface GetDeploymentsRequest {
  readonly restApiId: string;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetDocumentationPartRequest {
  readonly restApiId: string;
  readonly documentationPartId: string;
}
export interface GetDocumentationPartsRequest {
  readonly restApiId: string;
  readonly type?: DocumentationPartType | undefined;
  readonly nameQuery?: string | undefined;
  readonly path?: string | undefined;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
  readonly locationStatus?: LocationStatusType | undefined;
}
export interface GetDocumentationVersionRequest {
  readonly restApiId: string;
  readonly documentationVersion: string;
}
export interface GetDocumentationVersionsRequest {
  readonly restApiId: string;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetDomainNameAccessAssociationsRequest {
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
  readonly resourceOwner?: ResourceOwner | undefined;
}
export interface GetDomainNameRequest {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
}
export interface GetDomainNamesRequest {
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
  readonly resourceOwner?: ResourceOwner | undefined;
}
export interface GetExportRequest {
  readonly restApiId: string;
  readonly stageName: string;
  readonly exportType: string;
  readonly parameters?: { readonly [key: string]: string } | undefined;
  readonly accepts?: string | undefined;
}
export interface GetGatewayResponseRequest {
  readonly restApiId: string;
  readonly responseType: GatewayResponseType;
}
export interface GetGatewayResponsesRequest {
  readonly restApiId: string;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetIntegrationRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
}
export interface GetIntegrationResponseRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly statusCode: string;
}
export interface GetMethodRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
}
export interface GetMethodResponseRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly statusCode: string;
}
export interface GetModelRequest {
  readonly restApiId: string;
  readonly modelName: string;
  readonly flatten?: boolean | undefined;
}
export interface GetModelTemplateRequest {
  readonly restApiId: string;
  readonly modelName: string;
}
export interface GetModelsRequest {
  readonly restApiId: string;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetRequestValidatorRequest {
  readonly restApiId: string;
  readonly requestValidatorId: string;
}
export interface GetRequestValidatorsRequest {
  readonly restApiId: string;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetResourceRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly embed?: readonly (string)[] | undefined;
}
export interface GetResourcesRequest {
  readonly restApiId: string;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
  readonly embed?: readonly (string)[] | undefined;
}
export interface GetRestApiRequest {
  readonly restApiId: string;
}
export interface GetRestApisRequest {
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetSdkRequest {
  readonly restApiId: string;
  readonly stageName: string;
  readonly sdkType: string;
  readonly parameters?: { readonly [key: string]: string } | undefined;
}
export interface GetSdkTypeRequest {
  readonly id: string;
}
export interface GetSdkTypesRequest {
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetStageRequest {
  readonly restApiId: string;
  readonly stageName: string;
}
export interface GetStagesRequest {
  readonly restApiId: string;
  readonly deploymentId?: string | undefined;
}
export interface GetTagsRequest {
  readonly resourceArn: string;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetUsagePlanKeyRequest {
  readonly usagePlanId: string;
  readonly keyId: string;
}
export interface GetUsagePlanKeysRequest {
  readonly usagePlanId: string;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
  readonly nameQuery?: string | undefined;
}
export interface GetUsagePlanRequest {
  readonly usagePlanId: string;
}
export interface GetUsagePlansRequest {
  readonly position?: string | undefined;
  readonly keyId?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetUsageRequest {
  readonly usagePlanId: string;
  readonly keyId?: string | undefined;
  readonly startDate: string;
  readonly endDate: string;
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface GetVpcLinkRequest {
  readonly vpcLinkId: string;
}
export interface GetVpcLinksRequest {
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}
export interface ImportApiKeysRequest {
  readonly body: Uint8Array;
  readonly format: ApiKeysFormat;
  readonly failOnWarnings?: boolean | undefined;
}
export interface ImportDocumentationPartsRequest {
  readonly restApiId: string;
  readonly mode?: PutMode | undefined;
  readonly failOnWarnings?: boolean | undefined;
  readonly body: Uint8Array;
}
export interface ImportRestApiRequest {
  readonly failOnWarnings?: boolean | undefined;
  readonly parameters?: { readonly [key: string]: string } | undefined;
  readonly body: Uint8Array;
}
export interface Integration {
  readonly type?: IntegrationType | undefined;
  readonly httpMethod?: string | undefined;
  readonly uri?: string | undefined;
  readonly connectionType?: ConnectionType | undefined;
  readonly connectionId?: string | undefined;
  readonly credentials?: string | undefined;
  readonly requestParameters?: { readonly [key: string]: string } | undefined;
  readonly requestTemplates?: { readonly [key: string]: string } | undefined;
  readonly passthroughBehavior?: string | undefined;
  readonly contentHandling?: ContentHandlingStrategy | undefined;
  readonly timeoutInMillis?: number | undefined;
  readonly cacheNamespace?: string | undefined;
  readonly cacheKeyParameters?: readonly (string)[] | undefined;
  readonly integrationResponses?: { readonly [key: string]: IntegrationResponse } | undefined;
  readonly tlsConfig?: TlsConfig | undefined;
  readonly responseTransferMode?: ResponseTransferMode | undefined;
  readonly integrationTarget?: string | undefined;
}
export interface IntegrationResponse {
  readonly statusCode?: string | undefined;
  readonly selectionPattern?: string | undefined;
  readonly responseParameters?: { readonly [key: string]: string } | undefined;
  readonly responseTemplates?: { readonly [key: string]: string } | undefined;
  readonly contentHandling?: ContentHandlingStrategy | undefined;
}
export type IntegrationType = "HTTP" | "AWS" | "MOCK" | "HTTP_PROXY" | "AWS_PROXY";
export type IpAddressType = "ipv4" | "dualstack";
export type LocationStatusType = "DOCUMENTED" | "UNDOCUMENTED";
export interface Method {
  readonly httpMethod?: string | undefined;
  readonly authorizationType?: string | undefined;
  readonly authorizerId?: string | undefined;
  readonly apiKeyRequired?: boolean | undefined;
  readonly requestValidatorId?: string | undefined;
  readonly operationName?: string | undefined;
  readonly requestParameters?: { readonly [key: string]: boolean } | undefined;
  readonly requestModels?: { readonly [key: string]: string } | undefined;
  readonly methodResponses?: { readonly [key: string]: MethodResponse } | undefined;
  readonly methodIntegration?: Integration | undefined;
  readonly authorizationScopes?: readonly (string)[] | undefined;
}
export interface MethodResponse {
  readonly statusCode?: string | undefined;
  readonly responseParameters?: { readonly [key: string]: boolean } | undefined;
  readonly responseModels?: { readonly [key: string]: string } | undefined;
}
export interface MethodSetting {
  readonly metricsEnabled?: boolean | undefined;
  readonly loggingLevel?: string | undefined;
  readonly dataTraceEnabled?: boolean | undefined;
  readonly throttlingBurstLimit?: number | undefined;
  readonly throttlingRateLimit?: number | undefined;
  readonly cachingEnabled?: boolean | undefined;
  readonly cacheTtlInSeconds?: number | undefined;
  readonly cacheDataEncrypted?: boolean | undefined;
  readonly requireAuthorizationForCacheControl?: boolean | undefined;
  readonly unauthorizedCacheControlHeaderStrategy?: UnauthorizedCacheControlHeaderStrategy | undefined;
}
export interface MethodSnapshot {
  readonly authorizationType?: string | undefined;
  readonly apiKeyRequired?: boolean | undefined;
}
export interface Model {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly schema?: string | undefined;
  readonly contentType?: string | undefined;
}
export interface Models {
  readonly position?: string | undefined;
  readonly items?: readonly (Model)[] | undefined;
}
export interface MutualTlsAuthentication {
  readonly truststoreUri?: string | undefined;
  readonly truststoreVersion?: string | undefined;
  readonly truststoreWarnings?: readonly (string)[] | undefined;
}
export interface MutualTlsAuthenticationInput {
  readonly truststoreUri?: string | undefined;
  readonly truststoreVersion?: string | undefined;
}
export type Op = "add" | "remove" | "replace" | "move" | "copy" | "test";
export interface PatchOperation {
  readonly op?: Op | undefined;
  readonly path?: string | undefined;
  readonly value?: string | undefined;
  readonly from?: string | undefined;
}
export interface PutGatewayResponseRequest {
  readonly restApiId: string;
  readonly responseType: GatewayResponseType;
  readonly statusCode?: string | undefined;
  readonly responseParameters?: { readonly [key: string]: string } | undefined;
  readonly responseTemplates?: { readonly [key: string]: string } | undefined;
}
export interface PutIntegrationRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly type: IntegrationType;
  readonly integrationHttpMethod?: string | undefined;
  readonly uri?: string | undefined;
  readonly connectionType?: ConnectionType | undefined;
  readonly connectionId?: string | undefined;
  readonly credentials?: string | undefined;
  readonly requestParameters?: { readonly [key: string]: string } | undefined;
  readonly requestTemplates?: { readonly [key: string]: string } | undefined;
  readonly passthroughBehavior?: string | undefined;
  readonly cacheNamespace?: string | undefined;
  readonly cacheKeyParameters?: readonly (string)[] | undefined;
  readonly contentHandling?: ContentHandlingStrategy | undefined;
  readonly timeoutInMillis?: number | undefined;
  readonly tlsConfig?: TlsConfig | undefined;
  readonly responseTransferMode?: ResponseTransferMode | undefined;
  readonly integrationTarget?: string | undefined;
}
export interface PutIntegrationResponseRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly statusCode: string;
  readonly selectionPattern?: string | undefined;
  readonly responseParameters?: { readonly [key: string]: string } | undefined;
  readonly responseTemplates?: { readonly [key: string]: string } | undefined;
  readonly contentHandling?: ContentHandlingStrategy | undefined;
}
export interface PutMethodRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly authorizationType: string;
  readonly authorizerId?: string | undefined;
  readonly apiKeyRequired?: boolean | undefined;
  readonly operationName?: string | undefined;
  readonly requestParameters?: { readonly [key: string]: boolean } | undefined;
  readonly requestModels?: { readonly [key: string]: string } | undefined;
  readonly requestValidatorId?: string | undefined;
  readonly authorizationScopes?: readonly (string)[] | undefined;
}
export interface PutMethodResponseRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly statusCode: string;
  readonly responseParameters?: { readonly [key: string]: boolean } | undefined;
  readonly responseModels?: { readonly [key: string]: string } | undefined;
}
export type PutMode = "merge" | "overwrite";
export interface PutRestApiRequest {
  readonly restApiId: string;
  readonly mode?: PutMode | undefined;
  readonly failOnWarnings?: boolean | undefined;
  readonly parameters?: { readonly [key: string]: string } | undefined;
  readonly body: Uint8Array;
}
export type QuotaPeriodType = "DAY" | "WEEK" | "MONTH";
export interface QuotaSettings {
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
  readonly period?: QuotaPeriodType | undefined;
}
export interface RejectDomainNameAccessAssociationRequest {
  readonly domainNameAccessAssociationArn: string;
  readonly domainNameArn: string;
}
export interface RequestValidator {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly validateRequestBody?: boolean | undefined;
  readonly validateRequestParameters?: boolean | undefined;
}
export interface RequestValidators {
  readonly position?: string | undefined;
  readonly items?: readonly (RequestValidator)[] | undefined;
}
export interface Resource {
  readonly id?: string | undefined;
  readonly parentId?: string | undefined;
  readonly pathPart?: string | undefined;
  readonly path?: string | undefined;
  readonly resourceMethods?: { readonly [key: string]: Method } | undefined;
}
export type ResourceOwner = "SELF" | "OTHER_ACCOUNTS";
export interface Resources {
  readonly position?: string | undefined;
  readonly items?: readonly (Resource)[] | undefined;
}
export type ResponseTransferMode = "BUFFERED" | "STREAM";
export interface RestApi {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly createdDate?: Date | undefined;
  readonly version?: string | undefined;
  readonly warnings?: readonly (string)[] | undefined;
  readonly binaryMediaTypes?: readonly (string)[] | undefined;
  readonly minimumCompressionSize?: number | undefined;
  readonly apiKeySource?: ApiKeySourceType | undefined;
  readonly endpointConfiguration?: EndpointConfiguration | undefined;
  readonly policy?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly disableExecuteApiEndpoint?: boolean | undefined;
  readonly rootResourceId?: string | undefined;
  readonly securityPolicy?: SecurityPolicy | undefined;
  readonly endpointAccessMode?: EndpointAccessMode | undefined;
  readonly apiStatus?: ApiStatus | undefined;
  readonly apiStatusMessage?: string | undefined;
}
export interface RestApis {
  readonly position?: string | undefined;
  readonly items?: readonly (RestApi)[] | undefined;
}
export type RoutingMode = "BASE_PATH_MAPPING_ONLY" | "ROUTING_RULE_ONLY" | "ROUTING_RULE_THEN_BASE_PATH_MAPPING";
export interface SdkConfigurationProperty {
  readonly name?: string | undefined;
  readonly friendlyName?: string | undefined;
  readonly description?: string | undefined;
  readonly required?: boolean | undefined;
  readonly defaultValue?: string | undefined;
}
export interface SdkResponse {
  readonly contentType?: string | undefined;
  readonly contentDisposition?: string | undefined;
  readonly body?: Uint8Array | undefined;
}
export interface SdkType {
  readonly id?: string | undefined;
  readonly friendlyName?: string | undefined;
  readonly description?: string | undefined;
  readonly configurationProperties?: readonly (SdkConfigurationProperty)[] | undefined;
}
export interface SdkTypes {
  readonly position?: string | undefined;
  readonly items?: readonly (SdkType)[] | undefined;
}
export type SecurityPolicy = "TLS_1_0" | "TLS_1_2" | "SecurityPolicy_TLS13_1_3_2025_09" | "SecurityPolicy_TLS13_1_3_FIPS_2025_09" | "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_PQ_2025_09" | "SecurityPolicy_TLS13_1_2_2021_06" | "SecurityPolicy_TLS13_2025_EDGE" | "SecurityPolicy_TLS12_PFS_2025_EDGE" | "SecurityPolicy_TLS12_2018_EDGE";
export interface Stage {
  readonly deploymentId?: string | undefined;
  readonly clientCertificateId?: string | undefined;
  readonly stageName?: string | undefined;
  readonly description?: string | undefined;
  readonly cacheClusterEnabled?: boolean | undefined;
  readonly cacheClusterSize?: CacheClusterSize | undefined;
  readonly cacheClusterStatus?: CacheClusterStatus | undefined;
  readonly methodSettings?: { readonly [key: string]: MethodSetting } | undefined;
  readonly variables?: { readonly [key: string]: string } | undefined;
  readonly documentationVersion?: string | undefined;
  readonly accessLogSettings?: AccessLogSettings | undefined;
  readonly canarySettings?: CanarySettings | undefined;
  readonly tracingEnabled?: boolean | undefined;
  readonly webAclArn?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly createdDate?: Date | undefined;
  readonly lastUpdatedDate?: Date | undefined;
}
export interface StageKey {
  readonly restApiId?: string | undefined;
  readonly stageName?: string | undefined;
}
export interface Stages {
  readonly item?: readonly (Stage)[] | undefined;
}
export interface TagResourceRequest {
  readonly resourceArn: string;
  readonly tags: { readonly [key: string]: string };
}
export interface Tags {
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface Template {
  readonly value?: string | undefined;
}
export interface TestInvokeAuthorizerRequest {
  readonly restApiId: string;
  readonly authorizerId: string;
  readonly headers?: { readonly [key: string]: string } | undefined;
  readonly multiValueHeaders?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly pathWithQueryString?: string | undefined;
  readonly body?: string | undefined;
  readonly stageVariables?: { readonly [key: string]: string } | undefined;
  readonly additionalContext?: { readonly [key: string]: string } | undefined;
}
export interface TestInvokeAuthorizerResponse {
  readonly clientStatus?: number | undefined;
  readonly log?: string | undefined;
  readonly latency?: number | undefined;
  readonly principalId?: string | undefined;
  readonly policy?: string | undefined;
  readonly authorization?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly claims?: { readonly [key: string]: string } | undefined;
}
export interface TestInvokeMethodRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly pathWithQueryString?: string | undefined;
  readonly body?: string | undefined;
  readonly headers?: { readonly [key: string]: string } | undefined;
  readonly multiValueHeaders?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly clientCertificateId?: string | undefined;
  readonly stageVariables?: { readonly [key: string]: string } | undefined;
}
export interface TestInvokeMethodResponse {
  readonly status?: number | undefined;
  readonly body?: string | undefined;
  readonly headers?: { readonly [key: string]: string } | undefined;
  readonly multiValueHeaders?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly log?: string | undefined;
  readonly latency?: number | undefined;
}
export interface ThrottleSettings {
  readonly burstLimit?: number | undefined;
  readonly rateLimit?: number | undefined;
}
export interface TlsConfig {
  readonly insecureSkipVerification?: boolean | undefined;
}
export type UnauthorizedCacheControlHeaderStrategy = "FAIL_WITH_403" | "SUCCEED_WITH_RESPONSE_HEADER" | "SUCCEED_WITHOUT_RESPONSE_HEADER";
export interface UntagResourceRequest {
  readonly resourceArn: string;
  readonly tagKeys: readonly (string)[];
}
export interface UpdateAccountRequest {
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateApiKeyRequest {
  readonly apiKey: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateAuthorizerRequest {
  readonly restApiId: string;
  readonly authorizerId: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateBasePathMappingRequest {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
  readonly basePath: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateClientCertificateRequest {
  readonly clientCertificateId: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateDeploymentRequest {
  readonly restApiId: string;
  readonly deploymentId: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateDocumentationPartRequest {
  readonly restApiId: string;
  readonly documentationPartId: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateDocumentationVersionRequest {
  readonly restApiId: string;
  readonly documentationVersion: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateDomainNameRequest {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateGatewayResponseRequest {
  readonly restApiId: string;
  readonly responseType: GatewayResponseType;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateIntegrationRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateIntegrationResponseRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly statusCode: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateMethodRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateMethodResponseRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
  readonly statusCode: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateModelRequest {
  readonly restApiId: string;
  readonly modelName: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateRequestValidatorRequest {
  readonly restApiId: string;
  readonly requestValidatorId: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateResourceRequest {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateRestApiRequest {
  readonly restApiId: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateStageRequest {
  readonly restApiId: string;
  readonly stageName: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateUsagePlanRequest {
  readonly usagePlanId: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateUsageRequest {
  readonly usagePlanId: string;
  readonly keyId: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface UpdateVpcLinkRequest {
  readonly vpcLinkId: string;
  readonly patchOperations?: readonly (PatchOperation)[] | undefined;
}
export interface Usage {
  readonly usagePlanId?: string | undefined;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  readonly position?: string | undefined;
  readonly items?: { readonly [key: string]: readonly (readonly (number)[])[] } | undefined;
}
export interface UsagePlan {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly apiStages?: readonly (ApiStage)[] | undefined;
  readonly throttle?: ThrottleSettings | undefined;
  readonly quota?: QuotaSettings | undefined;
  readonly productCode?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface UsagePlanKey {
  readonly id?: string | undefined;
  readonly type?: string | undefined;
  readonly value?: string | undefined;
  readonly name?: string | undefined;
}
export interface UsagePlanKeys {
  readonly position?: string | undefined;
  readonly items?: readonly (UsagePlanKey)[] | undefined;
}
export interface UsagePlans {
  readonly position?: string | undefined;
  readonly items?: readonly (UsagePlan)[] | undefined;
}
export interface VpcLink {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly targetArns?: readonly (string)[] | undefined;
  readonly status?: VpcLinkStatus | undefined;
  readonly statusMessage?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export type VpcLinkStatus = "AVAILABLE" | "PENDING" | "DELETING" | "FAILED";
export interface VpcLinks {
  readonly position?: string | undefined;
  readonly items?: readonly (VpcLink)[] | undefined;
}

export interface ApigatewayOperations {
  readonly CreateApiKey: { readonly input: CreateApiKeyRequest; readonly output: ApiKey };
  readonly CreateAuthorizer: { readonly input: CreateAuthorizerRequest; readonly output: Authorizer };
  readonly CreateBasePathMapping: { readonly input: CreateBasePathMappingRequest; readonly output: BasePathMapping };
  readonly CreateDeployment: { readonly input: CreateDeploymentRequest; readonly output: Deployment };
  readonly CreateDocumentationPart: { readonly input: CreateDocumentationPartRequest; readonly output: DocumentationPart };
  readonly CreateDocumentationVersion: { readonly input: CreateDocumentationVersionRequest; readonly output: DocumentationVersion };
  readonly CreateDomainName: { readonly input: CreateDomainNameRequest; readonly output: DomainName };
  readonly CreateDomainNameAccessAssociation: { readonly input: CreateDomainNameAccessAssociationRequest; readonly output: DomainNameAccessAssociation };
  readonly CreateModel: { readonly input: CreateModelRequest; readonly output: Model };
  readonly CreateRequestValidator: { readonly input: CreateRequestValidatorRequest; readonly output: RequestValidator };
  readonly CreateResource: { readonly input: CreateResourceRequest; readonly output: Resource };
  readonly CreateRestApi: { readonly input: CreateRestApiRequest; readonly output: RestApi };
  readonly CreateStage: { readonly input: CreateStageRequest; readonly output: Stage };
  readonly CreateUsagePlan: { readonly input: CreateUsagePlanRequest; readonly output: UsagePlan };
  readonly CreateUsagePlanKey: { readonly input: CreateUsagePlanKeyRequest; readonly output: UsagePlanKey };
  readonly CreateVpcLink: { readonly input: CreateVpcLinkRequest; readonly output: VpcLink };
  readonly DeleteApiKey: { readonly input: DeleteApiKeyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteAuthorizer: { readonly input: DeleteAuthorizerRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteBasePathMapping: { readonly input: DeleteBasePathMappingRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteClientCertificate: { readonly input: DeleteClientCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDeployment: { readonly input: DeleteDeploymentRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDocumentationPart: { readonly input: DeleteDocumentationPartRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDocumentationVersion: { readonly input: DeleteDocumentationVersionRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDomainName: { readonly input: DeleteDomainNameRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDomainNameAccessAssociation: { readonly input: DeleteDomainNameAccessAssociationRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteGatewayResponse: { readonly input: DeleteGatewayResponseRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteIntegration: { readonly input: DeleteIntegrationRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteIntegrationResponse: { readonly input: DeleteIntegrationResponseRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteMethod: { readonly input: DeleteMethodRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteMethodResponse: { readonly input: DeleteMethodResponseRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteModel: { readonly input: DeleteModelRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRequestValidator: { readonly input: DeleteRequestValidatorRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteResource: { readonly input: DeleteResourceRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRestApi: { readonly input: DeleteRestApiRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteStage: { readonly input: DeleteStageRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteUsagePlan: { readonly input: DeleteUsagePlanRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteUsagePlanKey: { readonly input: DeleteUsagePlanKeyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteVpcLink: { readonly input: DeleteVpcLinkRequest; readonly output: Readonly<Record<string, never>> };
  readonly FlushStageAuthorizersCache: { readonly input: FlushStageAuthorizersCacheRequest; readonly output: Readonly<Record<string, never>> };
  readonly FlushStageCache: { readonly input: FlushStageCacheRequest; readonly output: Readonly<Record<string, never>> };
  readonly GenerateClientCertificate: { readonly input: GenerateClientCertificateRequest; readonly output: ClientCertificate };
  readonly GetAccount: { readonly input: GetAccountRequest; readonly output: Account };
  readonly GetApiKey: { readonly input: GetApiKeyRequest; readonly output: ApiKey };
  readonly GetApiKeys: { readonly input: GetApiKeysRequest; readonly output: ApiKeys };
  readonly GetAuthorizer: { readonly input: GetAuthorizerRequest; readonly output: Authorizer };
  readonly GetAuthorizers: { readonly input: GetAuthorizersRequest; readonly output: Authorizers };
  readonly GetBasePathMapping: { readonly input: GetBasePathMappingRequest; readonly output: BasePathMapping };
  readonly GetBasePathMappings: { readonly input: GetBasePathMappingsRequest; readonly output: BasePathMappings };
  readonly GetClientCertificate: { readonly input: GetClientCertificateRequest; readonly output: ClientCertificate };
  readonly GetClientCertificates: { readonly input: GetClientCertificatesRequest; readonly output: ClientCertificates };
  readonly GetDeployment: { readonly input: GetDeploymentRequest; readonly output: Deployment };
  readonly GetDeployments: { readonly input: GetDeploymentsRequest; readonly output: Deployments };
  readonly GetDocumentationPart: { readonly input: GetDocumentationPartRequest; readonly output: DocumentationPart };
  readonly GetDocumentationParts: { readonly input: GetDocumentationPartsRequest; readonly output: DocumentationParts };
  readonly GetDocumentationVersion: { readonly input: GetDocumentationVersionRequest; readonly output: DocumentationVersion };
  readonly GetDocumentationVersions: { readonly input: GetDocumentationVersionsRequest; readonly output: DocumentationVersions };
  readonly GetDomainName: { readonly input: GetDomainNameRequest; readonly output: DomainName };
  readonly GetDomainNameAccessAssociations: { readonly input: GetDomainNameAccessAssociationsRequest; readonly output: DomainNameAccessAssociations };
  readonly GetDomainNames: { readonly input: GetDomainNamesRequest; readonly output: DomainNames };
  readonly GetExport: { readonly input: GetExportRequest; readonly output: ExportResponse };
  readonly GetGatewayResponse: { readonly input: GetGatewayResponseRequest; readonly output: GatewayResponse };
  readonly GetGatewayResponses: { readonly input: GetGatewayResponsesRequest; readonly output: GatewayResponses };
  readonly GetIntegration: { readonly input: GetIntegrationRequest; readonly output: Integration };
  readonly GetIntegrationResponse: { readonly input: GetIntegrationResponseRequest; readonly output: IntegrationResponse };
  readonly GetMethod: { readonly input: GetMethodRequest; readonly output: Method };
  readonly GetMethodResponse: { readonly input: GetMethodResponseRequest; readonly output: MethodResponse };
  readonly GetModel: { readonly input: GetModelRequest; readonly output: Model };
  readonly GetModelTemplate: { readonly input: GetModelTemplateRequest; readonly output: Template };
  readonly GetModels: { readonly input: GetModelsRequest; readonly output: Models };
  readonly GetRequestValidator: { readonly input: GetRequestValidatorRequest; readonly output: RequestValidator };
  readonly GetRequestValidators: { readonly input: GetRequestValidatorsRequest; readonly output: RequestValidators };
  readonly GetResource: { readonly input: GetResourceRequest; readonly output: Resource };
  readonly GetResources: { readonly input: GetResourcesRequest; readonly output: Resources };
  readonly GetRestApi: { readonly input: GetRestApiRequest; readonly output: RestApi };
  readonly GetRestApis: { readonly input: GetRestApisRequest; readonly output: RestApis };
  readonly GetSdk: { readonly input: GetSdkRequest; readonly output: SdkResponse };
  readonly GetSdkType: { readonly input: GetSdkTypeRequest; readonly output: SdkType };
  readonly GetSdkTypes: { readonly input: GetSdkTypesRequest; readonly output: SdkTypes };
  readonly GetStage: { readonly input: GetStageRequest; readonly output: Stage };
  readonly GetStages: { readonly input: GetStagesRequest; readonly output: Stages };
  readonly GetTags: { readonly input: GetTagsRequest; readonly output: Tags };
  readonly GetUsage: { readonly input: GetUsageRequest; readonly output: Usage };
  readonly GetUsagePlan: { readonly input: GetUsagePlanRequest; readonly output: UsagePlan };
  readonly GetUsagePlanKey: { readonly input: GetUsagePlanKeyRequest; readonly output: UsagePlanKey };
  readonly GetUsagePlanKeys: { readonly input: GetUsagePlanKeysRequest; readonly output: UsagePlanKeys };
  readonly GetUsagePlans: { readonly input: GetUsagePlansRequest; readonly output: UsagePlans };
  readonly GetVpcLink: { readonly input: GetVpcLinkRequest; readonly output: VpcLink };
  readonly GetVpcLinks: { readonly input: GetVpcLinksRequest; readonly output: VpcLinks };
  readonly ImportApiKeys: { readonly input: ImportApiKeysRequest; readonly output: ApiKeyIds };
  readonly ImportDocumentationParts: { readonly input: ImportDocumentationPartsRequest; readonly output: DocumentationPartIds };
  readonly ImportRestApi: { readonly input: ImportRestApiRequest; readonly output: RestApi };
  readonly PutGatewayResponse: { readonly input: PutGatewayResponseRequest; readonly output: GatewayResponse };
  readonly PutIntegration: { readonly input: PutIntegrationRequest; readonly output: Integration };
  readonly PutIntegrationResponse: { readonly input: PutIntegrationResponseRequest; readonly output: IntegrationResponse };
  readonly PutMethod: { readonly input: PutMethodRequest; readonly output: Method };
  readonly PutMethodResponse: { readonly input: PutMethodResponseRequest; readonly output: MethodResponse };
  readonly PutRestApi: { readonly input: PutRestApiRequest; readonly output: RestApi };
  readonly RejectDomainNameAccessAssociation: { readonly input: RejectDomainNameAccessAssociationRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: Readonly<Record<string, never>> };
  readonly TestInvokeAuthorizer: { readonly input: TestInvokeAuthorizerRequest; readonly output: TestInvokeAuthorizerResponse };
  readonly TestInvokeMethod: { readonly input: TestInvokeMethodRequest; readonly output: TestInvokeMethodResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateAccount: { readonly input: UpdateAccountRequest; readonly output: Account };
  readonly UpdateApiKey: { readonly input: UpdateApiKeyRequest; readonly output: ApiKey };
  readonly UpdateAuthorizer: { readonly input: UpdateAuthorizerRequest; readonly output: Authorizer };
  readonly UpdateBasePathMapping: { readonly input: UpdateBasePathMappingRequest; readonly output: BasePathMapping };
  readonly UpdateClientCertificate: { readonly input: UpdateClientCertificateRequest; readonly output: ClientCertificate };
  readonly UpdateDeployment: { readonly input: UpdateDeploymentRequest; readonly output: Deployment };
  readonly UpdateDocumentationPart: { readonly input: UpdateDocumentationPartRequest; readonly output: DocumentationPart };
  readonly UpdateDocumentationVersion: { readonly input: UpdateDocumentationVersionRequest; readonly output: DocumentationVersion };
  readonly UpdateDomainName: { readonly input: UpdateDomainNameRequest; readonly output: DomainName };
  readonly UpdateGatewayResponse: { readonly input: UpdateGatewayResponseRequest; readonly output: GatewayResponse };
  readonly UpdateIntegration: { readonly input: UpdateIntegrationRequest; readonly output: Integration };
  readonly UpdateIntegrationResponse: { readonly input: UpdateIntegrationResponseRequest; readonly output: IntegrationResponse };
  readonly UpdateMethod: { readonly input: UpdateMethodRequest; readonly output: Method };
  readonly UpdateMethodResponse: { readonly input: UpdateMethodResponseRequest; readonly output: MethodResponse };
  readonly UpdateModel: { readonly input: UpdateModelRequest; readonly output: Model };
  readonly UpdateRequestValidator: { readonly input: UpdateRequestValidatorRequest; readonly output: RequestValidator };
  readonly UpdateResource: { readonly input: UpdateResourceRequest; readonly output: Resource };
  readonly UpdateRestApi: { readonly input: UpdateRestApiRequest; readonly output: RestApi };
  readonly UpdateStage: { readonly input: UpdateStageRequest; readonly output: Stage };
  readonly UpdateUsage: { readonly input: UpdateUsageRequest; readonly output: Usage };
  readonly UpdateUsagePlan: { readonly input: UpdateUsagePlanRequest; readonly output: UsagePlan };
  readonly UpdateVpcLink: { readonly input: UpdateVpcLinkRequest; readonly output: VpcLink };
}
