import { validationError } from './errors.ts';

const NAME_MAX = 32;

/** `load balancer`, `target group`. Errors: ValidationError. */
export function requireName(what: string, name: string): void {
  const fault =
    name.length > NAME_MAX
      ? `cannot be longer than '${NAME_MAX}' characters`
      : !/^[A-Za-z0-9-]+$/.test(name)
        ? 'can only contain characters that are alphanumeric characters and hyphens(-)'
        : /^-|-$/.test(name)
          ? 'cannot begin or end with a hyphen(-)'
          : undefined;
  if (fault !== undefined) throw validationError(`The ${what} name '${name}' ${fault}`);
}
