// Generated from the API model of SQS; see scripts/generate-models.

export interface AddPermissionRequest {
  readonly QueueUrl: string;
  readonly Label: string;
  readonly AWSAccountIds: readonly (string)[];
  readonly Actions: readonly (string)[];
}
export interface BatchResultErrorEntry {
  readonly Id: string;
  readonly SenderFault: boolean;
  readonly Code: string;
  readonly Message?: string | undefined;
}
export interface CancelMessageMoveTaskRequest {
  readonly TaskHandle: string;
}
export interface CancelMessageMoveTaskResult {
  readonly ApproximateNumberOfMessagesMoved?: number | undefined;
}
export interface ChangeMessageVisibilityBatchRequest {
  readonly QueueUrl: string;
  readonly Entries: readonly (ChangeMessageVisibilityBatchRequestEntry)[];
}
export interface ChangeMessageVisibilityBatchRequestEntry {
  readonly Id: string;
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout?: number | undefined;
}
export interface ChangeMessageVisibilityBatchResult {
  readonly Successful: readonly (ChangeMessageVisibilityBatchResultEntry)[];
  readonly Failed: readonly (BatchResultErrorEntry)[];
}
export interface ChangeMessageVisibilityBatchResultEntry {
  readonly Id: string;
}
export interface ChangeMessageVisibilityRequest {
  readonly QueueUrl: string;
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout: number;
}
export interface CreateQueueRequest {
  readonly QueueName: string;
  readonly Attributes?: { readonly [key: string]: string } | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateQueueResult {
  readonly QueueUrl?: string | undefined;
}
export interface DeleteMessageBatchRequest {
  readonly QueueUrl: string;
  readonly Entries: readonly (DeleteMessageBatchRequestEntry)[];
}
export interface DeleteMessageBatchRequestEntry {
  readonly Id: string;
  readonly ReceiptHandle: string;
}
export interface DeleteMessageBatchResult {
  readonly Successful: readonly (DeleteMessageBatchResultEntry)[];
  readonly Failed: readonly (BatchResultErrorEntry)[];
}
export interface DeleteMessageBatchResultEntry {
  readonly Id: string;
}
export interface DeleteMessageRequest {
  readonly QueueUrl: string;
  readonly ReceiptHandle: string;
}
export interface DeleteQueueRequest {
  readonly QueueUrl: string;
}
export interface GetQueueAttributesRequest {
  readonly QueueUrl: string;
  readonly AttributeNames?: readonly (string)[] | undefined;
}
export interface GetQueueAttributesResult {
  readonly Attributes?: { readonly [key: string]: string } | undefined;
}
export interface GetQueueUrlRequest {
  readonly QueueName: string;
  readonly QueueOwnerAWSAccountId?: string | undefined;
}
export interface GetQueueUrlResult {
  readonly QueueUrl?: string | undefined;
}
export interface ListDeadLetterSourceQueuesRequest {
  readonly QueueUrl: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListDeadLetterSourceQueuesResult {
  readonly queueUrls: readonly (string)[];
  readonly NextToken?: string | undefined;
}
export interface ListMessageMoveTasksRequest {
  readonly SourceArn: string;
  readonly MaxResults?: number | undefined;
}
export interface ListMessageMoveTasksResult {
  readonly Results?: readonly (ListMessageMoveTasksResultEntry)[] | undefined;
}
export interface ListMessageMoveTasksResultEntry {
  readonly TaskHandle?: string | undefined;
  readonly Status?: string | undefined;
  readonly SourceArn?: string | undefined;
  readonly DestinationArn?: string | undefined;
  readonly MaxNumberOfMessagesPerSecond?: number | undefined;
  readonly ApproximateNumberOfMessagesMoved?: number | undefined;
  readonly ApproximateNumberOfMessagesToMove?: number | undefined;
  readonly FailureReason?: string | undefined;
  readonly StartedTimestamp?: number | undefined;
}
export interface ListQueueTagsRequest {
  readonly QueueUrl: string;
}
export interface ListQueueTagsResult {
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface ListQueuesRequest {
  readonly QueueNamePrefix?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListQueuesResult {
  readonly QueueUrls?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface Message {
  readonly MessageId?: string | undefined;
  readonly ReceiptHandle?: string | undefined;
  readonly MD5OfBody?: string | undefined;
  readonly Body?: string | undefined;
  readonly Attributes?: { readonly [key: string]: string } | undefined;
  readonly MD5OfMessageAttributes?: string | undefined;
  readonly MessageAttributes?: { readonly [key: string]: MessageAttributeValue } | undefined;
}
export interface MessageAttributeValue {
  readonly StringValue?: string | undefined;
  readonly BinaryValue?: Uint8Array | undefined;
  readonly StringListValues?: readonly (string)[] | undefined;
  readonly BinaryListValues?: readonly (Uint8Array)[] | undefined;
  readonly DataType: string;
}
export interface MessageSystemAttributeValue {
  readonly StringValue?: string | undefined;
  readonly BinaryValue?: Uint8Array | undefined;
  readonly StringListValues?: readonly (string)[] | undefined;
  readonly BinaryListValues?: readonly (Uint8Array)[] | undefined;
  readonly DataType: string;
}
export interface PurgeQueueRequest {
  readonly QueueUrl: string;
}
export interface ReceiveMessageRequest {
  readonly QueueUrl: string;
  readonly AttributeNames?: readonly (string)[] | undefined;
  readonly MessageSystemAttributeNames?: readonly (string)[] | undefined;
  readonly MessageAttributeNames?: readonly (string)[] | undefined;
  readonly MaxNumberOfMessages?: number | undefined;
  readonly VisibilityTimeout?: number | undefined;
  readonly WaitTimeSeconds?: number | undefined;
  readonly ReceiveRequestAttemptId?: string | undefined;
}
export interface ReceiveMessageResult {
  readonly Messages?: readonly (Message)[] | undefined;
}
export interface RemovePermissionRequest {
  readonly QueueUrl: string;
  readonly Label: string;
}
export interface SendMessageBatchRequest {
  readonly QueueUrl: string;
  readonly Entries: readonly (SendMessageBatchRequestEntry)[];
}
export interface SendMessageBatchRequestEntry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly DelaySeconds?: number | undefined;
  readonly MessageAttributes?: { readonly [key: string]: MessageAttributeValue } | undefined;
  readonly MessageSystemAttributes?: { readonly [key: string]: MessageSystemAttributeValue } | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly MessageGroupId?: string | undefined;
}
export interface SendMessageBatchResult {
  readonly Successful: readonly (SendMessageBatchResultEntry)[];
  readonly Failed: readonly (BatchResultErrorEntry)[];
}
export interface SendMessageBatchResultEntry {
  readonly Id: string;
  readonly MessageId: string;
  readonly MD5OfMessageBody: string;
  readonly MD5OfMessageAttributes?: string | undefined;
  readonly MD5OfMessageSystemAttributes?: string | undefined;
  readonly SequenceNumber?: string | undefined;
}
export interface SendMessageRequest {
  readonly QueueUrl: string;
  readonly MessageBody: string;
  readonly DelaySeconds?: number | undefined;
  readonly MessageAttributes?: { readonly [key: string]: MessageAttributeValue } | undefined;
  readonly MessageSystemAttributes?: { readonly [key: string]: MessageSystemAttributeValue } | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly MessageGroupId?: string | undefined;
}
export interface SendMessageResult {
  readonly MD5OfMessageBody?: string | undefined;
  readonly MD5OfMessageAttributes?: string | undefined;
  readonly MD5OfMessageSystemAttributes?: string | undefined;
  readonly MessageId?: string | undefined;
  readonly SequenceNumber?: string | undefined;
}
export interface SetQueueAttributesRequest {
  readonly QueueUrl: string;
  readonly Attributes: { readonly [key: string]: string };
}
export interface StartMessageMoveTaskRequest {
  readonly SourceArn: string;
  readonly DestinationArn?: string | undefined;
  readonly MaxNumberOfMessagesPerSecond?: number | undefined;
}
export interface StartMessageMoveTaskResult {
  readonly TaskHandle?: string | undefined;
}
export interface TagQueueRequest {
  readonly QueueUrl: string;
  readonly Tags: { readonly [key: string]: string };
}
export interface UntagQueueRequest {
  readonly QueueUrl: string;
  readonly TagKeys: readonly (string)[];
}

export interface SqsOperations {
  readonly AddPermission: { readonly input: AddPermissionRequest; readonly output: Readonly<Record<string, never>> };
  readonly CancelMessageMoveTask: { readonly input: CancelMessageMoveTaskRequest; readonly output: CancelMessageMoveTaskResult };
  readonly ChangeMessageVisibility: { readonly input: ChangeMessageVisibilityRequest; readonly output: Readonly<Record<string, never>> };
  readonly ChangeMessageVisibilityBatch: { readonly input: ChangeMessageVisibilityBatchRequest; readonly output: ChangeMessageVisibilityBatchResult };
  readonly CreateQueue: { readonly input: CreateQueueRequest; readonly output: CreateQueueResult };
  readonly DeleteMessage: { readonly input: DeleteMessageRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteMessageBatch: { readonly input: DeleteMessageBatchRequest; readonly output: DeleteMessageBatchResult };
  readonly DeleteQueue: { readonly input: DeleteQueueRequest; readonly output: Readonly<Record<string, never>> };
  readonly GetQueueAttributes: { readonly input: GetQueueAttributesRequest; readonly output: GetQueueAttributesResult };
  readonly GetQueueUrl: { readonly input: GetQueueUrlRequest; readonly output: GetQueueUrlResult };
  readonly ListDeadLetterSourceQueues: { readonly input: ListDeadLetterSourceQueuesRequest; readonly output: ListDeadLetterSourceQueuesResult };
  readonly ListMessageMoveTasks: { readonly input: ListMessageMoveTasksRequest; readonly output: ListMessageMoveTasksResult };
  readonly ListQueueTags: { readonly input: ListQueueTagsRequest; readonly output: ListQueueTagsResult };
  readonly ListQueues: { readonly input: ListQueuesRequest; readonly output: ListQueuesResult };
  readonly PurgeQueue: { readonly input: PurgeQueueRequest; readonly output: Readonly<Record<string, never>> };
  readonly ReceiveMessage: { readonly input: ReceiveMessageRequest; readonly output: ReceiveMessageResult };
  readonly RemovePermission: { readonly input: RemovePermissionRequest; readonly output: Readonly<Record<string, never>> };
  readonly SendMessage: { readonly input: SendMessageRequest; readonly output: SendMessageResult };
  readonly SendMessageBatch: { readonly input: SendMessageBatchRequest; readonly output: SendMessageBatchResult };
  readonly SetQueueAttributes: { readonly input: SetQueueAttributesRequest; readonly output: Readonly<Record<string, never>> };
  readonly StartMessageMoveTask: { readonly input: StartMessageMoveTaskRequest; readonly output: StartMessageMoveTaskResult };
  readonly TagQueue: { readonly input: TagQueueRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagQueue: { readonly input: UntagQueueRequest; readonly output: Readonly<Record<string, never>> };
}
