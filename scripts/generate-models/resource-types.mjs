// Writes models/cloudformation/resource-types.json: what the resource types that stacks may hold look like.
//   { "AWS::KMS::Alias": { "properties": { "AliasName": "!R", "TargetKeyId": "!" }, "attributes": [] } }
// `!`: required; `R`: changing it replaces the resource. Source: the pinned @aws-cdk/aws-service-spec, without its prose.
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

/** The table of the types that are named, in their order. Errors: a type that AWS does not have. */
export function resourceTypes(names) {
  const specification = loadAwsServiceSpecSync();
  const rows = names.map((name) => {
    const type = specification.lookup('resource', 'cloudFormationType', 'equals', name).only();
    const row = { properties: propertiesOf(type), attributes: Object.keys(type.attributes).sort() };
    return `${JSON.stringify(name)}:${JSON.stringify(row)}`;
  });
  return `{${rows.join(',\n')}}\n`;
}

function propertiesOf(type) {
  const entries = Object.entries(type.properties).map(([name, property]) => {
    const replaces = property.causesReplacement === 'yes' ? 'R' : '';
    return [name, `${property.required === true ? '!' : ''}${replaces}`];
  });
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
