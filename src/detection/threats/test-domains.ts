import type { DomainThreat } from './threat-lists.ts';

/** Domains by which AWS's customers test that they are warned. They are the only indicators that are built in. */
export const TEST_DOMAINS: ReadonlyMap<string, DomainThreat> = new Map([
  ['guarddutyc2activityb.com', 'c2'],
  ['c2.guarddutyc2activityb.com', 'c2'],
  ['crypto.guarddutyc2activityb.com', 'mining'],
  ['crypto-rep.guarddutyc2activityb.com', 'bitcoinDomain'],
  ['abused-rep.guarddutyc2activityb.com', 'abusedDomain'],
  ['malicious-rep.guarddutyc2activityb.com', 'maliciousDomain'],
  ['suspicious-rep.guarddutyc2activityb.com', 'suspiciousDomain'],
  ['guarddutyblackholeactivity.com', 'blackhole'],
  ['guarddutydgaactivity.com', 'dga'],
  ['guarddutydrivebyactivity.com', 'driveBy'],
  ['guarddutydroppointactivity.com', 'dropPoint'],
  ['guarddutyphishingactivity.com', 'phishing'],
]);
