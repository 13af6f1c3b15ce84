import type { ProtocolName } from '../../model/types.ts';
import { awsJson1_0, awsJson1_1 } from './aws-json.ts';
import { awsQuery } from './aws-query.ts';
import { ec2Query } from './ec2-query.ts';
import type { Protocol } from './protocol.ts';
import { restJson1 } from './rest-json.ts';
import { restXml } from './rest-xml.ts';
import { rpcv2Cbor } from './rpcv2-cbor.ts';

export const protocols = {
  awsJson1_0,
  awsJson1_1,
  awsQuery,
  ec2Query,
  restJson1,
  restXml,
  rpcv2Cbor,
} as const satisfies Readonly<Record<ProtocolName, Protocol>>;
