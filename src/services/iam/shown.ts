import type { Group, User } from './state.ts';

/** A user as listings show it: without tags and boundary. */
export function shownUser(user: User) {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: user.arn,
    CreateDate: new Date(user.created),
  };
}

export function shownGroup(group: Group) {
  return {
    Path: group.path,
    GroupName: group.name,
    GroupId: group.id,
    Arn: group.arn,
    CreateDate: new Date(group.created),
  };
}
