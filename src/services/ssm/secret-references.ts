import type { Parameter } from '../../../models/ssm/types.ts';
import type { Context } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { getSecretValue } from '../secretsmanager/port.ts';
import { parseReference, SECRET_PREFIX } from './domain/parameter-name.ts';
import { parameterNotFound, validation } from './errors.ts';

/** Version ids are UUIDs in all but name; shorter selectors are staging labels. */
const VERSION_ID = /^[0-9a-fA-F-]{32,64}$/;

/**
 * A secret of Secrets Manager as a parameter. The caller must be allowed to read the secret, too.
 * Errors: ValidationException without decryption, ParameterNotFound, those of GetSecretValue.
 */
export async function readSecret(
  context: Context,
  name: string,
  withDecryption: boolean,
): Promise<Parameter> {
  if (!withDecryption) {
    throw validation('WithDecryption flag must be True for retrieving a Secret Manager secret.');
  }
  const { id, selector } = parseReference(name, context.call.scope);
  const SecretId = `/${id}`.slice(SECRET_PREFIX.length);
  const secret = await context
    .callService(getSecretValue, { SecretId, ...selectedBy(selector) }, { via: 'ssm' })
    .catch((error: unknown) => {
      if (error instanceof ServiceError && error.code === 'ResourceNotFoundException') {
        throw notFound(name);
      }
      throw error;
    });
  const { CreatedDate, SecretBinary, ...rest } = secret;
  const shown = {
    ...rest,
    ...(SecretBinary === undefined
      ? {}
      : { SecretBinary: Buffer.from(SecretBinary).toString('base64') }),
    ...(CreatedDate === undefined ? {} : { CreatedDate: CreatedDate.getTime() / 1_000 }),
  };
  return {
    Name: `/${id}`,
    Type: 'SecureString',
    Value: secret.SecretString ?? shown.SecretBinary ?? '',
    Version: 0,
    ...(selector === undefined ? {} : { Selector: `:${selector}` }),
    SourceResult: JSON.stringify(shown),
    ...(CreatedDate === undefined ? {} : { LastModifiedDate: CreatedDate }),
    ...(secret.ARN === undefined ? {} : { ARN: secret.ARN }),
    DataType: 'text',
  };
}

function selectedBy(selector: string | undefined) {
  if (selector === undefined) return {};
  return VERSION_ID.test(selector) ? { VersionId: selector } : { VersionStage: selector };
}

function notFound(name: string): ServiceError {
  return parameterNotFound(
    `An error occurred (ParameterNotFound) when referencing Secrets Manager: Secret ${name} not found.`,
  );
}
