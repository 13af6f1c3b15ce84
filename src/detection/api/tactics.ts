/** What somebody wants who calls an operation, where he may mean harm. */
export type Tactic =
  | 'CredentialAccess'
  | 'DefenseEvasion'
  | 'Discovery'
  | 'Exfiltration'
  | 'Impact'
  | 'InitialAccess'
  | 'Persistence'
  | 'PrivilegeEscalation';

/** Severities of what is told of each, as AWS has them; the first is the riskiest. */
export const TACTIC_SEVERITIES: Readonly<Record<Tactic, number>> = {
  Exfiltration: 8,
  Impact: 8,
  CredentialAccess: 5,
  PrivilegeEscalation: 5,
  Persistence: 5,
  DefenseEvasion: 5,
  InitialAccess: 5,
  Discovery: 2,
};

const NAMED: Readonly<Record<Exclude<Tactic, 'Discovery'>, string>> = {
  CredentialAccess: 'GetPasswordData GetSecretValue BatchGetSecretValue GenerateDbAuthToken',
  DefenseEvasion:
    'DeleteFlowLogs DisableAlarmActions StopLogging DeleteTrail UpdateTrail PutEventSelectors ' +
    'DeleteDetector UpdateDetector DeleteConfigRule StopConfigurationRecorder DeleteConfigurationRecorder ' +
    'DeleteLogGroup DeleteLogStream DisableSecurityHub DeleteMembers DisassociateMembers ' +
    'LeaveOrganization DeleteAlarms DisableRule DeleteRule ScheduleKeyDeletion DisableKey',
  Exfiltration:
    'PutBucketReplication CreateSnapshot RestoreDBInstanceFromDBSnapshot CreateDBSnapshot ' +
    'ModifySnapshotAttribute ModifyImageAttribute ModifyDBSnapshotAttribute CopySnapshot ' +
    'ShareDirectory CreateInstanceExportTask StartExportTask ExportTableToPointInTime',
  Impact:
    'DeleteSecurityGroup UpdateUser PutBucketPolicy TerminateInstances StopInstances DeleteBucket ' +
    'DeleteDBInstance DeleteDBCluster DeleteTable DeleteVolume DeleteSnapshot DeleteFunction ' +
    'DeleteSecret DeleteUser DeleteRole DeleteObjects RunInstances',
  InitialAccess:
    'StartSession GetAuthorizationToken GetFederationToken GetSigninToken ConsoleLogin',
  Persistence:
    'CreateAccessKey ImportKeyPair ModifyInstanceAttribute CreateUser CreateLoginProfile ' +
    'UpdateLoginProfile CreateKeyPair CreateRole UpdateAssumeRolePolicy CreateFunction ' +
    'UpdateFunctionCode AddPermission CreateOpenIDConnectProvider CreateSAMLProvider PutRule PutTargets',
  PrivilegeEscalation:
    'AssociateIamInstanceProfile AddUserToGroup PutUserPolicy PutRolePolicy PutGroupPolicy ' +
    'AttachUserPolicy AttachRolePolicy AttachGroupPolicy CreatePolicyVersion SetDefaultPolicyVersion ' +
    'AddRoleToInstanceProfile PutUserPermissionsBoundary DeleteUserPermissionsBoundary ' +
    'DeleteRolePermissionsBoundary CreateGrant PutKeyPolicy',
};

const TACTICS: ReadonlyMap<string, Tactic> = new Map(
  (
    [
      'CredentialAccess',
      'DefenseEvasion',
      'Exfiltration',
      'Impact',
      'InitialAccess',
      'Persistence',
      'PrivilegeEscalation',
    ] as const
  ).flatMap((tactic) => NAMED[tactic].split(' ').map((name): [string, Tactic] => [name, tactic])),
);

/** Undefined: neither harm nor search. */
export function tacticOf(name: string): Tactic | undefined {
  return (
    TACTICS.get(name) ??
    (/^(List|Describe|Get|Lookup|Simulate)/.test(name) ? 'Discovery' : undefined)
  );
}
