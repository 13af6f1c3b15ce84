// Generated from the API model of SNS; see scripts/generate-models.

export interface AddPermissionInput {
  readonly TopicArn: string;
  readonly Label: string;
  readonly AWSAccountId: readonly (string)[];
  readonly ActionName: readonly (string)[];
}
export interface BatchResultErrorEntry {
  readonly Id: string;
  readonly Code: string;
  readonly Message?: string | undefined;
  readonly SenderFault: boolean;
}
export interface CheckIfPhoneNumberIsOptedOutInput {
  readonly phoneNumber: string;
}
export interface CheckIfPhoneNumberIsOptedOutResponse {
  readonly isOptedOut?: boolean | undefined;
}
export interface ConfirmSubscriptionInput {
  readonly TopicArn: string;
  readonly Token: string;
  readonly AuthenticateOnUnsubscribe?: string | undefined;
}
export interface ConfirmSubscriptionResponse {
  readonly SubscriptionArn?: string | undefined;
}
export interface CreateEndpointResponse {
  readonly EndpointArn?: string | undefined;
}
export interface CreatePlatformApplicationInput {
  readonly Name: string;
  readonly Platform: string;
  readonly Attributes: { readonly [key: string]: string };
}
export interface CreatePlatformApplicationResponse {
  readonly PlatformApplicationArn?: string | undefined;
}
export interface CreatePlatformEndpointInput {
  readonly PlatformApplicationArn: string;
  readonly Token: string;
  readonly CustomUserData?: string | undefined;
  readonly Attributes?: { readonly [key: string]: string } | undefined;
}
export interface CreateSMSSandboxPhoneNumberInput {
  readonly PhoneNumber: string;
  readonly LanguageCode?: LanguageCodeString | undefined;
}
export interface CreateSMSSandboxPhoneNumberResult {
}
export interface CreateTopicInput {
  readonly Name: string;
  readonly Attributes?: { readonly [key: string]: string } | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly DataProtectionPolicy?: string | undefined;
}
export interface CreateTopicResponse {
  readonly TopicArn?: string | undefined;
}
export interface DeleteEndpointInput {
  readonly EndpointArn: string;
}
export interface DeletePlatformApplicationInput {
  readonly PlatformApplicationArn: string;
}
export interface DeleteSMSSandboxPhoneNumberInput {
  readonly PhoneNumber: string;
}
export interface DeleteSMSSandboxPhoneNumberResult {
}
export interface DeleteTopicInput {
  readonly TopicArn: string;
}
export interface Endpoint {
  readonly EndpointArn?: string | undefined;
  readonly Attributes?: { readonly [key: string]: string } | undefined;
}
export interface GetDataProtectionPolicyInput {
  readonly ResourceArn: string;
}
export interface GetDataProtectionPolicyResponse {
  readonly DataProtectionPolicy?: string | undefined;
}
export interface GetEndpointAttributesInput {
  readonly EndpointArn: string;
}
export interface GetEndpointAttributesResponse {
  readonly Attributes?: { readonly [key: string]: string } | undefined;
}
export interface GetPlatformApplicationAttributesInput {
  readonly PlatformApplicationArn: string;
}
export interface GetPlatformApplicationAttributesResponse {
  readonly Attributes?: { readonly [key: string]: string } | undefined;
}
export interface GetSMSAttributesInput {
  readonly attributes?: readonly (string)[] | undefined;
}
export interface GetSMSAttributesResponse {
  readonly attributes?: { readonly [key: string]: string } | undefined;
}
export interface GetSMSSandboxAccountStatusInput {
}
export interface GetSMSSandboxAccountStatusResult {
  readonly IsInSandbox: boolean;
}
export interface GetSubscriptionAttributesInput {
  readonly SubscriptionArn: string;
}
export interface GetSubscriptionAttributesResponse {
  readonly Attributes?: { readonly [key: string]: string } | undefined;
}
export interface GetTopicAttributesInput {
  readonly TopicArn: string;
}
export interface GetTopicAttributesResponse {
  readonly Attributes?: { readonly [key: string]: string } | undefined;
}
export type LanguageCodeString = "en-US" | "en-GB" | "es-419" | "es-ES" | "de-DE" | "fr-CA" | "fr-FR" | "it-IT" | "ja-JP" | "pt-BR" | "kr-KR" | "zh-CN" | "zh-TW";
export interface ListEndpointsByPlatformApplicationInput {
  readonly PlatformApplicationArn: string;
  readonly NextToken?: string | undefined;
}
export interface ListEndpointsByPlatformApplicationResponse {
  readonly Endpoints?: readonly (Endpoint)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOriginationNumbersRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListOriginationNumbersResult {
  readonly NextToken?: string | undefined;
  readonly PhoneNumbers?: readonly (PhoneNumberInformation)[] | undefined;
}
export interface ListPhoneNumbersOptedOutInput {
  readonly nextToken?: string | undefined;
}
export interface ListPhoneNumbersOptedOutResponse {
  readonly phoneNumbers?: readonly (string)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListPlatformApplicationsInput {
  readonly NextToken?: string | undefined;
}
export interface ListPlatformApplicationsResponse {
  readonly PlatformApplications?: readonly (PlatformApplication)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListSMSSandboxPhoneNumbersInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListSMSSandboxPhoneNumbersResult {
  readonly PhoneNumbers: readonly (SMSSandboxPhoneNumber)[];
  readonly NextToken?: string | undefined;
}
export interface ListSubscriptionsByTopicInput {
  readonly TopicArn: string;
  readonly NextToken?: string | undefined;
}
export interface ListSubscriptionsByTopicResponse {
  readonly Subscriptions?: readonly (Subscription)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListSubscriptionsInput {
  readonly NextToken?: string | undefined;
}
export interface ListSubscriptionsResponse {
  readonly Subscriptions?: readonly (Subscription)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly ResourceArn: string;
}
export interface ListTagsForResourceResponse {
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface ListTopicsInput {
  readonly NextToken?: string | undefined;
}
export interface ListTopicsResponse {
  readonly Topics?: readonly (Topic)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface MessageAttributeValue {
  readonly DataType: string;
  readonly StringValue?: string | undefined;
  readonly BinaryValue?: Uint8Array | undefined;
}
export type NumberCapability = "SMS" | "MMS" | "VOICE";
export interface OptInPhoneNumberInput {
  readonly phoneNumber: string;
}
export interface OptInPhoneNumberResponse {
}
export interface PhoneNumberInformation {
  readonly CreatedAt?: Date | undefined;
  readonly PhoneNumber?: string | undefined;
  readonly Status?: string | undefined;
  readonly Iso2CountryCode?: string | undefined;
  readonly RouteType?: RouteType | undefined;
  readonly NumberCapabilities?: readonly (NumberCapability)[] | undefined;
}
export interface PlatformApplication {
  readonly PlatformApplicationArn?: string | undefined;
  readonly Attributes?: { readonly [key: string]: string } | undefined;
}
export interface PublishBatchInput {
  readonly TopicArn: string;
  readonly PublishBatchRequestEntries: readonly (PublishBatchRequestEntry)[];
}
export interface PublishBatchRequestEntry {
  readonly Id: string;
  readonly Message: string;
  readonly Subject?: string | undefined;
  readonly MessageStructure?: string | undefined;
  readonly MessageAttributes?: { readonly [key: string]: MessageAttributeValue } | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly MessageGroupId?: string | undefined;
}
export interface PublishBatchResponse {
  readonly Successful?: readonly (PublishBatchResultEntry)[] | undefined;
  readonly Failed?: readonly (BatchResultErrorEntry)[] | undefined;
}
export interface PublishBatchResultEntry {
  readonly Id?: string | undefined;
  readonly MessageId?: string | undefined;
  readonly SequenceNumber?: string | undefined;
}
export interface PublishInput {
  readonly TopicArn?: string | undefined;
  readonly TargetArn?: string | undefined;
  readonly PhoneNumber?: string | undefined;
  readonly Message: string;
  readonly Subject?: string | undefined;
  readonly MessageStructure?: string | undefined;
  readonly MessageAttributes?: { readonly [key: string]: MessageAttributeValue } | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly MessageGroupId?: string | undefined;
}
export interface PublishResponse {
  readonly MessageId?: string | undefined;
  readonly SequenceNumber?: string | undefined;
}
export interface PutDataProtectionPolicyInput {
  readonly ResourceArn: string;
  readonly DataProtectionPolicy: string;
}
export interface RemovePermissionInput {
  readonly TopicArn: string;
  readonly Label: string;
}
export type RouteType = "Transactional" | "Promotional" | "Premium";
export interface SMSSandboxPhoneNumber {
  readonly PhoneNumber?: string | undefined;
  readonly Status?: SMSSandboxPhoneNumberVerificationStatus | undefined;
}
export type SMSSandboxPhoneNumberVerificationStatus = "Pending" | "Verified";
export interface SetEndpointAttributesInput {
  readonly EndpointArn: string;
  readonly Attributes: { readonly [key: string]: string };
}
export interface SetPlatformApplicationAttributesInput {
  readonly PlatformApplicationArn: string;
  readonly Attributes: { readonly [key: string]: string };
}
export interface SetSMSAttributesInput {
  readonly attributes: { readonly [key: string]: string };
}
export interface SetSMSAttributesResponse {
}
export interface SetSubscriptionAttributesInput {
  readonly SubscriptionArn: string;
  readonly AttributeName: string;
  readonly AttributeValue?: string | undefined;
}
export interface SetTopicAttributesInput {
  readonly TopicArn: string;
  readonly AttributeName: string;
  readonly AttributeValue?: string | undefined;
}
export interface SubscribeInput {
  readonly TopicArn: string;
  readonly Protocol: string;
  readonly Endpoint?: string | undefined;
  readonly Attributes?: { readonly [key: string]: string } | undefined;
  readonly ReturnSubscriptionArn?: boolean | undefined;
}
export interface SubscribeResponse {
  readonly SubscriptionArn?: string | undefined;
}
export interface Subscription {
  readonly SubscriptionArn?: string | undefined;
  readonly Owner?: string | undefined;
  readonly Protocol?: string | undefined;
  readonly Endpoint?: string | undefined;
  readonly TopicArn?: string | undefined;
}
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TagResourceRequest {
  readonly ResourceArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagResourceResponse {
}
export interface Topic {
  readonly TopicArn?: string | undefined;
}
export interface UnsubscribeInput {
  readonly SubscriptionArn: string;
}
export interface UntagResourceRequest {
  readonly ResourceArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface VerifySMSSandboxPhoneNumberInput {
  readonly PhoneNumber: string;
  readonly OneTimePassword: string;
}
export interface VerifySMSSandboxPhoneNumberResult {
}

export interface SnsOperations {
  readonly AddPermission: { readonly input: AddPermissionInput; readonly output: Readonly<Record<string, never>> };
  readonly CheckIfPhoneNumberIsOptedOut: { readonly input: CheckIfPhoneNumberIsOptedOutInput; readonly output: CheckIfPhoneNumberIsOptedOutResponse };
  readonly ConfirmSubscription: { readonly input: ConfirmSubscriptionInput; readonly output: ConfirmSubscriptionResponse };
  readonly CreatePlatformApplication: { readonly input: CreatePlatformApplicationInput; readonly output: CreatePlatformApplicationResponse };
  readonly CreatePlatformEndpoint: { readonly input: CreatePlatformEndpointInput; readonly output: CreateEndpointResponse };
  readonly CreateSMSSandboxPhoneNumber: { readonly input: CreateSMSSandboxPhoneNumberInput; readonly output: CreateSMSSandboxPhoneNumberResult };
  readonly CreateTopic: { readonly input: CreateTopicInput; readonly output: CreateTopicResponse };
  readonly DeleteEndpoint: { readonly input: DeleteEndpointInput; readonly output: Readonly<Record<string, never>> };
  readonly DeletePlatformApplication: { readonly input: DeletePlatformApplicationInput; readonly output: Readonly<Record<string, never>> };
  readonly DeleteSMSSandboxPhoneNumber: { readonly input: DeleteSMSSandboxPhoneNumberInput; readonly output: DeleteSMSSandboxPhoneNumberResult };
  readonly DeleteTopic: { readonly input: DeleteTopicInput; readonly output: Readonly<Record<string, never>> };
  readonly GetDataProtectionPolicy: { readonly input: GetDataProtectionPolicyInput; readonly output: GetDataProtectionPolicyResponse };
  readonly GetEndpointAttributes: { readonly input: GetEndpointAttributesInput; readonly output: GetEndpointAttributesResponse };
  readonly GetPlatformApplicationAttributes: { readonly input: GetPlatformApplicationAttributesInput; readonly output: GetPlatformApplicationAttributesResponse };
  readonly GetSMSAttributes: { readonly input: GetSMSAttributesInput; readonly output: GetSMSAttributesResponse };
  readonly GetSMSSandboxAccountStatus: { readonly input: GetSMSSandboxAccountStatusInput; readonly output: GetSMSSandboxAccountStatusResult };
  readonly GetSubscriptionAttributes: { readonly input: GetSubscriptionAttributesInput; readonly output: GetSubscriptionAttributesResponse };
  readonly GetTopicAttributes: { readonly input: GetTopicAttributesInput; readonly output: GetTopicAttributesResponse };
  readonly ListEndpointsByPlatformApplication: { readonly input: ListEndpointsByPlatformApplicationInput; readonly output: ListEndpointsByPlatformApplicationResponse };
  readonly ListOriginationNumbers: { readonly input: ListOriginationNumbersRequest; readonly output: ListOriginationNumbersResult };
  readonly ListPhoneNumbersOptedOut: { readonly input: ListPhoneNumbersOptedOutInput; readonly output: ListPhoneNumbersOptedOutResponse };
  readonly ListPlatformApplications: { readonly input: ListPlatformApplicationsInput; readonly output: ListPlatformApplicationsResponse };
  readonly ListSMSSandboxPhoneNumbers: { readonly input: ListSMSSandboxPhoneNumbersInput; readonly output: ListSMSSandboxPhoneNumbersResult };
  readonly ListSubscriptions: { readonly input: ListSubscriptionsInput; readonly output: ListSubscriptionsResponse };
  readonly ListSubscriptionsByTopic: { readonly input: ListSubscriptionsByTopicInput; readonly output: ListSubscriptionsByTopicResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly ListTopics: { readonly input: ListTopicsInput; readonly output: ListTopicsResponse };
  readonly OptInPhoneNumber: { readonly input: OptInPhoneNumberInput; readonly output: OptInPhoneNumberResponse };
  readonly Publish: { readonly input: PublishInput; readonly output: PublishResponse };
  readonly PublishBatch: { readonly input: PublishBatchInput; readonly output: PublishBatchResponse };
  readonly PutDataProtectionPolicy: { readonly input: PutDataProtectionPolicyInput; readonly output: Readonly<Record<string, never>> };
  readonly RemovePermission: { readonly input: RemovePermissionInput; readonly output: Readonly<Record<string, never>> };
  readonly SetEndpointAttributes: { readonly input: SetEndpointAttributesInput; readonly output: Readonly<Record<string, never>> };
  readonly SetPlatformApplicationAttributes: { readonly input: SetPlatformApplicationAttributesInput; readonly output: Readonly<Record<string, never>> };
  readonly SetSMSAttributes: { readonly input: SetSMSAttributesInput; readonly output: SetSMSAttributesResponse };
  readonly SetSubscriptionAttributes: { readonly input: SetSubscriptionAttributesInput; readonly output: Readonly<Record<string, never>> };
  readonly SetTopicAttributes: { readonly input: SetTopicAttributesInput; readonly output: Readonly<Record<string, never>> };
  readonly Subscribe: { readonly input: SubscribeInput; readonly output: SubscribeResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly Unsubscribe: { readonly input: UnsubscribeInput; readonly output: Readonly<Record<string, never>> };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly VerifySMSSandboxPhoneNumber: { readonly input: VerifySMSSandboxPhoneNumberInput; readonly output: VerifySMSSandboxPhoneNumberResult };
}
