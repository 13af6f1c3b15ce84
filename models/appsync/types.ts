// Generated from the API model of AppSync; see scripts/generate-models.

export interface AdditionalAuthenticationProvider {
  readonly authenticationType?: AuthenticationType | undefined;
  readonly openIDConnectConfig?: OpenIDConnectConfig | undefined;
  readonly userPoolConfig?: CognitoUserPoolConfig | undefined;
  readonly lambdaAuthorizerConfig?: LambdaAuthorizerConfig | undefined;
}
export interface Api {
  readonly apiId?: string | undefined;
  readonly name?: string | undefined;
  readonly ownerContact?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly dns?: { readonly [key: string]: string } | undefined;
  readonly apiArn?: string | undefined;
  readonly created?: Date | undefined;
  readonly xrayEnabled?: boolean | undefined;
  readonly wafWebAclArn?: string | undefined;
  readonly eventConfig?: EventConfig | undefined;
}
export interface ApiAssociation {
  readonly domainName?: string | undefined;
  readonly apiId?: string | undefined;
  readonly associationStatus?: AssociationStatus | undefined;
  readonly deploymentDetail?: string | undefined;
}
export interface ApiCache {
  readonly ttl?: number | undefined;
  readonly apiCachingBehavior?: ApiCachingBehavior | undefined;
  readonly transitEncryptionEnabled?: boolean | undefined;
  readonly atRestEncryptionEnabled?: boolean | undefined;
  readonly type?: ApiCacheType | undefined;
  readonly status?: ApiCacheStatus | undefined;
  readonly healthMetricsConfig?: CacheHealthMetricsConfig | undefined;
}
export type ApiCacheStatus = "AVAILABLE" | "CREATING" | "DELETING" | "MODIFYING" | "FAILED";
export type ApiCacheType = "T2_SMALL" | "T2_MEDIUM" | "R4_LARGE" | "R4_XLARGE" | "R4_2XLARGE" | "R4_4XLARGE" | "R4_8XLARGE" | "SMALL" | "MEDIUM" | "LARGE" | "XLARGE" | "LARGE_2X" | "LARGE_4X" | "LARGE_8X" | "LARGE_12X";
export type ApiCachingBehavior = "FULL_REQUEST_CACHING" | "PER_RESOLVER_CACHING" | "OPERATION_LEVEL_CACHING";
export interface ApiKey {
  readonly id?: string | undefined;
  readonly description?: string | undefined;
  readonly expires?: number | undefined;
  readonly deletes?: number | undefined;
}
export interface AppSyncRuntime {
  readonly name: RuntimeName;
  readonly runtimeVersion: string;
}
export interface AssociateApiRequest {
  readonly domainName: string;
  readonly apiId: string;
}
export interface AssociateApiResponse {
  readonly apiAssociation?: ApiAssociation | undefined;
}
export interface AssociateMergedGraphqlApiRequest {
  readonly sourceApiIdentifier: string;
  readonly mergedApiIdentifier: string;
  readonly description?: string | undefined;
  readonly sourceApiAssociationConfig?: SourceApiAssociationConfig | undefined;
}
export interface AssociateMergedGraphqlApiResponse {
  readonly sourceApiAssociation?: SourceApiAssociation | undefined;
}
export interface AssociateSourceGraphqlApiRequest {
  readonly mergedApiIdentifier: string;
  readonly sourceApiIdentifier: string;
  readonly description?: string | undefined;
  readonly sourceApiAssociationConfig?: SourceApiAssociationConfig | undefined;
}
export interface AssociateSourceGraphqlApiResponse {
  readonly sourceApiAssociation?: SourceApiAssociation | undefined;
}
export type AssociationStatus = "PROCESSING" | "FAILED" | "SUCCESS";
export interface AuthMode {
  readonly authType: AuthenticationType;
}
export interface AuthProvider {
  readonly authType: AuthenticationType;
  readonly cognitoConfig?: CognitoConfig | undefined;
  readonly openIDConnectConfig?: OpenIDConnectConfig | undefined;
  readonly lambdaAuthorizerConfig?: LambdaAuthorizerConfig | undefined;
}
export type AuthenticationType = "API_KEY" | "AWS_IAM" | "AMAZON_COGNITO_USER_POOLS" | "OPENID_CONNECT" | "AWS_LAMBDA";
export interface AuthorizationConfig {
  readonly authorizationType: AuthorizationType;
  readonly awsIamConfig?: AwsIamConfig | undefined;
}
export type AuthorizationType = "AWS_IAM";
export interface AwsIamConfig {
  readonly signingRegion?: string | undefined;
  readonly signingServiceName?: string | undefined;
}
export type CacheHealthMetricsConfig = "ENABLED" | "DISABLED";
export interface CachingConfig {
  readonly ttl: number;
  readonly cachingKeys?: readonly (string)[] | undefined;
}
export interface ChannelNamespace {
  readonly apiId?: string | undefined;
  readonly name?: string | undefined;
  readonly subscribeAuthModes?: readonly (AuthMode)[] | undefined;
  readonly publishAuthModes?: readonly (AuthMode)[] | undefined;
  readonly codeHandlers?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly channelNamespaceArn?: string | undefined;
  readonly created?: Date | undefined;
  readonly lastModified?: Date | undefined;
  readonly handlerConfigs?: HandlerConfigs | undefined;
}
export interface CodeError {
  readonly errorType?: string | undefined;
  readonly value?: string | undefined;
  readonly location?: CodeErrorLocation | undefined;
}
export interface CodeErrorLocation {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly span?: number | undefined;
}
export interface CognitoConfig {
  readonly userPoolId: string;
  readonly awsRegion: string;
  readonly appIdClientRegex?: string | undefined;
}
export interface CognitoUserPoolConfig {
  readonly userPoolId: string;
  readonly awsRegion: string;
  readonly appIdClientRegex?: string | undefined;
}
export type ConflictDetectionType = "VERSION" | "NONE";
export type ConflictHandlerType = "OPTIMISTIC_CONCURRENCY" | "LAMBDA" | "AUTOMERGE" | "NONE";
export interface CreateApiCacheRequest {
  readonly apiId: string;
  readonly ttl: number;
  readonly transitEncryptionEnabled?: boolean | undefined;
  readonly atRestEncryptionEnabled?: boolean | undefined;
  readonly apiCachingBehavior: ApiCachingBehavior;
  readonly type: ApiCacheType;
  readonly healthMetricsConfig?: CacheHealthMetricsConfig | undefined;
}
export interface CreateApiCacheResponse {
  readonly apiCache?: ApiCache | undefined;
}
export interface CreateApiKeyRequest {
  readonly apiId: string;
  readonly description?: string | undefined;
  readonly expires?: number | undefined;
}
export interface CreateApiKeyResponse {
  readonly apiKey?: ApiKey | undefined;
}
export interface CreateApiRequest {
  readonly name: string;
  readonly ownerContact?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly eventConfig: EventConfig;
}
export interface CreateApiResponse {
  readonly api?: Api | undefined;
}
export interface CreateChannelNamespaceRequest {
  readonly apiId: string;
  readonly name: string;
  readonly subscribeAuthModes?: readonly (AuthMode)[] | undefined;
  readonly publishAuthModes?: readonly (AuthMode)[] | undefined;
  readonly codeHandlers?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly handlerConfigs?: HandlerConfigs | undefined;
}
export interface CreateChannelNamespaceResponse {
  readonly channelNamespace?: ChannelNamespace | undefined;
}
export interface CreateDataSourceRequest {
  readonly apiId: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly type: DataSourceType;
  readonly serviceRoleArn?: string | undefined;
  readonly dynamodbConfig?: DynamodbDataSourceConfig | undefined;
  readonly lambdaConfig?: LambdaDataSourceConfig | undefined;
  readonly elasticsearchConfig?: ElasticsearchDataSourceConfig | undefined;
  readonly openSearchServiceConfig?: OpenSearchServiceDataSourceConfig | undefined;
  readonly httpConfig?: HttpDataSourceConfig | undefined;
  readonly relationalDatabaseConfig?: RelationalDatabaseDataSourceConfig | undefined;
  readonly eventBridgeConfig?: EventBridgeDataSourceConfig | undefined;
  readonly metricsConfig?: DataSourceLevelMetricsConfig | undefined;
}
export interface CreateDataSourceResponse {
  readonly dataSource?: DataSource | undefined;
}
export interface CreateDomainNameRequest {
  readonly domainName: string;
  readonly certificateArn: string;
  readonly description?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateDomainNameResponse {
  readonly domainNameConfig?: DomainNameConfig | undefined;
}
export interface CreateFunctionRequest {
  readonly apiId: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly dataSourceName: string;
  readonly requestMappingTemplate?: string | undefined;
  readonly responseMappingTemplate?: string | undefined;
  readonly functionVersion?: string | undefined;
  readonly syncConfig?: SyncConfig | undefined;
  readonly maxBatchSize?: number | undefined;
  readonly runtime?: AppSyncRuntime | undefined;
  readonly code?: string | undefined;
}
export interface CreateFunctionResponse {
  readonly functionConfiguration?: FunctionConfiguration | undefined;
}
export interface CreateGraphqlApiRequest {
  readonly name: string;
  readonly logConfig?: LogConfig | undefined;
  readonly authenticationType: AuthenticationType;
  readonly userPoolConfig?: UserPoolConfig | undefined;
  readonly openIDConnectConfig?: OpenIDConnectConfig | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly additionalAuthenticationProviders?: readonly (AdditionalAuthenticationProvider)[] | undefined;
  readonly xrayEnabled?: boolean | undefined;
  readonly lambdaAuthorizerConfig?: LambdaAuthorizerConfig | undefined;
  readonly apiType?: GraphQLApiType | undefined;
  readonly mergedApiExecutionRoleArn?: string | undefined;
  readonly visibility?: GraphQLApiVisibility | undefined;
  readonly ownerContact?: string | undefined;
  readonly introspectionConfig?: GraphQLApiIntrospectionConfig | undefined;
  readonly queryDepthLimit?: number | undefined;
  readonly resolverCountLimit?: number | undefined;
  readonly enhancedMetricsConfig?: EnhancedMetricsConfig | undefined;
}
export interface CreateGraphqlApiResponse {
  readonly graphqlApi?: GraphqlApi | undefined;
}
export interface CreateResolverRequest {
  readonly apiId: string;
  readonly typeName: string;
  readonly fieldName: string;
  readonly dataSourceName?: string | undefined;
  readonly requestMappingTemplate?: string | undefined;
  readonly responseMappingTemplate?: string | undefined;
  readonly kind?: ResolverKind | undefined;
  readonly pipelineConfig?: PipelineConfig | undefined;
  readonly syncConfig?: SyncConfig | undefined;
  readonly cachingConfig?: CachingConfig | undefined;
  readonly maxBatchSize?: number | undefined;
  readonly runtime?: AppSyncRuntime | undefined;
  readonly code?: string | undefined;
  readonly metricsConfig?: ResolverLevelMetricsConfig | undefined;
}
export interface CreateResolverResponse {
  readonly resolver?: Resolver | undefined;
}
export interface CreateTypeRequest {
  readonly apiId: string;
  readonly definition: string;
  readonly format: TypeDefinitionFormat;
}
export interface CreateTypeResponse {
  readonly type?: Type | undefined;
}
export interface DataSource {
  readonly dataSourceArn?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly type?: DataSourceType | undefined;
  readonly serviceRoleArn?: string | undefined;
  readonly dynamodbConfig?: DynamodbDataSourceConfig | undefined;
  readonly lambdaConfig?: LambdaDataSourceConfig | undefined;
  readonly elasticsearchConfig?: ElasticsearchDataSourceConfig | undefined;
  readonly openSearchServiceConfig?: OpenSearchServiceDataSourceConfig | undefined;
  readonly httpConfig?: HttpDataSourceConfig | undefined;
  readonly relationalDatabaseConfig?: RelationalDatabaseDataSourceConfig | undefined;
  readonly eventBridgeConfig?: EventBridgeDataSourceConfig | undefined;
  readonly metricsConfig?: DataSourceLevelMetricsConfig | undefined;
}
export interface DataSourceIntrospectionModel {
  readonly name?: string | undefined;
  readonly fields?: readonly (DataSourceIntrospectionModelField)[] | undefined;
  readonly primaryKey?: DataSourceIntrospectionModelIndex | undefined;
  readonly indexes?: readonly (DataSourceIntrospectionModelIndex)[] | undefined;
  readonly sdl?: string | undefined;
}
export interface DataSourceIntrospectionModelField {
  readonly name?: string | undefined;
  readonly type?: DataSourceIntrospectionModelFieldType | undefined;
  readonly length?: number | undefined;
}
export interface DataSourceIntrospectionModelFieldType {
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: DataSourceIntrospectionModelFieldType | undefined;
  readonly values?: readonly (string)[] | undefined;
}
export interface DataSourceIntrospectionModelIndex {
  readonly name?: string | undefined;
  readonly fields?: readonly (string)[] | undefined;
}
export interface DataSourceIntrospectionResult {
  readonly models?: readonly (DataSourceIntrospectionModel)[] | undefined;
  readonly nextToken?: string | undefined;
}
export type DataSourceIntrospectionStatus = "PROCESSING" | "FAILED" | "SUCCESS";
export type DataSourceLevelMetricsBehavior = "FULL_REQUEST_DATA_SOURCE_METRICS" | "PER_DATA_SOURCE_METRICS";
export type DataSourceLevelMetricsConfig = "ENABLED" | "DISABLED";
export type DataSourceType = "AWS_LAMBDA" | "AMAZON_DYNAMODB" | "AMAZON_ELASTICSEARCH" | "NONE" | "HTTP" | "RELATIONAL_DATABASE" | "AMAZON_OPENSEARCH_SERVICE" | "AMAZON_EVENTBRIDGE" | "AMAZON_BEDROCK_RUNTIME";
export type DefaultAction = "ALLOW" | "DENY";
export interface DeleteApiCacheRequest {
  readonly apiId: string;
}
export interface DeleteApiCacheResponse {
}
export interface DeleteApiKeyRequest {
  readonly apiId: string;
  readonly id: string;
}
export interface DeleteApiKeyResponse {
}
export interface DeleteApiRequest {
  readonly apiId: string;
}
export interface DeleteApiResponse {
}
export interface DeleteChannelNamespaceRequest {
  readonly apiId: string;
  readonly name: string;
}
export interface DeleteChannelNamespaceResponse {
}
export interface DeleteDataSourceRequest {
  readonly apiId: string;
  readonly name: string;
}
export interface DeleteDataSourceResponse {
}
export interface DeleteDomainNameRequest {
  readonly domainName: string;
}
export interface DeleteDomainNameResponse {
}
export interface DeleteFunctionRequest {
  readonly apiId: string;
  readonly functionId: string;
}
export interface DeleteFunctionResponse {
}
export interface DeleteGraphqlApiRequest {
  readonly apiId: string;
}
export interface DeleteGraphqlApiResponse {
}
export interface DeleteResolverRequest {
  readonly apiId: string;
  readonly typeName: string;
  readonly fieldName: string;
}
export interface DeleteResolverResponse {
}
export interface DeleteTypeRequest {
  readonly apiId: string;
  readonly typeName: string;
}
export interface DeleteTypeResponse {
}
export interface DeltaSyncConfig {
  readonly baseTableTTL?: number | undefined;
  readonly deltaSyncTableName?: string | undefined;
  readonly deltaSyncTableTTL?: number | undefined;
}
export interface DisassociateApiRequest {
  readonly domainName: string;
}
export interface DisassociateApiResponse {
}
export interface DisassociateMergedGraphqlApiRequest {
  readonly sourceApiIdentifier: string;
  readonly associationId: string;
}
export interface DisassociateMergedGraphqlApiResponse {
  readonly sourceApiAssociationStatus?: SourceApiAssociationStatus | undefined;
}
export interface DisassociateSourceGraphqlApiRequest {
  readonly mergedApiIdentifier: string;
  readonly associationId: string;
}
export interface DisassociateSourceGraphqlApiResponse {
  readonly sourceApiAssociationStatus?: SourceApiAssociationStatus | undefined;
}
export interface DomainNameConfig {
  readonly domainName?: string | undefined;
  readonly description?: string | undefined;
  readonly certificateArn?: string | undefined;
  readonly appsyncDomainName?: string | undefined;
  readonly hostedZoneId?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly domainNameArn?: string | undefined;
}
export interface DynamodbDataSourceConfig {
  readonly tableName: string;
  readonly awsRegion: string;
  readonly useCallerCredentials?: boolean | undefined;
  readonly deltaSyncConfig?: DeltaSyncConfig | undefined;
  readonly versioned?: boolean | undefined;
}
export interface ElasticsearchDataSourceConfig {
  readonly endpoint: string;
  readonly awsRegion: string;
}
export interface EnhancedMetricsConfig {
  readonly resolverLevelMetricsBehavior: ResolverLevelMetricsBehavior;
  readonly dataSourceLevelMetricsBehavior: DataSourceLevelMetricsBehavior;
  readonly operationLevelMetricsConfig: OperationLevelMetricsConfig;
}
export interface ErrorDetail {
  readonly message?: string | undefined;
}
export interface EvaluateCodeErrorDetail {
  readonly message?: string | undefined;
  readonly codeErrors?: readonly (CodeError)[] | undefined;
}
export interface EvaluateCodeRequest {
  readonly runtime: AppSyncRuntime;
  readonly code: string;
  readonly context: string;
  readonly function?: string | undefined;
}
export interface EvaluateCodeResponse {
  readonly evaluationResult?: string | undefined;
  readonly error?: EvaluateCodeErrorDetail | undefined;
  readonly logs?: readonly (string)[] | undefined;
  readonly stash?: string | undefined;
  readonly outErrors?: string | undefined;
}
export interface EvaluateMappingTemplateRequest {
  readonly template: string;
  readonly context: string;
}
export interface EvaluateMappingTemplateResponse {
  readonly evaluationResult?: string | undefined;
  readonly error?: ErrorDetail | undefined;
  readonly logs?: readonly (string)[] | undefined;
  readonly stash?: string | undefined;
  readonly outErrors?: string | undefined;
}
export interface EventBridgeDataSourceConfig {
  readonly eventBusArn: string;
}
export interface EventConfig {
  readonly authProviders: readonly (AuthProvider)[];
  readonly connectionAuthModes: readonly (AuthMode)[];
  readonly defaultPublishAuthModes: readonly (AuthMode)[];
  readonly defaultSubscribeAuthModes: readonly (AuthMode)[];
  readonly logConfig?: EventLogConfig | undefined;
}
export interface EventLogConfig {
  readonly logLevel: EventLogLevel;
  readonly cloudWatchLogsRoleArn: string;
}
export type EventLogLevel = "NONE" | "ERROR" | "ALL" | "INFO" | "DEBUG";
export type FieldLogLevel = "NONE" | "ERROR" | "ALL" | "INFO" | "DEBUG";
export interface FlushApiCacheRequest {
  readonly apiId: string;
}
export interface FlushApiCacheResponse {
}
export interface FunctionConfiguration {
  readonly functionId?: string | undefined;
  readonly functionArn?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly dataSourceName?: string | undefined;
  readonly requestMappingTemplate?: string | undefined;
  readonly responseMappingTemplate?: string | undefined;
  readonly functionVersion?: string | undefined;
  readonly syncConfig?: SyncConfig | undefined;
  readonly maxBatchSize?: number | undefined;
  readonly runtime?: AppSyncRuntime | undefined;
  readonly code?: string | undefined;
}
export interface GetApiAssociationRequest {
  readonly domainName: string;
}
export interface GetApiAssociationResponse {
  readonly apiAssociation?: ApiAssociation | undefined;
}
export interface GetApiCacheRequest {
  readonly apiId: string;
}
export interface GetApiCacheResponse {
  readonly apiCache?: ApiCache | undefined;
}
export interface GetApiRequest {
  readonly apiId: string;
}
export interface GetApiResponse {
  readonly api?: Api | undefined;
}
export interface GetChannelNamespaceRequest {
  readonly apiId: string;
  readonly name: string;
}
export interface GetChannelNamespaceResponse {
  readonly channelNamespace?: ChannelNamespace | undefined;
}
export interface GetDataSourceIntrospectionRequest {
  readonly introspectionId: string;
  readonly includeModelsSDL?: boolean | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface GetDataSourceIntrospectionResponse {
  readonly introspectionId?: string | undefined;
  readonly introspectionStatus?: DataSourceIntrospectionStatus | undefined;
  readonly introspectionStatusDetail?: string | undefined;
  readonly introspectionResult?: DataSourceIntrospectionResult | undefined;
}
export interface GetDataSourceRequest {
  readonly apiId: string;
  readonly name: string;
}
export interface GetDataSourceResponse {
  readonly dataSource?: DataSource | undefined;
}
export interface GetDomainNameRequest {
  readonly domainName: string;
}
export interface GetDomainNameResponse {
  readonly domainNameConfig?: DomainNameConfig | undefined;
}
export interface GetFunctionRequest {
  readonly apiId: string;
  readonly functionId: string;
}
export interface GetFunctionResponse {
  readonly functionConfiguration?: FunctionConfiguration | undefined;
}
export interface GetGraphqlApiEnvironmentVariablesRequest {
  readonly apiId: string;
}
export interface GetGraphqlApiEnvironmentVariablesResponse {
  readonly environmentVariables?: { readonly [key: string]: string } | undefined;
}
export interface GetGraphqlApiRequest {
  readonly apiId: string;
}
export interface GetGraphqlApiResponse {
  readonly graphqlApi?: GraphqlApi | undefined;
}
export interface GetIntrospectionSchemaRequest {
  readonly apiId: string;
  readonly format: OutputType;
  readonly includeDirectives?: boolean | undefined;
}
export interface GetIntrospectionSchemaResponse {
  readonly schema?: Uint8Array | undefined;
}
export interface GetResolverRequest {
  readonly apiId: string;
  readonly typeName: string;
  readonly fieldName: string;
}
export interface GetResolverResponse {
  readonly resolver?: Resolver | undefined;
}
export interface GetSchemaCreationStatusRequest {
  readonly apiId: string;
}
export interface GetSchemaCreationStatusResponse {
  readonly status?: SchemaStatus | undefined;
  readonly details?: string | undefined;
}
export interface GetSourceApiAssociationRequest {
  readonly mergedApiIdentifier: string;
  readonly associationId: string;
}
export interface GetSourceApiAssociationResponse {
  readonly sourceApiAssociation?: SourceApiAssociation | undefined;
}
export interface GetTypeRequest {
  readonly apiId: string;
  readonly typeName: string;
  readonly format: TypeDefinitionFormat;
}
export interface GetTypeResponse {
  readonly type?: Type | undefined;
}
export type GraphQLApiIntrospectionConfig = "ENABLED" | "DISABLED";
export type GraphQLApiType = "GRAPHQL" | "MERGED";
export type GraphQLApiVisibility = "GLOBAL" | "PRIVATE";
export interface GraphqlApi {
  readonly name?: string | undefined;
  readonly apiId?: string | undefined;
  readonly authenticationType?: AuthenticationType | undefined;
  readonly logConfig?: LogConfig | undefined;
  readonly userPoolConfig?: UserPoolConfig | undefined;
  readonly openIDConnectConfig?: OpenIDConnectConfig | undefined;
  readonly arn?: string | undefined;
  readonly uris?: { readonly [key: string]: string } | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly additionalAuthenticationProviders?: readonly (AdditionalAuthenticationProvider)[] | undefined;
  readonly xrayEnabled?: boolean | undefined;
  readonly wafWebAclArn?: string | undefined;
  readonly lambdaAuthorizerConfig?: LambdaAuthorizerConfig | undefined;
  readonly dns?: { readonly [key: string]: string } | undefined;
  readonly visibility?: GraphQLApiVisibility | undefined;
  readonly apiType?: GraphQLApiType | undefined;
  readonly mergedApiExecutionRoleArn?: string | undefined;
  readonly owner?: string | undefined;
  readonly ownerContact?: string | undefined;
  readonly introspectionConfig?: GraphQLApiIntrospectionConfig | undefined;
  readonly queryDepthLimit?: number | undefined;
  readonly resolverCountLimit?: number | undefined;
  readonly enhancedMetricsConfig?: EnhancedMetricsConfig | undefined;
}
export type HandlerBehavior = "CODE" | "DIRECT";
export interface HandlerConfig {
  readonly behavior: HandlerBehavior;
  readonly integration: Integration;
}
export interface HandlerConfigs {
  readonly onPublish?: HandlerConfig | undefined;
  readonly onSubscribe?: HandlerConfig | undefined;
}
export interface HttpDataSourceConfig {
  readonly endpoint?: string | undefined;
  readonly authorizationConfig?: AuthorizationConfig | undefined;
}
export interface Integration {
  readonly dataSourceName: string;
  readonly lambdaConfig?: LambdaConfig | undefined;
}
export type InvokeType = "REQUEST_RESPONSE" | "EVENT";
export interface LambdaAuthorizerConfig {
  readonly authorizerResultTtlInSeconds?: number | undefined;
  readonly authorizerUri: string;
  readonly identityValidationExpression?: string | undefined;
}
export interface LambdaConfig {
  readonly invokeType?: InvokeType | undefined;
}
export interface LambdaConflictHandlerConfig {
  readonly lambdaConflictHandlerArn?: string | undefined;
}
export interface LambdaDataSourceConfig {
  readonly lambdaFunctionArn: string;
}
export interface ListApiKeysRequest {
  readonly apiId: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListApiKeysResponse {
  readonly apiKeys?: readonly (ApiKey)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListApisRequest {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListApisResponse {
  readonly apis?: readonly (Api)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListChannelNamespacesRequest {
  readonly apiId: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListChannelNamespacesResponse {
  readonly channelNamespaces?: readonly (ChannelNamespace)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListDataSourcesRequest {
  readonly apiId: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListDataSourcesResponse {
  readonly dataSources?: readonly (DataSource)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListDomainNamesRequest {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListDomainNamesResponse {
  readonly domainNameConfigs?: readonly (DomainNameConfig)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListFunctionsRequest {
  readonly apiId: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListFunctionsResponse {
  readonly functions?: readonly (FunctionConfiguration)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListGraphqlApisRequest {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly apiType?: GraphQLApiType | undefined;
  readonly owner?: Ownership | undefined;
}
export interface ListGraphqlApisResponse {
  readonly graphqlApis?: readonly (GraphqlApi)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListResolversByFunctionRequest {
  readonly apiId: string;
  readonly functionId: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListResolversByFunctionResponse {
  readonly resolvers?: readonly (Resolver)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListResolversRequest {
  readonly apiId: string;
  readonly typeName: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListResolversResponse {
  readonly resolvers?: readonly (Resolver)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListSourceApiAssociationsRequest {
  readonly apiId: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListSourceApiAssociationsResponse {
  readonly sourceApiAssociationSummaries?: readonly (SourceApiAssociationSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly resourceArn: string;
}
export interface ListTagsForResourceResponse {
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface ListTypesByAssociationRequest {
  readonly mergedApiIdentifier: string;
  readonly associationId: string;
  readonly format: TypeDefinitionFormat;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListTypesByAssociationResponse {
  readonly types?: readonly (Type)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListTypesRequest {
  readonly apiId: string;
  readonly format: TypeDefinitionFormat;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListTypesResponse {
  readonly types?: readonly (Type)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface LogConfig {
  readonly fieldLogLevel: FieldLogLevel;
  readonly cloudWatchLogsRoleArn: string;
  readonly excludeVerboseContent?: boolean | undefined;
}
export type MergeType = "MANUAL_MERGE" | "AUTO_MERGE";
export interface OpenIDConnectConfig {
  readonly issuer: string;
  readonly clientId?: string | undefined;
  readonly iatTTL?: number | undefined;
  readonly authTTL?: number | undefined;
}
export interface OpenSearchServiceDataSourceConfig {
  readonly endpoint: string;
  readonly awsRegion: string;
}
export type OperationLevelMetricsConfig = "ENABLED" | "DISABLED";
export type OutputType = "SDL" | "JSON";
export type Ownership = "CURRENT_ACCOUNT" | "OTHER_ACCOUNTS";
export interface PipelineConfig {
  readonly functions?: readonly (string)[] | undefined;
}
export interface PutGraphqlApiEnvironmentVariablesRequest {
  readonly apiId: string;
  readonly environmentVariables: { readonly [key: string]: string };
}
export interface PutGraphqlApiEnvironmentVariablesResponse {
  readonly environmentVariables?: { readonly [key: string]: string } | undefined;
}
export interface RdsDataApiConfig {
  readonly resourceArn: string;
  readonly secretArn: string;
  readonly databaseName: string;
}
export interface RdsHttpEndpointConfig {
  readonly awsRegion?: string | undefined;
  readonly dbClusterIdentifier?: string | undefined;
  readonly databaseName?: string | undefined;
  readonly schema?: string | undefined;
  readonly awsSecretStoreArn?: string | undefined;
}
export interface RelationalDatabaseDataSourceConfig {
  readonly relationalDatabaseSourceType?: RelationalDatabaseSourceType | undefined;
  readonly rdsHttpEndpointConfig?: RdsHttpEndpointConfig | undefined;
}
export type RelationalDatabaseSourceType = "RDS_HTTP_ENDPOINT";
export interface Resolver {
  readonly typeName?: string | undefined;
  readonly fieldName?: string | undefined;
  readonly dataSourceName?: string | undefined;
  readonly resolverArn?: string | undefined;
  readonly requestMappingTemplate?: string | undefined;
  readonly responseMappingTemplate?: string | undefined;
  readonly kind?: ResolverKind | undefined;
  readonly pipelineConfig?: PipelineConfig | undefined;
  readonly syncConfig?: SyncConfig | undefined;
  readonly cachingConfig?: CachingConfig | undefined;
  readonly maxBatchSize?: number | undefined;
  readonly runtime?: AppSyncRuntime | undefined;
  readonly code?: string | undefined;
  readonly metricsConfig?: ResolverLevelMetricsConfig | undefined;
}
export type ResolverKind = "UNIT" | "PIPELINE";
export type ResolverLevelMetricsBehavior = "FULL_REQUEST_RESOLVER_METRICS" | "PER_RESOLVER_METRICS";
export type ResolverLevelMetricsConfig = "ENABLED" | "DISABLED";
export type RuntimeName = "APPSYNC_JS";
export type SchemaStatus = "PROCESSING" | "ACTIVE" | "DELETING" | "FAILED" | "SUCCESS" | "NOT_APPLICABLE";
export interface SourceApiAssociation {
  readonly associationId?: string | undefined;
  readonly associationArn?: string | undefined;
  readonly sourceApiId?: string | undefined;
  readonly sourceApiArn?: string | undefined;
  readonly mergedApiArn?: string | undefined;
  readonly mergedApiId?: string | undefined;
  readonly description?: string | undefined;
  readonly sourceApiAssociationConfig?: SourceApiAssociationConfig | undefined;
  readonly sourceApiAssociationStatus?: SourceApiAssociationStatus | undefined;
  readonly sourceApiAssociationStatusDetail?: string | undefined;
  readonly lastSuccessfulMergeDate?: Date | undefined;
}
export interface SourceApiAssociationConfig {
  readonly mergeType?: MergeType | undefined;
}
export type SourceApiAssociationStatus = "MERGE_SCHEDULED" | "MERGE_FAILED" | "MERGE_SUCCESS" | "MERGE_IN_PROGRESS" | "AUTO_MERGE_SCHEDULE_FAILED" | "DELETION_SCHEDULED" | "DELETION_IN_PROGRESS" | "DELETION_FAILED";
export interface SourceApiAssociationSummary {
  readonly associationId?: string | undefined;
  readonly associationArn?: string | undefined;
  readonly sourceApiId?: string | undefined;
  readonly sourceApiArn?: string | undefined;
  readonly mergedApiId?: string | undefined;
  readonly mergedApiArn?: string | undefined;
  readonly description?: string | undefined;
}
export interface StartDataSourceIntrospectionRequest {
  readonly rdsDataApiConfig?: RdsDataApiConfig | undefined;
}
export interface StartDataSourceIntrospectionResponse {
  readonly introspectionId?: string | undefined;
  readonly introspectionStatus?: DataSourceIntrospectionStatus | undefined;
  readonly introspectionStatusDetail?: string | undefined;
}
export interface StartSchemaCreationRequest {
  readonly apiId: string;
  readonly definition: Uint8Array;
}
export interface StartSchemaCreationResponse {
  readonly status?: SchemaStatus | undefined;
}
export interface StartSchemaMergeRequest {
  readonly associationId: string;
  readonly mergedApiIdentifier: string;
}
export interface StartSchemaMergeResponse {
  readonly sourceApiAssociationStatus?: SourceApiAssociationStatus | undefined;
}
export interface SyncConfig {
  readonly conflictHandler?: ConflictHandlerType | undefined;
  readonly conflictDetection?: ConflictDetectionType | undefined;
  readonly lambdaConflictHandlerConfig?: LambdaConflictHandlerConfig | undefined;
}
export interface TagResourceRequest {
  readonly resourceArn: string;
  readonly tags: { readonly [key: string]: string };
}
export interface TagResourceResponse {
}
export interface Type {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly arn?: string | undefined;
  readonly definition?: string | undefined;
  readonly format?: TypeDefinitionFormat | undefined;
}
export type TypeDefinitionFormat = "SDL" | "JSON";
export interface UntagResourceRequest {
  readonly resourceArn: string;
  readonly tagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UpdateApiCacheRequest {
  readonly apiId: string;
  readonly ttl: number;
  readonly apiCachingBehavior: ApiCachingBehavior;
  readonly type: ApiCacheType;
  readonly healthMetricsConfig?: CacheHealthMetricsConfig | undefined;
}
export interface UpdateApiCacheResponse {
  readonly apiCache?: ApiCache | undefined;
}
export interface UpdateApiKeyRequest {
  readonly apiId: string;
  readonly id: string;
  readonly description?: string | undefined;
  readonly expires?: number | undefined;
}
export interface UpdateApiKeyResponse {
  readonly apiKey?: ApiKey | undefined;
}
export interface UpdateApiRequest {
  readonly apiId: string;
  readonly name: string;
  readonly ownerContact?: string | undefined;
  readonly eventConfig: EventConfig;
}
export interface UpdateApiResponse {
  readonly api?: Api | undefined;
}
export interface UpdateChannelNamespaceRequest {
  readonly apiId: string;
  readonly name: string;
  readonly subscribeAuthModes?: readonly (AuthMode)[] | undefined;
  readonly publishAuthModes?: readonly (AuthMode)[] | undefined;
  readonly codeHandlers?: string | undefined;
  readonly handlerConfigs?: HandlerConfigs | undefined;
}
export interface UpdateChannelNamespaceResponse {
  readonly channelNamespace?: ChannelNamespace | undefined;
}
export interface UpdateDataSourceRequest {
  readonly apiId: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly type: DataSourceType;
  readonly serviceRoleArn?: string | undefined;
  readonly dynamodbConfig?: DynamodbDataSourceConfig | undefined;
  readonly lambdaConfig?: LambdaDataSourceConfig | undefined;
  readonly elasticsearchConfig?: ElasticsearchDataSourceConfig | undefined;
  readonly openSearchServiceConfig?: OpenSearchServiceDataSourceConfig | undefined;
  readonly httpConfig?: HttpDataSourceConfig | undefined;
  readonly relationalDatabaseConfig?: RelationalDatabaseDataSourceConfig | undefined;
  readonly eventBridgeConfig?: EventBridgeDataSourceConfig | undefined;
  readonly metricsConfig?: DataSourceLevelMetricsConfig | undefined;
}
export interface UpdateDataSourceResponse {
  readonly dataSource?: DataSource | undefined;
}
export interface UpdateDomainNameRequest {
  readonly domainName: string;
  readonly description?: string | undefined;
}
export interface UpdateDomainNameResponse {
  readonly domainNameConfig?: DomainNameConfig | undefined;
}
export interface UpdateFunctionRequest {
  readonly apiId: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly functionId: string;
  readonly dataSourceName: string;
  readonly requestMappingTemplate?: string | undefined;
  readonly responseMappingTemplate?: string | undefined;
  readonly functionVersion?: string | undefined;
  readonly syncConfig?: SyncConfig | undefined;
  readonly maxBatchSize?: number | undefined;
  readonly runtime?: AppSyncRuntime | undefined;
  readonly code?: string | undefined;
}
export interface UpdateFunctionResponse {
  readonly functionConfiguration?: FunctionConfiguration | undefined;
}
export interface UpdateGraphqlApiRequest {
  readonly apiId: string;
  readonly name: string;
  readonly logConfig?: LogConfig | undefined;
  readonly authenticationType: AuthenticationType;
  readonly userPoolConfig?: UserPoolConfig | undefined;
  readonly openIDConnectConfig?: OpenIDConnectConfig | undefined;
  readonly additionalAuthenticationProviders?: readonly (AdditionalAuthenticationProvider)[] | undefined;
  readonly xrayEnabled?: boolean | undefined;
  readonly lambdaAuthorizerConfig?: LambdaAuthorizerConfig | undefined;
  readonly mergedApiExecutionRoleArn?: string | undefined;
  readonly ownerContact?: string | undefined;
  readonly introspectionConfig?: GraphQLApiIntrospectionConfig | undefined;
  readonly queryDepthLimit?: number | undefined;
  readonly resolverCountLimit?: number | undefined;
  readonly enhancedMetricsConfig?: EnhancedMetricsConfig | undefined;
}
export interface UpdateGraphqlApiResponse {
  readonly graphqlApi?: GraphqlApi | undefined;
}
export interface UpdateResolverRequest {
  readonly apiId: string;
  readonly typeName: string;
  readonly fieldName: string;
  readonly dataSourceName?: string | undefined;
  readonly requestMappingTemplate?: string | undefined;
  readonly responseMappingTemplate?: string | undefined;
  readonly kind?: ResolverKind | undefined;
  readonly pipelineConfig?: PipelineConfig | undefined;
  readonly syncConfig?: SyncConfig | undefined;
  readonly cachingConfig?: CachingConfig | undefined;
  readonly maxBatchSize?: number | undefined;
  readonly runtime?: AppSyncRuntime | undefined;
  readonly code?: string | undefined;
  readonly metricsConfig?: ResolverLevelMetricsConfig | undefined;
}
export interface UpdateResolverResponse {
  readonly resolver?: Resolver | undefined;
}
export interface UpdateSourceApiAssociationRequest {
  readonly associationId: string;
  readonly mergedApiIdentifier: string;
  readonly description?: string | undefined;
  readonly sourceApiAssociationConfig?: SourceApiAssociationConfig | undefined;
}
export interface UpdateSourceApiAssociationResponse {
  readonly sourceApiAssociation?: SourceApiAssociation | undefined;
}
export interface UpdateTypeRequest {
  readonly apiId: string;
  readonly typeName: string;
  readonly definition?: string | undefined;
  readonly format: TypeDefinitionFormat;
}
export interface UpdateTypeResponse {
  readonly type?: Type | undefined;
}
export interface UserPoolConfig {
  readonly userPoolId: string;
  readonly awsRegion: string;
  readonly defaultAction: DefaultAction;
  readonly appIdClientRegex?: string | undefined;
}

export interface AppsyncOperations {
  readonly AssociateApi: { readonly input: AssociateApiRequest; readonly output: AssociateApiResponse };
  readonly AssociateMergedGraphqlApi: { readonly input: AssociateMergedGraphqlApiRequest; readonly output: AssociateMergedGraphqlApiResponse };
  readonly AssociateSourceGraphqlApi: { readonly input: AssociateSourceGraphqlApiRequest; readonly output: AssociateSourceGraphqlApiResponse };
  readonly CreateApi: { readonly input: CreateApiRequest; readonly output: CreateApiResponse };
  readonly CreateApiCache: { readonly input: CreateApiCacheRequest; readonly output: CreateApiCacheResponse };
  readonly CreateApiKey: { readonly input: CreateApiKeyRequest; readonly output: CreateApiKeyResponse };
  readonly CreateChannelNamespace: { readonly input: CreateChannelNamespaceRequest; readonly output: CreateChannelNamespaceResponse };
  readonly CreateDataSource: { readonly input: CreateDataSourceRequest; readonly output: CreateDataSourceResponse };
  readonly CreateDomainName: { readonly input: CreateDomainNameRequest; readonly output: CreateDomainNameResponse };
  readonly CreateFunction: { readonly input: CreateFunctionRequest; readonly output: CreateFunctionResponse };
  readonly CreateGraphqlApi: { readonly input: CreateGraphqlApiRequest; readonly output: CreateGraphqlApiResponse };
  readonly CreateResolver: { readonly input: CreateResolverRequest; readonly output: CreateResolverResponse };
  readonly CreateType: { readonly input: CreateTypeRequest; readonly output: CreateTypeResponse };
  readonly DeleteApi: { readonly input: DeleteApiRequest; readonly output: DeleteApiResponse };
  readonly DeleteApiCache: { readonly input: DeleteApiCacheRequest; readonly output: DeleteApiCacheResponse };
  readonly DeleteApiKey: { readonly input: DeleteApiKeyRequest; readonly output: DeleteApiKeyResponse };
  readonly DeleteChannelNamespace: { readonly input: DeleteChannelNamespaceRequest; readonly output: DeleteChannelNamespaceResponse };
  readonly DeleteDataSource: { readonly input: DeleteDataSourceRequest; readonly output: DeleteDataSourceResponse };
  readonly DeleteDomainName: { readonly input: DeleteDomainNameRequest; readonly output: DeleteDomainNameResponse };
  readonly DeleteFunction: { readonly input: DeleteFunctionRequest; readonly output: DeleteFunctionResponse };
  readonly DeleteGraphqlApi: { readonly input: DeleteGraphqlApiRequest; readonly output: DeleteGraphqlApiResponse };
  readonly DeleteResolver: { readonly input: DeleteResolverRequest; readonly output: DeleteResolverResponse };
  readonly DeleteType: { readonly input: DeleteTypeRequest; readonly output: DeleteTypeResponse };
  readonly DisassociateApi: { readonly input: DisassociateApiRequest; readonly output: DisassociateApiResponse };
  readonly DisassociateMergedGraphqlApi: { readonly input: DisassociateMergedGraphqlApiRequest; readonly output: DisassociateMergedGraphqlApiResponse };
  readonly DisassociateSourceGraphqlApi: { readonly input: DisassociateSourceGraphqlApiRequest; readonly output: DisassociateSourceGraphqlApiResponse };
  readonly EvaluateCode: { readonly input: EvaluateCodeRequest; readonly output: EvaluateCodeResponse };
  readonly EvaluateMappingTemplate: { readonly input: EvaluateMappingTemplateRequest; readonly output: EvaluateMappingTemplateResponse };
  readonly FlushApiCache: { readonly input: FlushApiCacheRequest; readonly output: FlushApiCacheResponse };
  readonly GetApi: { readonly input: GetApiRequest; readonly output: GetApiResponse };
  readonly GetApiAssociation: { readonly input: GetApiAssociationRequest; readonly output: GetApiAssociationResponse };
  readonly GetApiCache: { readonly input: GetApiCacheRequest; readonly output: GetApiCacheResponse };
  readonly GetChannelNamespace: { readonly input: GetChannelNamespaceRequest; readonly output: GetChannelNamespaceResponse };
  readonly GetDataSource: { readonly input: GetDataSourceRequest; readonly output: GetDataSourceResponse };
  readonly GetDataSourceIntrospection: { readonly input: GetDataSourceIntrospectionRequest; readonly output: GetDataSourceIntrospectionResponse };
  readonly GetDomainName: { readonly input: GetDomainNameRequest; readonly output: GetDomainNameResponse };
  readonly GetFunction: { readonly input: GetFunctionRequest; readonly output: GetFunctionResponse };
  readonly GetGraphqlApi: { readonly input: GetGraphqlApiRequest; readonly output: GetGraphqlApiResponse };
  readonly GetGraphqlApiEnvironmentVariables: { readonly input: GetGraphqlApiEnvironmentVariablesRequest; readonly output: GetGraphqlApiEnvironmentVariablesResponse };
  readonly GetIntrospectionSchema: { readonly input: GetIntrospectionSchemaRequest; readonly output: GetIntrospectionSchemaResponse };
  readonly GetResolver: { readonly input: GetResolverRequest; readonly output: GetResolverResponse };
  readonly GetSchemaCreationStatus: { readonly input: GetSchemaCreationStatusRequest; readonly output: GetSchemaCreationStatusResponse };
  readonly GetSourceApiAssociation: { readonly input: GetSourceApiAssociationRequest; readonly output: GetSourceApiAssociationResponse };
  readonly GetType: { readonly input: GetTypeRequest; readonly output: GetTypeResponse };
  readonly ListApiKeys: { readonly input: ListApiKeysRequest; readonly output: ListApiKeysResponse };
  readonly ListApis: { readonly input: ListApisRequest; readonly output: ListApisResponse };
  readonly ListChannelNamespaces: { readonly input: ListChannelNamespacesRequest; readonly output: ListChannelNamespacesResponse };
  readonly ListDataSources: { readonly input: ListDataSourcesRequest; readonly output: ListDataSourcesResponse };
  readonly ListDomainNames: { readonly input: ListDomainNamesRequest; readonly output: ListDomainNamesResponse };
  readonly ListFunctions: { readonly input: ListFunctionsRequest; readonly output: ListFunctionsResponse };
  readonly ListGraphqlApis: { readonly input: ListGraphqlApisRequest; readonly output: ListGraphqlApisResponse };
  readonly ListResolvers: { readonly input: ListResolversRequest; readonly output: ListResolversResponse };
  readonly ListResolversByFunction: { readonly input: ListResolversByFunctionRequest; readonly output: ListResolversByFunctionResponse };
  readonly ListSourceApiAssociations: { readonly input: ListSourceApiAssociationsRequest; readonly output: ListSourceApiAssociationsResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly ListTypes: { readonly input: ListTypesRequest; readonly output: ListTypesResponse };
  readonly ListTypesByAssociation: { readonly input: ListTypesByAssociationRequest; readonly output: ListTypesByAssociationResponse };
  readonly PutGraphqlApiEnvironmentVariables: { readonly input: PutGraphqlApiEnvironmentVariablesRequest; readonly output: PutGraphqlApiEnvironmentVariablesResponse };
  readonly StartDataSourceIntrospection: { readonly input: StartDataSourceIntrospectionRequest; readonly output: StartDataSourceIntrospectionResponse };
  readonly StartSchemaCreation: { readonly input: StartSchemaCreationRequest; readonly output: StartSchemaCreationResponse };
  readonly StartSchemaMerge: { readonly input: StartSchemaMergeRequest; readonly output: StartSchemaMergeResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateApi: { readonly input: UpdateApiRequest; readonly output: UpdateApiResponse };
  readonly UpdateApiCache: { readonly input: UpdateApiCacheRequest; readonly output: UpdateApiCacheResponse };
  readonly UpdateApiKey: { readonly input: UpdateApiKeyRequest; readonly output: UpdateApiKeyResponse };
  readonly UpdateChannelNamespace: { readonly input: UpdateChannelNamespaceRequest; readonly output: UpdateChannelNamespaceResponse };
  readonly UpdateDataSource: { readonly input: UpdateDataSourceRequest; readonly output: UpdateDataSourceResponse };
  readonly UpdateDomainName: { readonly input: UpdateDomainNameRequest; readonly output: UpdateDomainNameResponse };
  readonly UpdateFunction: { readonly input: UpdateFunctionRequest; readonly output: UpdateFunctionResponse };
  readonly UpdateGraphqlApi: { readonly input: UpdateGraphqlApiRequest; readonly output: UpdateGraphqlApiResponse };
  readonly UpdateResolver: { readonly input: UpdateResolverRequest; readonly output: UpdateResolverResponse };
  readonly UpdateSourceApiAssociation: { readonly input: UpdateSourceApiAssociationRequest; readonly output: UpdateSourceApiAssociationResponse };
  readonly UpdateType: { readonly input: UpdateTypeRequest; readonly output: UpdateTypeResponse };
}
