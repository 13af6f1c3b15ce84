/** The type whose physical id is a URL that signals are sent to. */
export const HANDLE = 'AWS::CloudFormation::WaitConditionHandle';

/** Of one handle, and so the largest count that can be waited for. */
export const ANSWERS_MAX = 100;

const PATH = '/_holdfast/stack-signals/';
const TOKEN = /^\/_holdfast\/stack-signals\/([0-9a-f]{32})$/;

/** Where whoever knows the token says how it went. `address` is the server's own. */
export function signalUrl(address: string, token: string): string {
  return `${address}${PATH}${token}`;
}

/** The token in the path of a request; empty: it is another path, such as that of an object whose key only looks so. */
export function signalIn(path: string): string {
  return TOKEN.exec(path)?.[1] ?? '';
}

/** The token in such a URL; empty: it is none. */
export function signalOfUrl(url: string): string {
  return URL.canParse(url) ? signalIn(new URL(url).pathname) : '';
}

export function isCustom(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

/** Types whose steps somebody answers. */
export function isAnswered(type: string): boolean {
  return isCustom(type) || type === HANDLE;
}
