const DETECTION = 'nothing detects attacks yet, and no attack is made up';
const RESPONSE = 'Shield puts no rules into web ACLs yet';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map([
  ['ListAttacks', DETECTION],
  ['DescribeAttack', DETECTION],
  ['DescribeAttackStatistics', DETECTION],
  ['EnableApplicationLayerAutomaticResponse', RESPONSE],
  ['UpdateApplicationLayerAutomaticResponse', RESPONSE],
  ['DisableApplicationLayerAutomaticResponse', RESPONSE],
]);
