import type { Service } from '../../contract/service.ts';
import { forgetChange } from './new-change.ts';
import { changeResourceRecordSets, listResourceRecordSets } from './records.ts';
import { changes, records, zones } from './state.ts';
import { changeTagsForResource, listTagsForResource, listTagsForResources } from './tags.ts';
import { notImplemented } from './unbuilt.ts';
import { getHostedZoneCount, listHostedZones, listHostedZonesByName } from './zone-listing.ts';
import {
  createHostedZone,
  deleteHostedZone,
  getChange,
  getHostedZone,
  updateHostedZoneComment,
} from './zones.ts';

/** Route 53: public zones and their records, which prove who has a domain. */
export const route53Service: Service = {
  id: 'route53',
  principal: 'route53.amazonaws.com',
  operations: [
    createHostedZone,
    getHostedZone,
    updateHostedZoneComment,
    deleteHostedZone,
    listHostedZones,
    listHostedZonesByName,
    getHostedZoneCount,
    changeResourceRecordSets,
    listResourceRecordSets,
    getChange,
    changeTagsForResource,
    listTagsForResource,
    listTagsForResources,
  ],
  notImplemented,
  collections: [zones, records, changes],
  jobs: [forgetChange],
  denialCode: { code: 'AccessDenied', status: 403 },
};
