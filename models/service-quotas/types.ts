// Generated from the API model of Service Quotas; see scripts/generate-models.

export type AppliedLevelEnum = "ACCOUNT" | "RESOURCE" | "ALL";
export interface AssociateServiceQuotaTemplateRequest {
}
export interface AssociateServiceQuotaTemplateResponse {
}
export interface CreateSupportCaseRequest {
  readonly RequestId: string;
}
export interface CreateSupportCaseResponse {
}
export interface DeleteServiceQuotaIncreaseRequestFromTemplateRequest {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
  readonly AwsRegion: string;
}
export interface DeleteServiceQuotaIncreaseRequestFromTemplateResponse {
}
export interface DisassociateServiceQuotaTemplateRequest {
}
export interface DisassociateServiceQuotaTemplateResponse {
}
export type ErrorCode = "DEPENDENCY_ACCESS_DENIED_ERROR" | "DEPENDENCY_THROTTLING_ERROR" | "DEPENDENCY_SERVICE_ERROR" | "SERVICE_QUOTA_NOT_AVAILABLE_ERROR";
export interface ErrorReason {
  readonly ErrorCode?: ErrorCode | undefined;
  readonly ErrorMessage?: string | undefined;
}
export interface GetAWSDefaultServiceQuotaRequest {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
}
export interface GetAWSDefaultServiceQuotaResponse {
  readonly Quota?: ServiceQuota | undefined;
}
export interface GetAssociationForServiceQuotaTemplateRequest {
}
export interface GetAssociationForServiceQuotaTemplateResponse {
  readonly ServiceQuotaTemplateAssociationStatus?: ServiceQuotaTemplateAssociationStatus | undefined;
}
export interface GetAutoManagementConfigurationRequest {
}
export interface GetAutoManagementConfigurationResponse {
  readonly OptInLevel?: OptInLevel | undefined;
  readonly OptInType?: OptInType | undefined;
  readonly NotificationArn?: string | undefined;
  readonly OptInStatus?: OptInStatus | undefined;
  readonly ExclusionList?: { readonly [key: string]: readonly (QuotaInfo)[] } | undefined;
}
export interface GetQuotaUtilizationReportRequest {
  readonly ReportId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetQuotaUtilizationReportResponse {
  readonly ReportId?: string | undefined;
  readonly Status?: ReportStatus | undefined;
  readonly GeneratedAt?: Date | undefined;
  readonly TotalCount?: number | undefined;
  readonly Quotas?: readonly (QuotaUtilizationInfo)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
}
export interface GetRequestedServiceQuotaChangeRequest {
  readonly RequestId: string;
}
export interface GetRequestedServiceQuotaChangeResponse {
  readonly RequestedQuota?: RequestedServiceQuotaChange | undefined;
}
export interface GetServiceQuotaIncreaseRequestFromTemplateRequest {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
  readonly AwsRegion: string;
}
export interface GetServiceQuotaIncreaseRequestFromTemplateResponse {
  readonly ServiceQuotaIncreaseRequestInTemplate?: ServiceQuotaIncreaseRequestInTemplate | undefined;
}
export interface GetServiceQuotaRequest {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
  readonly ContextId?: string | undefined;
}
export interface GetServiceQuotaResponse {
  readonly Quota?: ServiceQuota | undefined;
}
export interface ListAWSDefaultServiceQuotasRequest {
  readonly ServiceCode: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAWSDefaultServiceQuotasResponse {
  readonly NextToken?: string | undefined;
  readonly Quotas?: readonly (ServiceQuota)[] | undefined;
}
export interface ListRequestedServiceQuotaChangeHistoryByQuotaRequest {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
  readonly Status?: RequestStatus | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly QuotaRequestedAtLevel?: AppliedLevelEnum | undefined;
}
export interface ListRequestedServiceQuotaChangeHistoryByQuotaResponse {
  readonly NextToken?: string | undefined;
  readonly RequestedQuotas?: readonly (RequestedServiceQuotaChange)[] | undefined;
}
export interface ListRequestedServiceQuotaChangeHistoryRequest {
  readonly ServiceCode?: string | undefined;
  readonly Status?: RequestStatus | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly QuotaRequestedAtLevel?: AppliedLevelEnum | undefined;
}
export interface ListRequestedServiceQuotaChangeHistoryResponse {
  readonly NextToken?: string | undefined;
  readonly RequestedQuotas?: readonly (RequestedServiceQuotaChange)[] | undefined;
}
export interface ListServiceQuotaIncreaseRequestsInTemplateRequest {
  readonly ServiceCode?: string | undefined;
  readonly AwsRegion?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListServiceQuotaIncreaseRequestsInTemplateResponse {
  readonly ServiceQuotaIncreaseRequestInTemplateList?: readonly (ServiceQuotaIncreaseRequestInTemplate)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListServiceQuotasRequest {
  readonly ServiceCode: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly QuotaCode?: string | undefined;
  readonly QuotaAppliedAtLevel?: AppliedLevelEnum | undefined;
}
export interface ListServiceQuotasResponse {
  readonly NextToken?: string | undefined;
  readonly Quotas?: readonly (ServiceQuota)[] | undefined;
}
export interface ListServicesRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListServicesResponse {
  readonly NextToken?: string | undefined;
  readonly Services?: readonly (ServiceInfo)[] | undefined;
}
export interface ListTagsForResourceRequest {
  readonly ResourceARN: string;
}
export interface ListTagsForResourceResponse {
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface MetricInfo {
  readonly MetricNamespace?: string | undefined;
  readonly MetricName?: string | undefined;
  readonly MetricDimensions?: { readonly [key: string]: string } | undefined;
  readonly MetricStatisticRecommendation?: string | undefined;
}
export type OptInLevel = "ACCOUNT";
export type OptInStatus = "ENABLED" | "DISABLED";
export type OptInType = "NotifyOnly" | "NotifyAndAdjust";
export type PeriodUnit = "MICROSECOND" | "MILLISECOND" | "SECOND" | "MINUTE" | "HOUR" | "DAY" | "WEEK";
export interface PutServiceQuotaIncreaseRequestIntoTemplateRequest {
  readonly QuotaCode: string;
  readonly ServiceCode: string;
  readonly AwsRegion: string;
  readonly DesiredValue: number;
}
export interface PutServiceQuotaIncreaseRequestIntoTemplateResponse {
  readonly ServiceQuotaIncreaseRequestInTemplate?: ServiceQuotaIncreaseRequestInTemplate | undefined;
}
export interface QuotaContextInfo {
  readonly ContextScope?: QuotaContextScope | undefined;
  readonly ContextScopeType?: string | undefined;
  readonly ContextId?: string | undefined;
}
export type QuotaContextScope = "RESOURCE" | "ACCOUNT";
export interface QuotaInfo {
  readonly QuotaCode?: string | undefined;
  readonly QuotaName?: string | undefined;
}
export interface QuotaPeriod {
  readonly PeriodValue?: number | undefined;
  readonly PeriodUnit?: PeriodUnit | undefined;
}
export interface QuotaUtilizationInfo {
  readonly QuotaCode?: string | undefined;
  readonly ServiceCode?: string | undefined;
  readonly QuotaName?: string | undefined;
  readonly Namespace?: string | undefined;
  readonly Utilization?: number | undefined;
  readonly DefaultValue?: number | undefined;
  readonly AppliedValue?: number | undefined;
  readonly ServiceName?: string | undefined;
  readonly Adjustable?: boolean | undefined;
}
export type ReportStatus = "PENDING" | "IN_PROGRESS" | "COMPLETED" | "FAILED";
export interface RequestServiceQuotaIncreaseRequest {
  readonly ServiceCode: string;
  readonly QuotaCode: string;
  readonly DesiredValue: number;
  readonly ContextId?: string | undefined;
  readonly SupportCaseAllowed?: boolean | undefined;
}
export interface RequestServiceQuotaIncreaseResponse {
  readonly RequestedQuota?: RequestedServiceQuotaChange | undefined;
}
export type RequestStatus = "PENDING" | "CASE_OPENED" | "APPROVED" | "DENIED" | "CASE_CLOSED" | "NOT_APPROVED" | "INVALID_REQUEST";
export type RequestType = "AutomaticManagement";
export interface RequestedServiceQuotaChange {
  readonly Id?: string | undefined;
  readonly RequestType?: RequestType | undefined;
  readonly CaseId?: string | undefined;
  readonly ServiceCode?: string | undefined;
  readonly ServiceName?: string | undefined;
  readonly QuotaCode?: string | undefined;
  readonly QuotaName?: string | undefined;
  readonly DesiredValue?: number | undefined;
  readonly Status?: RequestStatus | undefined;
  readonly Created?: Date | undefined;
  readonly LastUpdated?: Date | undefined;
  readonly Requester?: string | undefined;
  readonly QuotaArn?: string | undefined;
  readonly GlobalQuota?: boolean | undefined;
  readonly Unit?: string | undefined;
  readonly QuotaRequestedAtLevel?: AppliedLevelEnum | undefined;
  readonly QuotaContext?: QuotaContextInfo | undefined;
}
export interface ServiceInfo {
  readonly ServiceCode?: string | undefined;
  readonly ServiceName?: string | undefined;
}
export interface ServiceQuota {
  readonly ServiceCode?: string | undefined;
  readonly ServiceName?: string | undefined;
  readonly QuotaArn?: string | undefined;
  readonly QuotaCode?: string | undefined;
  readonly QuotaName?: string | undefined;
  readonly Value?: number | undefined;
  readonly Unit?: string | undefined;
  readonly Adjustable?: boolean | undefined;
  readonly GlobalQuota?: boolean | undefined;
  readonly UsageMetric?: MetricInfo | undefined;
  readonly Period?: QuotaPeriod | undefined;
  readonly ErrorReason?: ErrorReason | undefined;
  readonly QuotaAppliedAtLevel?: AppliedLevelEnum | undefined;
  readonly QuotaContext?: QuotaContextInfo | undefined;
  readonly Description?: string | undefined;
}
export interface ServiceQuotaIncreaseRequestInTemplate {
  readonly ServiceCode?: string | undefined;
  readonly ServiceName?: string | undefined;
  readonly QuotaCode?: string | undefined;
  readonly QuotaName?: string | undefined;
  readonly DesiredValue?: number | undefined;
  readonly AwsRegion?: string | undefined;
  readonly Unit?: string | undefined;
  readonly GlobalQuota?: boolean | undefined;
}
export type ServiceQuotaTemplateAssociationStatus = "ASSOCIATED" | "DISASSOCIATED";
export interface StartAutoManagementRequest {
  readonly OptInLevel: OptInLevel;
  readonly OptInType: OptInType;
  readonly NotificationArn?: string | undefined;
  readonly ExclusionList?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface StartAutoManagementResponse {
}
export interface StartQuotaUtilizationReportRequest {
}
export interface StartQuotaUtilizationReportResponse {
  readonly ReportId?: string | undefined;
  readonly Status?: ReportStatus | undefined;
  readonly Message?: string | undefined;
}
export interface StopAutoManagementRequest {
}
export interface StopAutoManagementResponse {
}
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TagResourceRequest {
  readonly ResourceARN: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagResourceResponse {
}
export interface UntagResourceRequest {
  readonly ResourceARN: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UpdateAutoManagementRequest {
  readonly OptInType?: OptInType | undefined;
  readonly NotificationArn?: string | undefined;
  readonly ExclusionList?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface UpdateAutoManagementResponse {
}

export interface ServiceQuotasOperations {
  readonly AssociateServiceQuotaTemplate: { readonly input: AssociateServiceQuotaTemplateRequest; readonly output: AssociateServiceQuotaTemplateResponse };
  readonly CreateSupportCase: { readonly input: CreateSupportCaseRequest; readonly output: CreateSupportCaseResponse };
  readonly DeleteServiceQuotaIncreaseRequestFromTemplate: { readonly input: DeleteServiceQuotaIncreaseRequestFromTemplateRequest; readonly output: DeleteServiceQuotaIncreaseRequestFromTemplateResponse };
  readonly DisassociateServiceQuotaTemplate: { readonly input: DisassociateServiceQuotaTemplateRequest; readonly output: DisassociateServiceQuotaTemplateResponse };
  readonly GetAWSDefaultServiceQuota: { readonly input: GetAWSDefaultServiceQuotaRequest; readonly output: GetAWSDefaultServiceQuotaResponse };
  readonly GetAssociationForServiceQuotaTemplate: { readonly input: GetAssociationForServiceQuotaTemplateRequest; readonly output: GetAssociationForServiceQuotaTemplateResponse };
  readonly GetAutoManagementConfiguration: { readonly input: GetAutoManagementConfigurationRequest; readonly output: GetAutoManagementConfigurationResponse };
  readonly GetQuotaUtilizationReport: { readonly input: GetQuotaUtilizationReportRequest; readonly output: GetQuotaUtilizationReportResponse };
  readonly GetRequestedServiceQuotaChange: { readonly input: GetRequestedServiceQuotaChangeRequest; readonly output: GetRequestedServiceQuotaChangeResponse };
  readonly GetServiceQuota: { readonly input: GetServiceQuotaRequest; readonly output: GetServiceQuotaResponse };
  readonly GetServiceQuotaIncreaseRequestFromTemplate: { readonly input: GetServiceQuotaIncreaseRequestFromTemplateRequest; readonly output: GetServiceQuotaIncreaseRequestFromTemplateResponse };
  readonly ListAWSDefaultServiceQuotas: { readonly input: ListAWSDefaultServiceQuotasRequest; readonly output: ListAWSDefaultServiceQuotasResponse };
  readonly ListRequestedServiceQuotaChangeHistory: { readonly input: ListRequestedServiceQuotaChangeHistoryRequest; readonly output: ListRequestedServiceQuotaChangeHistoryResponse };
  readonly ListRequestedServiceQuotaChangeHistoryByQuota: { readonly input: ListRequestedServiceQuotaChangeHistoryByQuotaRequest; readonly output: ListRequestedServiceQuotaChangeHistoryByQuotaResponse };
  readonly ListServiceQuotaIncreaseRequestsInTemplate: { readonly input: ListServiceQuotaIncreaseRequestsInTemplateRequest; readonly output: ListServiceQuotaIncreaseRequestsInTemplateResponse };
  readonly ListServiceQuotas: { readonly input: ListServiceQuotasRequest; readonly output: ListServiceQuotasResponse };
  readonly ListServices: { readonly input: ListServicesRequest; readonly output: ListServicesResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly PutServiceQuotaIncreaseRequestIntoTemplate: { readonly input: PutServiceQuotaIncreaseRequestIntoTemplateRequest; readonly output: PutServiceQuotaIncreaseRequestIntoTemplateResponse };
  readonly RequestServiceQuotaIncrease: { readonly input: RequestServiceQuotaIncreaseRequest; readonly output: RequestServiceQuotaIncreaseResponse };
  readonly StartAutoManagement: { readonly input: StartAutoManagementRequest; readonly output: StartAutoManagementResponse };
  readonly StartQuotaUtilizationReport: { readonly input: StartQuotaUtilizationReportRequest; readonly output: StartQuotaUtilizationReportResponse };
  readonly StopAutoManagement: { readonly input: StopAutoManagementRequest; readonly output: StopAutoManagementResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateAutoManagement: { readonly input: UpdateAutoManagementRequest; readonly output: UpdateAutoManagementResponse };
}
