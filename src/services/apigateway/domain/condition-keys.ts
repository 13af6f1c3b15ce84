/*
 * The condition keys of API Gateway, `apigateway:Request/…` and `apigateway:Resource/…`: what a request says of a thing, and
 * what the thing is by now. Keys are in lower case, as policies are asked for them.
 */

type Values = ReadonlyMap<string, readonly string[]>;

/** A kind of thing: where it is made and where it is, and its keys by where their values are in it. */
interface Form {
  readonly made: RegExp;
  readonly at: RegExp;
  readonly keys: readonly (readonly [key: string, place: string])[];
}

const ENDPOINT_TYPE = ['endpointtype', '/endpointConfiguration/types'] as const;
const SECURITY_POLICY = ['securitypolicy', '/securityPolicy'] as const;

const FORMS: readonly Form[] = [
  {
    made: /^\/restapis$/,
    at: /^\/restapis\/[^/]+$/,
    keys: [
      ['apiname', '/name'],
      ['disableexecuteapiendpoint', '/disableExecuteApiEndpoint'],
      ENDPOINT_TYPE,
      SECURITY_POLICY,
    ],
  },
  {
    made: /^\/restapis\/[^/]+\/resources\/[^/]+\/methods\/[^/]+$/,
    at: /^\/restapis\/[^/]+\/resources\/[^/]+\/methods\/[^/]+$/,
    keys: [
      ['apikeyrequired', '/apiKeyRequired'],
      ['routeauthorizationtype', '/authorizationType'],
    ],
  },
  {
    made: /^\/restapis\/[^/]+\/authorizers$/,
    at: /^\/restapis\/[^/]+\/authorizers\/[^/]+$/,
    keys: [
      ['authorizertype', '/type'],
      ['authorizeruri', '/authorizerUri'],
    ],
  },
  {
    made: /^\/restapis\/[^/]+\/stages$/,
    at: /^\/restapis\/[^/]+\/stages\/[^/]+$/,
    keys: [
      ['accessloggingdestination', '/accessLogSettings/destinationArn'],
      ['accessloggingformat', '/accessLogSettings/format'],
    ],
  },
  {
    made: /^\/domainnames$/,
    at: /^\/domainnames\/[^/]+$/,
    keys: [
      ENDPOINT_TYPE,
      ['mtlstruststoreuri', '/mutualTlsAuthentication/truststoreUri'],
      ['mtlstruststoreversion', '/mutualTlsAuthentication/truststoreVersion'],
      SECURITY_POLICY,
    ],
  },
  {
    made: /^\/restapis\/[^/]+\/deployments$/,
    at: /^$/,
    keys: [['stagename', '/stageName']],
  },
  {
    made: /^\/domainnameaccessassociations$/,
    at: /^$/,
    keys: [
      ['accessassociationsource', '/accessAssociationSource'],
      ['domainnamearn', '/domainNameArn'],
    ],
  },
];

/** What a request says, in its members or as patches, of what its path makes or changes. */
export function requestKeys(verb: string, path: string, input: object): Values {
  if (verb === 'GET' || verb === 'DELETE') return new Map();
  const form = FORMS.find(({ made, at }) => (verb === 'PATCH' ? at : made).test(path));
  const read = verb === 'PATCH' ? patchedAt : textsAt;
  return keysOf('apigateway:request/', form, (place) => read(input, place));
}

/** What a thing is that a path names. */
export function resourceKeys(path: string, thing: object | undefined): Values {
  const form = thing === undefined ? undefined : FORMS.find(({ at }) => at.test(path));
  return keysOf('apigateway:resource/', form, (place) => textsAt(thing, place));
}

function keysOf(
  prefix: string,
  form: Form | undefined,
  read: (place: string) => readonly string[],
): Values {
  const found = (form?.keys ?? []).map(([key, place]) => [`${prefix}${key}`, read(place)] as const);
  return new Map(found.filter(([, values]) => values.length > 0));
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const members: readonly (readonly [string, unknown])[] = Object.entries(value);
  return members.find(([one]) => one === name)?.[1];
}

function textsAt(value: unknown, place: string): readonly string[] {
  return textsOf(place.slice(1).split('/').reduce(memberOf, value));
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'string' || typeof value === 'boolean' ? [String(value)] : [];
}

/** Values of patches of a place, or of a part of it: `/endpointConfiguration/types/EDGE`. */
function patchedAt(input: unknown, place: string): readonly string[] {
  const patches = memberOf(input, 'patchOperations');
  if (!Array.isArray(patches)) return [];
  return patches.flatMap((patch: unknown) => {
    const path = memberOf(patch, 'path');
    const isHere = typeof path === 'string' && (path === place || path.startsWith(`${place}/`));
    return isHere ? textsOf(memberOf(patch, 'value')) : [];
  });
}
