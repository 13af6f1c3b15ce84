import { randomUUID } from 'node:crypto';
import type {
  Architecture,
  GetLayerVersionResponse,
  LambdaOperations,
  LayerVersionsListItem,
  Runtime,
} from '../../../models/lambda/types.ts';
import type { ActingOperationOf, OperationOf } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import type { ByteStream } from '../../model/types.ts';
import { type CodeParts, keepArchive, openSource } from './code.ts';
import { lastModified } from './configuration.ts';
import {
  layerArn,
  layerNameOf,
  layerVersionArn,
  layerVersionKind,
  layerVersionOf,
  onLayerVersion,
} from './layer-resources.ts';
import { layers, layerVersionId, type LayerVersionDocument, layerVersions } from './layer-state.ts';
import { pageOf } from './pages.ts';
import type { Archive } from './state.ts';

interface Prepared {
  readonly scope: Scope;
  readonly source: ByteStream;
}

export function createPublishLayerVersion(
  parts: CodeParts,
): ActingOperationOf<LambdaOperations, 'PublishLayerVersion', Prepared, Archive> {
  return {
    name: 'PublishLayerVersion',
    access: 'write',
    authorize: async (input, { call }) => [
      {
        action: 'lambda:PublishLayerVersion',
        resource: layerArn(call.scope, layerNameOf(input.LayerName)),
      },
    ],
    prepare: async (input, context) => ({
      scope: context.call.scope,
      source: await openSource(context, input.Content),
    }),
    act: (_input, { scope, source }) => keepArchive(parts, scope, source),
    handle: async (input, context, archive) => {
      const { scope, now } = context.call;
      const name = layerNameOf(input.LayerName);
      const { nextVersion: version } = (await context.view.get(layers, name)) ?? { nextVersion: 1 };
      const document: LayerVersionDocument = {
        name,
        scope,
        version,
        created: now,
        description: input.Description ?? '',
        archive,
        runtimes: input.CompatibleRuntimes ?? [],
        architectures: input.CompatibleArchitectures ?? [],
        policyRevisionId: await context.once(randomUUID),
        statements: [],
        ...(input.LicenseInfo === undefined ? {} : { licence: input.LicenseInfo }),
      };
      parts.blobs.name(context.unit, scope, archive.blob);
      context.view.put(layers, name, { name, nextVersion: version + 1 });
      context.view.put(layerVersions, layerVersionId(name, version), document);
      return described(document);
    },
  };
}

export const getLayerVersion: OperationOf<LambdaOperations, 'GetLayerVersion'> = {
  name: 'GetLayerVersion',
  access: 'read',
  authorize: onLayerVersion('lambda:GetLayerVersion'),
  handle: async (input, context) => {
    const arn = layerVersionArn(input, context.call.scope);
    return described((await layerVersionOf(context, arn)).document);
  },
};

export const getLayerVersionByArn: OperationOf<LambdaOperations, 'GetLayerVersionByArn'> = {
  name: 'GetLayerVersionByArn',
  access: 'read',
  authorize: async (input, context) => [
    {
      action: 'lambda:GetLayerVersion',
      resource: await context.resolve(layerVersionKind, input.Arn),
    },
  ],
  handle: async (input, context) => described((await layerVersionOf(context, input.Arn)).document),
};

/** Functions that use it go on to, so its archive stays. */
export const deleteLayerVersion: OperationOf<LambdaOperations, 'DeleteLayerVersion'> = {
  name: 'DeleteLayerVersion',
  access: 'write',
  authorize: onLayerVersion('lambda:DeleteLayerVersion'),
  handle: async (input, context) => {
    const arn = layerVersionArn(input, context.call.scope);
    const resource = await context.resolve(layerVersionKind, arn);
    const { document } = resource.resolved;
    if (document !== undefined) {
      const { name, version } = document;
      context.viewOf(resource).delete(layerVersions, layerVersionId(name, version));
    }
    return {};
  },
};

export const listLayerVersions: OperationOf<LambdaOperations, 'ListLayerVersions'> = {
  name: 'ListLayerVersions',
  access: 'read',
  authorize: async (input, { call }) => [
    {
      action: 'lambda:ListLayerVersions',
      resource: layerArn(call.scope, layerNameOf(input.LayerName)),
    },
  ],
  handle: async (input, context) => {
    const name = layerNameOf(input.LayerName);
    const page = pageOf(context.call, input, name);
    const { items, last } = await context.view.list(layerVersions, {
      prefix: `${name}/`,
      ...page.query,
    });
    return {
      LayerVersions: items
        .map((item) => item.document)
        .filter(suits(input))
        .map(listed),
      ...page.answer(last),
    };
  },
};

export const listLayers: OperationOf<LambdaOperations, 'ListLayers'> = {
  name: 'ListLayers',
  access: 'read',
  authorize: async () => [{ action: 'lambda:ListLayers', resource: '*' }],
  handle: async (input, context) => {
    const page = pageOf(context.call, input);
    const { items, last } = await context.view.list(layers, page.query);
    const newest = await Promise.all(
      items.map(({ document }) =>
        context.view.list(layerVersions, { prefix: `${document.name}/`, limit: 1 }),
      ),
    );
    const found = newest.flatMap((each) => each.items.map((item) => item.document));
    return {
      Layers: found.filter(suits(input)).map((document) => ({
        LayerName: document.name,
        LayerArn: layerArn(document.scope, document.name),
        LatestMatchingVersion: listed(document),
      })),
      ...page.answer(last),
    };
  },
};

interface Wanted {
  readonly CompatibleRuntime?: Runtime | undefined;
  readonly CompatibleArchitecture?: Architecture | undefined;
}

function suits({ CompatibleRuntime: runtime, CompatibleArchitecture: architecture }: Wanted) {
  return ({ runtimes, architectures }: LayerVersionDocument): boolean =>
    (runtime === undefined || runtimes.includes(runtime)) &&
    (architecture === undefined || architectures.includes(architecture));
}

function listed(document: LayerVersionDocument): LayerVersionsListItem {
  const { scope, name, version, description, created, licence } = document;
  return {
    LayerVersionArn: layerArn(scope, name, version),
    Version: version,
    Description: description,
    CreatedDate: lastModified(created),
    CompatibleRuntimes: document.runtimes,
    CompatibleArchitectures: document.architectures,
    ...(licence === undefined ? {} : { LicenseInfo: licence }),
  };
}

function described(document: LayerVersionDocument): GetLayerVersionResponse {
  const { scope, name, archive } = document;
  return {
    ...listed(document),
    LayerArn: layerArn(scope, name),
    Content: { CodeSha256: archive.sha256, CodeSize: archive.blob.size },
  };
}
