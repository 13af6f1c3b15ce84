// SQS spoke the query protocol before it spoke JSON, and old clients still do. Its models name only the JSON of today, so
// what parameters and elements are called in a form is told here, as the API reference's query examples have it.

const BATCHES = ['SendMessageBatch', 'DeleteMessageBatch', 'ChangeMessageVisibilityBatch'];

const DIALECTS = {
  sqs: {
    namespace: 'http://queue.amazonaws.com/doc/2012-11-05/',
    /** Names that the service judges itself, with an error of its own: a receive takes names of either kind. */
    judged: [
      'QueueAttributeName',
      'MessageSystemAttributeName',
      'MessageSystemAttributeNameForSends',
    ],
    /** By structure: what a member is called where it differs. */
    members: {
      CreateQueueRequest: { Attributes: 'Attribute', tags: 'Tag' },
      SetQueueAttributesRequest: { Attributes: 'Attribute' },
      GetQueueAttributesRequest: { AttributeNames: 'AttributeName' },
      GetQueueAttributesResult: { Attributes: 'Attribute' },
      ListQueuesResult: { QueueUrls: 'QueueUrl' },
      ListDeadLetterSourceQueuesResult: { queueUrls: 'QueueUrl' },
      ListMessageMoveTasksResult: { Results: 'ListMessageMoveTasksResultEntry' },
      TagQueueRequest: { Tags: 'Tag' },
      UntagQueueRequest: { TagKeys: 'TagKey' },
      ListQueueTagsResult: { Tags: 'Tag' },
      AddPermissionRequest: { AWSAccountIds: 'AWSAccountId', Actions: 'ActionName' },
      SendMessageRequest: {
        MessageAttributes: 'MessageAttribute',
        MessageSystemAttributes: 'MessageSystemAttribute',
      },
      SendMessageBatchRequestEntry: {
        MessageAttributes: 'MessageAttribute',
        MessageSystemAttributes: 'MessageSystemAttribute',
      },
      ReceiveMessageRequest: {
        AttributeNames: 'AttributeName',
        MessageSystemAttributeNames: 'MessageSystemAttributeName',
        MessageAttributeNames: 'MessageAttributeName',
      },
      ReceiveMessageResult: { Messages: 'Message' },
      Message: { Attributes: 'Attribute', MessageAttributes: 'MessageAttribute' },
      ...Object.fromEntries(
        BATCHES.flatMap((name) => [
          [`${name}Request`, { Entries: `${name}RequestEntry` }],
          [`${name}Result`, { Successful: `${name}ResultEntry`, Failed: 'BatchResultErrorEntry' }],
        ]),
      ),
    },
    /** By map: what its keys and values are called. */
    maps: {
      QueueAttributeMap: ['Name', 'Value'],
      MessageBodyAttributeMap: ['Name', 'Value'],
      MessageBodySystemAttributeMap: ['Name', 'Value'],
      MessageSystemAttributeMap: ['Name', 'Value'],
      TagMap: ['Key', 'Value'],
    },
  },
};

/** Adds the query protocol to a model that names JSON alone. A name that the model doesn't have is an error. */
export function addQueryDialect(id, raw) {
  const dialect = DIALECTS[id];
  if (dialect === undefined) return;
  raw.metadata.protocols = [...raw.metadata.protocols, 'query'];
  raw.metadata.xmlNamespace = dialect.namespace;
  for (const name of dialect.judged) delete raw.shapes[name].enum;
  for (const [structure, names] of Object.entries(dialect.members)) {
    for (const [member, name] of Object.entries(names)) {
      raw.shapes[structure].members[member].formName = name;
    }
  }
  for (const [map, [key, value]] of Object.entries(dialect.maps)) {
    raw.shapes[map].key.locationName = key;
    raw.shapes[map].value.locationName = value;
  }
}
