import { ec2Error, invalidParameterValue } from '../errors.ts';

const BYTES_MAX = 16_384;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Base64 as it is kept. Errors: InvalidUserData.Malformed, InvalidParameterValue. */
export function checkedUserData(text: string): string {
  const compact = text.replaceAll(/\s/g, '');
  if (!BASE64.test(compact)) {
    throw ec2Error('InvalidUserData.Malformed', 'Invalid BASE64 encoding of user data.');
  }
  if (Buffer.from(compact, 'base64').length > BYTES_MAX) {
    throw invalidParameterValue(`User data is limited to ${BYTES_MAX} bytes`);
  }
  return compact;
}
