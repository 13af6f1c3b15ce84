import type { RecordingGroup } from '@aws-sdk/client-config-service';
import {
  AssociateAdminAccountCommand,
  FMSClient,
  GetComplianceDetailCommand,
  type Policy,
  PutPolicyCommand,
} from '@aws-sdk/client-fms';
import { CreateOrganizationalUnitCommand, MoveAccountCommand } from '@aws-sdk/client-organizations';
import {
  CreateRuleGroupCommand,
  GetWebACLForResourceCommand,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  AddTagsCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { freshAccount, type TestServer } from '../../server.ts';
import { pass, startRecording } from '../config-service/recording.ts';
import { newListener, newLoadBalancer } from '../elbv2/rig.ts';
import { newMember, newOrganization } from '../organizations/fixture.ts';
import { blocking, pathContains, VISIBILITY } from '../wafv2/web-acls.ts';

export const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer' as const;

/** An account of the fleet, with a load balancer that answers 200. */
export interface Member {
  readonly account: string;
  readonly arn: string;
  readonly host: string;
  readonly waf: WAFV2Client;
  /** The name of the web ACL before its load balancer. */
  webAcl(): Promise<string | undefined>;
  tag(Key: string, Value: string): Promise<void>;
}

/** An organization with an administrator of its firewalls. */
export async function newFleet(server: TestServer) {
  const organization = await newOrganization(server);
  const { client: organizations, rootId, management } = organization;
  const { OrganizationalUnit } = await organizations.send(
    new CreateOrganizationalUnitCommand({ ParentId: rootId, Name: 'web' }),
  );
  const unit = OrganizationalUnit?.Id ?? '';
  const admin = await newMember(server, organization);
  await new FMSClient(server.client(management)).send(
    new AssociateAdminAccountCommand({ AdminAccount: admin }),
  );
  const fms = new FMSClient(server.client(admin));
  const waf = new WAFV2Client(server.client(admin));
  const { Summary } = await waf.send(
    new CreateRuleGroupCommand({
      Name: `guards-${freshAccount()}`,
      Scope: 'REGIONAL',
      Capacity: 100,
      Rules: [blocking(0, pathContains('/evil'))],
      VisibilityConfig: VISIBILITY,
    }),
  );

  const move = (AccountId: string) =>
    organizations.send(
      new MoveAccountCommand({
        AccountId,
        SourceParentId: rootId,
        DestinationParentId: unit,
      }),
    );

  /** An account outside the unit, until it is moved there. */
  const join = async (isRecording = true): Promise<Member> => {
    const account = await newMember(server, organization);
    const config = server.client(account);
    const elb = new ElasticLoadBalancingV2Client(config);
    const ec2 = new EC2Client(config);
    const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
    const subnets = Subnets.map(({ SubnetId = '' }) => SubnetId).slice(0, 2);
    const tenant = { account, elb, ec2, subnets, vpcId: Subnets[0]?.VpcId ?? '' };
    const { arn, host } = await newLoadBalancer(tenant);
    await newListener(tenant, arn, {
      Type: 'fixed-response',
      FixedResponseConfig: { StatusCode: '200', MessageBody: 'OK', ContentType: 'text/plain' },
    });
    if (isRecording) {
      const group: RecordingGroup = { allSupported: false, resourceTypes: [BALANCER] };
      await startRecording(server, { account, group });
    }
    const own = new WAFV2Client(config);
    return {
      account,
      arn,
      host,
      waf: own,
      webAcl: async () =>
        (await own.send(new GetWebACLForResourceCommand({ ResourceArn: arn }))).WebACL?.Name,
      tag: async (Key, Value) => {
        await elb.send(new AddTagsCommand({ ResourceArns: [arn], Tags: [{ Key, Value }] }));
      },
    };
  };

  /** A policy over the unit, whose group blocks `/evil`; gives its id. */
  const put = async (more: Partial<Policy> = {}, data: object = {}): Promise<Policy> => {
    const { Policy: made } = await fms.send(
      new PutPolicyCommand({
        Policy: {
          PolicyName: 'web',
          ResourceType: BALANCER,
          ExcludeResourceTags: false,
          RemediationEnabled: true,
          IncludeMap: { ORG_UNIT: [unit] },
          SecurityServicePolicyData: {
            Type: 'WAFV2',
            ManagedServiceData: JSON.stringify({
              type: 'WAFV2',
              preProcessRuleGroups: [
                {
                  ruleGroupType: 'RuleGroup',
                  ruleGroupArn: Summary?.ARN,
                  overrideAction: { type: 'NONE' },
                },
              ],
              postProcessRuleGroups: [],
              defaultAction: { type: 'ALLOW' },
              overrideCustomerWebACLAssociation: false,
              ...data,
            }),
          },
          ...more,
        },
      }),
    );
    await pass(server, 20_000);
    if (made === undefined) throw new Error('no policy was made');
    return made;
  };

  const violators = async (PolicyId: string | undefined, MemberAccount: string) => {
    const { PolicyComplianceDetail } = await fms.send(
      new GetComplianceDetailCommand({ PolicyId, MemberAccount }),
    );
    return PolicyComplianceDetail;
  };

  return { ...organization, admin, unit, fms, join, move, put, violators };
}
