import type { AnyOperation } from '../../contract/service.ts';
import { encodedDocument } from './documents.ts';
import {
  attach,
  attachedBelow,
  deleteInline,
  detach,
  inlineOf,
  putInline,
  shownAttached,
} from './grants.ts';
import { onResource } from './operation.ts';
import { pageOf, pageOfList } from './pages.ts';
import { assertModifiable } from './protected-roles.ts';
import { groupKind, roleKind, userKind } from './resources.ts';
import { groups, roles, users } from './state.ts';

const policyArn = (input: { readonly PolicyArn: string }) =>
  new Map([['iam:policyarn', [input.PolicyArn]]]);

const ofUser = { kind: userKind, of: (input: { readonly UserName: string }) => input.UserName };
const ofGroup = { kind: groupKind, of: (input: { readonly GroupName: string }) => input.GroupName };
const ofRole = { kind: roleKind, of: (input: { readonly RoleName: string }) => input.RoleName };

/** Inline and attached policies of users, groups and roles. */
export const identityPolicyOperations: readonly AnyOperation[] = [
  onResource({
    name: 'PutUserPolicy',
    access: 'write',
    ...ofUser,
    handle: async (input, { document, id, view }) => {
      view.put(users, id, putInline('user', document, input.PolicyName, input.PolicyDocument));
      return {};
    },
  }),
  onResource({
    name: 'GetUserPolicy',
    access: 'read',
    ...ofUser,
    handle: async ({ PolicyName }, { document }) => ({
      UserName: document.name,
      PolicyName,
      PolicyDocument: encodedDocument(inlineOf('user', document, PolicyName)),
    }),
  }),
  onResource({
    name: 'ListUserPolicies',
    access: 'read',
    ...ofUser,
    handle: async (input, { document }, { call }) => {
      const page = pageOfList(Object.keys(document.inline), pageOf(call, input, document.id));
      return { PolicyNames: page.items, ...page.answer };
    },
  }),
  onResource({
    name: 'DeleteUserPolicy',
    access: 'write',
    ...ofUser,
    handle: async ({ PolicyName }, { document, id, view }) => {
      view.put(users, id, deleteInline('user', document, PolicyName));
      return {};
    },
  }),
  onResource({
    name: 'AttachUserPolicy',
    access: 'write',
    ...ofUser,
    conditions: policyArn,
    handle: async ({ PolicyArn }, { document, id, view }) => {
      view.put(users, id, await attach(view, document, PolicyArn));
      return {};
    },
  }),
  onResource({
    name: 'DetachUserPolicy',
    access: 'write',
    ...ofUser,
    conditions: policyArn,
    handle: async ({ PolicyArn }, { document, id, view }) => {
      view.put(users, id, detach(document, PolicyArn));
      return {};
    },
  }),
  onResource({
    name: 'ListAttachedUserPolicies',
    access: 'read',
    ...ofUser,
    handle: async (input, { document }, { call }) => {
      const list = attachedBelow(document, input.PathPrefix);
      const page = pageOfList(list, pageOf(call, input, document.id));
      return { AttachedPolicies: page.items.map(shownAttached), ...page.answer };
    },
  }),
  onResource({
    name: 'PutGroupPolicy',
    access: 'write',
    ...ofGroup,
    handle: async (input, { document, id, view }) => {
      view.put(groups, id, putInline('group', document, input.PolicyName, input.PolicyDocument));
      return {};
    },
  }),
  onResource({
    name: 'GetGroupPolicy',
    access: 'read',
    ...ofGroup,
    handle: async ({ PolicyName }, { document }) => ({
      GroupName: document.name,
      PolicyName,
      PolicyDocument: encodedDocument(inlineOf('group', document, PolicyName)),
    }),
  }),
  onResource({
    name: 'ListGroupPolicies',
    access: 'read',
    ...ofGroup,
    handle: async (input, { document }, { call }) => {
      const page = pageOfList(Object.keys(document.inline), pageOf(call, input, document.id));
      return { PolicyNames: page.items, ...page.answer };
    },
  }),
  onResource({
    name: 'DeleteGroupPolicy',
    access: 'write',
    ...ofGroup,
    handle: async ({ PolicyName }, { document, id, view }) => {
      view.put(groups, id, deleteInline('group', document, PolicyName));
      return {};
    },
  }),
  onResource({
    name: 'AttachGroupPolicy',
    access: 'write',
    ...ofGroup,
    conditions: policyArn,
    handle: async ({ PolicyArn }, { document, id, view }) => {
      view.put(groups, id, await attach(view, document, PolicyArn));
      return {};
    },
  }),
  onResource({
    name: 'DetachGroupPolicy',
    access: 'write',
    ...ofGroup,
    conditions: policyArn,
    handle: async ({ PolicyArn }, { document, id, view }) => {
      view.put(groups, id, detach(document, PolicyArn));
      return {};
    },
  }),
  onResource({
    name: 'ListAttachedGroupPolicies',
    access: 'read',
    ...ofGroup,
    handle: async (input, { document }, { call }) => {
      const list = attachedBelow(document, input.PathPrefix);
      const page = pageOfList(list, pageOf(call, input, document.id));
      return { AttachedPolicies: page.items.map(shownAttached), ...page.answer };
    },
  }),
  onResource({
    name: 'PutRolePolicy',
    access: 'write',
    ...ofRole,
    handle: async (input, { document, id, view }) => {
      assertModifiable(document);
      view.put(roles, id, putInline('role', document, input.PolicyName, input.PolicyDocument));
      return {};
    },
  }),
  onResource({
    name: 'GetRolePolicy',
    access: 'read',
    ...ofRole,
    handle: async ({ PolicyName }, { document }) => ({
      RoleName: document.name,
      PolicyName,
      PolicyDocument: encodedDocument(inlineOf('role', document, PolicyName)),
    }),
  }),
  onResource({
    name: 'ListRolePolicies',
    access: 'read',
    ...ofRole,
    handle: async (input, { document }, { call }) => {
      const page = pageOfList(Object.keys(document.inline), pageOf(call, input, document.id));
      return { PolicyNames: page.items, ...page.answer };
    },
  }),
  onResource({
    name: 'DeleteRolePolicy',
    access: 'write',
    ...ofRole,
    handle: async ({ PolicyName }, { document, id, view }) => {
      assertModifiable(document);
      view.put(roles, id, deleteInline('role', document, PolicyName));
      return {};
    },
  }),
  onResource({
    name: 'AttachRolePolicy',
    access: 'write',
    ...ofRole,
    conditions: policyArn,
    handle: async ({ PolicyArn }, { document, id, view }) => {
      assertModifiable(document);
      view.put(roles, id, await attach(view, document, PolicyArn));
      return {};
    },
  }),
  onResource({
    name: 'DetachRolePolicy',
    access: 'write',
    ...ofRole,
    conditions: policyArn,
    handle: async ({ PolicyArn }, { document, id, view }) => {
      assertModifiable(document);
      view.put(roles, id, detach(document, PolicyArn));
      return {};
    },
  }),
  onResource({
    name: 'ListAttachedRolePolicies',
    access: 'read',
    ...ofRole,
    handle: async (input, { document }, { call }) => {
      const list = attachedBelow(document, input.PathPrefix);
      const page = pageOfList(list, pageOf(call, input, document.id));
      return { AttachedPolicies: page.items.map(shownAttached), ...page.answer };
    },
  }),
];
