/** The type whose physical id is a URL that signals are sent to. */
export const HANDLE = 'AWS::CloudFormation::WaitConditionHandle';

const PATH = '/_holdfast/stack-signals/';
const TOKEN = /\/_holdfast\/stack-signals\/([0-9a-f]{32})(?:$|[?/])/;

/** Where whoever knows the token says how it went. `address` is the server's own. */
export function signalUrl(address: string, token: string): string {
  return `${address}${PATH}${token}`;
}

/** The token in such a URL; empty: it is none. */
export function signalIn(url: string): string {
  return TOKEN.exec(url)?.[1] ?? '';
}

export function isCustom(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

/** Types whose steps somebody answers. */
export function isAnswered(type: string): boolean {
  return isCustom(type) || type === HANDLE;
}
