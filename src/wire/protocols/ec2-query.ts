import { structureContent } from '../codecs/xml.ts';
import { escapeXml } from '../codecs/xml-document.ts';
import { decodeForm, errorMembers, xmlResponse } from './aws-query.ts';
import { settle, type Protocol } from './protocol.ts';

/** EC2's variant of the query protocol: flat lists in, no result element out. */
export const ec2Query: Protocol = {
  name: 'ec2Query',
  decode: (operation, request) => decodeForm(operation, request, 'ec2'),
  encode: (service, { name, output: shape }, output, info) => {
    const namespace = escapeXml(service.xmlNamespace ?? '');
    const { inside } = structureContent(shape.members, output);
    return xmlResponse(
      200,
      info,
      'x-amzn-RequestId',
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        `<${name}Response xmlns="${namespace}">` +
        `<requestId>${escapeXml(info.requestId)}</requestId>` +
        `${inside}</${name}Response>`,
    );
  },
  encodeError: (service, error, info) => {
    const settled = settle(service, error);
    return xmlResponse(
      settled.status,
      info,
      'x-amzn-RequestId',
      '<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error>' +
        `<Code>${escapeXml(settled.queryCode)}</Code>` +
        `<Message>${escapeXml(settled.message)}</Message>${errorMembers(settled)}` +
        `</Error></Errors>` +
        `<RequestID>${escapeXml(info.requestId)}</RequestID></Response>`,
    );
  },
};
