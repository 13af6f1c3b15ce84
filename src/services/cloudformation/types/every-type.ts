import { acmTypes } from './acm.ts';
import { acmPcaTypes } from './acm-pca.ts';
import { apiGatewayTypes } from './apigateway.ts';
import { apiGatewayAccessTypes } from './apigateway-access.ts';
import { apiGatewayPartTypes } from './apigateway-parts.ts';
import { apiGatewayV2Types } from './apigatewayv2.ts';
import { cloudFormationTypes } from './cloudformation.ts';
import { cloudFrontTypes } from './cloudfront.ts';
import { cloudTrailTypes } from './cloudtrail.ts';
import { configTypes } from './config.ts';
import { dynamoDbTypes } from './dynamodb.ts';
import { ec2Types } from './ec2.ts';
import { ecrTypes } from './ecr.ts';
import { elbv2Types } from './elbv2.ts';
import { eventTypes } from './events.ts';
import { fmsTypes } from './fms.ts';
import { guardDutyTypes } from './guardduty.ts';
import { iamTypes } from './iam.ts';
import { kmsTypes } from './kms.ts';
import { lambdaTypes } from './lambda.ts';
import { logsTypes } from './logs.ts';
import { macieTypes } from './macie.ts';
import { messagingTypes } from './messaging.ts';
import { rdsTypes } from './rds.ts';
import type { ResourceType } from './resource-type.ts';
import { route53Types } from './route53.ts';
import { s3Types } from './s3.ts';
import { secretsManagerTypes } from './secretsmanager.ts';
import { securityHubTypes } from './securityhub.ts';
import { shieldTypes } from './shield.ts';
import { ssmTypes } from './ssm.ts';
import { wafv2Types } from './wafv2.ts';

/** One line for the types of each service. */
export const everyType: readonly ResourceType[] = [
  ...acmPcaTypes,
  ...acmTypes,
  ...apiGatewayAccessTypes,
  ...apiGatewayPartTypes,
  ...apiGatewayTypes,
  ...apiGatewayV2Types,
  ...cloudFormationTypes,
  ...cloudFrontTypes,
  ...cloudTrailTypes,
  ...configTypes,
  ...dynamoDbTypes,
  ...ec2Types,
  ...ecrTypes,
  ...elbv2Types,
  ...eventTypes,
  ...fmsTypes,
  ...guardDutyTypes,
  ...iamTypes,
  ...kmsTypes,
  ...lambdaTypes,
  ...logsTypes,
  ...macieTypes,
  ...messagingTypes,
  ...rdsTypes,
  ...route53Types,
  ...s3Types,
  ...secretsManagerTypes,
  ...securityHubTypes,
  ...shieldTypes,
  ...ssmTypes,
  ...wafv2Types,
];
