import { acmTypes } from './acm.ts';
import { apiGatewayTypes } from './apigateway.ts';
import { apiGatewayAccessTypes } from './apigateway-access.ts';
import { apiGatewayV2Types } from './apigatewayv2.ts';
import { cloudFormationTypes } from './cloudformation.ts';
import { cloudFrontTypes } from './cloudfront.ts';
import { cloudTrailTypes } from './cloudtrail.ts';
import { dynamoDbTypes } from './dynamodb.ts';
import { ec2Types } from './ec2.ts';
import { ecrTypes } from './ecr.ts';
import { elbv2Types } from './elbv2.ts';
import { eventTypes } from './events.ts';
import { iamTypes } from './iam.ts';
import { kmsTypes } from './kms.ts';
import { lambdaTypes } from './lambda.ts';
import { logsTypes } from './logs.ts';
import { messagingTypes } from './messaging.ts';
import type { ResourceType } from './resource-type.ts';
import { rdsTypes } from './rds.ts';
import { route53Types } from './route53.ts';
import { s3Types } from './s3.ts';
import { secretsManagerTypes } from './secretsmanager.ts';
import { ssmTypes } from './ssm.ts';
import { wafv2Types } from './wafv2.ts';

/** One line for the types of each service. */
export const everyType: readonly ResourceType[] = [
  ...acmTypes,
  ...apiGatewayTypes,
  ...apiGatewayAccessTypes,
  ...apiGatewayV2Types,
  ...cloudFormationTypes,
  ...cloudFrontTypes,
  ...cloudTrailTypes,
  ...dynamoDbTypes,
  ...ec2Types,
  ...ecrTypes,
  ...elbv2Types,
  ...eventTypes,
  ...iamTypes,
  ...kmsTypes,
  ...lambdaTypes,
  ...logsTypes,
  ...messagingTypes,
  ...rdsTypes,
  ...route53Types,
  ...s3Types,
  ...secretsManagerTypes,
  ...ssmTypes,
  ...wafv2Types,
];
