import type { Unit } from '../../contract/view.ts';
import type { WebProvider } from './port.ts';
import { accountScope, oidcProviders } from './state.ts';

/** The provider that AWS itself knows, and that speaks OpenID Connect. */
const GOOGLE: WebProvider = {
  principal: 'accounts.google.com',
  issuer: 'https://accounts.google.com',
  thumbprints: [],
};

export function oidcProviderArn(account: string, url: string): string {
  return `arn:aws:iam::${account}:oidc-provider/${url}`;
}

/** The provider of an issuer as an account knows it. */
export async function webProvider(
  unit: Unit,
  account: string,
  issuer: string,
): Promise<WebProvider | undefined> {
  if (issuer === GOOGLE.issuer || issuer === GOOGLE.principal) return GOOGLE;
  const url = issuer.replace(/^https?:\/\//, '');
  const arn = oidcProviderArn(account, url);
  const found = await unit.view(accountScope(account)).get(oidcProviders, arn);
  if (found === undefined || `${found.scheme}://${found.url}` !== issuer) return undefined;
  const { clientIds, thumbprints } = found;
  return { principal: arn, issuer, clientIds, thumbprints };
}
