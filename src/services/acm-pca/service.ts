import type { Service } from '../../contract/service.ts';
import { authorities, authorityKeys, issued } from './state.ts';
import { notImplemented } from './unbuilt.ts';

/** ACM PCA. */
export const acmPcaService: Service = {
  id: 'acm-pca',
  principal: 'acm-pca.amazonaws.com',
  operations: [],
  notImplemented,
  collections: [authorities, authorityKeys, issued],
  jobs: [],
};
