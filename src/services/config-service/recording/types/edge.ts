import type { AcmOperations } from '../../../../../models/acm/types.ts';
import type { Elbv2Operations } from '../../../../../models/elbv2/types.ts';
import type { Wafv2Operations } from '../../../../../models/wafv2/types.ts';
import { camel, everyPage, listingOf, plain, type Reference, tagsOf, unless } from '../asking.ts';
import type { RecordedType } from '../recorded-type.ts';

const listCertificates: Reference<AcmOperations['ListCertificates']> = {
  service: 'acm',
  operation: 'ListCertificates',
};
const describeCertificate: Reference<AcmOperations['DescribeCertificate']> = {
  service: 'acm',
  operation: 'DescribeCertificate',
};
const certificateTags: Reference<AcmOperations['ListTagsForCertificate']> = {
  service: 'acm',
  operation: 'ListTagsForCertificate',
};
const balancers: Reference<Elbv2Operations['DescribeLoadBalancers']> = {
  service: 'elbv2',
  operation: 'DescribeLoadBalancers',
};
const balancerAttributes: Reference<Elbv2Operations['DescribeLoadBalancerAttributes']> = {
  service: 'elbv2',
  operation: 'DescribeLoadBalancerAttributes',
};
const balancerTags: Reference<Elbv2Operations['DescribeTags']> = {
  service: 'elbv2',
  operation: 'DescribeTags',
};
const listWebAcls: Reference<Wafv2Operations['ListWebACLs']> = {
  service: 'wafv2',
  operation: 'ListWebACLs',
};
const webAclOf: Reference<Wafv2Operations['GetWebACLForResource']> = {
  service: 'wafv2',
  operation: 'GetWebACLForResource',
};
const getWebAcl: Reference<Wafv2Operations['GetWebACL']> = {
  service: 'wafv2',
  operation: 'GetWebACL',
};
const protectedResources: Reference<Wafv2Operations['ListResourcesForWebACL']> = {
  service: 'wafv2',
  operation: 'ListResourcesForWebACL',
};
const webAclTags: Reference<Wafv2Operations['ListTagsForResource']> = {
  service: 'wafv2',
  operation: 'ListTagsForResource',
};

export const certificates: RecordedType = {
  type: 'AWS::ACM::Certificate',
  source: 'acm.amazonaws.com',
  list: async (ask) => {
    const all = await everyPage({
      fetch: (NextToken) => ask(listCertificates, NextToken === undefined ? {} : { NextToken }),
      items: ({ CertificateSummaryList }) => CertificateSummaryList,
      next: ({ NextToken }) => NextToken,
    });
    return listingOf(all, ({ CertificateArn = '', DomainName }) => ({
      id: CertificateArn,
      name: DomainName,
      arn: CertificateArn,
      describe: () =>
        unless(
          ['ResourceNotFoundException'],
          (async () => {
            const { Certificate = {} } = await ask(describeCertificate, { CertificateArn });
            const { Tags } = await ask(certificateTags, { CertificateArn });
            return {
              configuration: camel(Certificate),
              tags: tagsOf(Tags),
              created: Certificate.CreatedAt,
            };
          })(),
        ),
    }));
  },
};

export const loadBalancers: RecordedType = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  source: 'elasticloadbalancing.amazonaws.com',
  alsoAfter: ['wafv2.amazonaws.com', 'fms.amazonaws.com'],
  list: async (ask) => {
    const all = await everyPage({
      fetch: (Marker) => ask(balancers, Marker === undefined ? {} : { Marker }),
      items: ({ LoadBalancers }) => LoadBalancers,
      next: ({ NextMarker }) => NextMarker,
    });
    return listingOf(all, (balancer) => {
      const { LoadBalancerArn = '', LoadBalancerName, CreatedTime } = balancer;
      return {
        id: LoadBalancerArn,
        name: LoadBalancerName,
        arn: LoadBalancerArn,
        describe: () =>
          unless(
            ['LoadBalancerNotFound'],
            (async () => {
              const { Attributes = [] } = await ask(balancerAttributes, { LoadBalancerArn });
              const ResourceArns = [LoadBalancerArn];
              const { TagDescriptions = [] } = await ask(balancerTags, { ResourceArns });
              const { WebACL } =
                balancer.Type === 'application'
                  ? await ask(webAclOf, { ResourceArn: LoadBalancerArn })
                  : {};
              return {
                configuration: camel(balancer),
                supplementary: {
                  LoadBalancerAttributes: Attributes.map((one) => camel(one)),
                  ...(WebACL?.ARN === undefined ? {} : { WebACL: WebACL.ARN }),
                },
                tags: tagsOf(TagDescriptions[0]?.Tags),
                created: CreatedTime,
              };
            })(),
          ),
      };
    });
  },
};

/** Of the Region; those of CloudFront are global, and recorded where they are made. */
export const webAcls: RecordedType = {
  type: 'AWS::WAFv2::WebACL',
  source: 'wafv2.amazonaws.com',
  describesAll: true,
  list: async (ask) => {
    const all = await everyPage({
      fetch: (NextMarker) =>
        ask(listWebAcls, {
          Scope: 'REGIONAL',
          ...(NextMarker === undefined ? {} : { NextMarker }),
        }),
      items: ({ WebACLs }) => WebACLs,
      next: ({ NextMarker }) => NextMarker,
    });
    return listingOf(all, ({ Name = '', Id = '', ARN = '' }) => ({
      id: ARN,
      name: Name,
      arn: ARN,
      describe: () =>
        unless(
          ['WAFNonexistentItemException'],
          (async () => {
            const { WebACL = {} } = await ask(getWebAcl, { Name, Id, Scope: 'REGIONAL' });
            const { ResourceArns = [] } = await ask(protectedResources, { WebACLArn: ARN });
            const tagged = await ask(webAclTags, { ResourceARN: ARN });
            return {
              configuration: plain(WebACL),
              tags: tagsOf(tagged.TagInfoForResource?.TagList),
              supplementary: { AssociatedResources: ResourceArns },
              relationships: ResourceArns.map((resourceId) => ({
                resourceType: loadBalancers.type,
                resourceId,
                relationshipName: 'Is associated with ',
              })),
            };
          })(),
        ),
    }));
  },
};
