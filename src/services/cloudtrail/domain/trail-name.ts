const NAME_CHARACTERS_MIN = 3;
const NAME_CHARACTERS_MAX = 128;

/** CloudTrail's text for a name it does not take; undefined for one it takes. */
export function trailNameFault(name: string): string | undefined {
  const told = `Specified name length: ${name.length} characters.`;
  if (name.length < NAME_CHARACTERS_MIN) {
    return `Trail name too short. Minimum allowed length: ${NAME_CHARACTERS_MIN} characters. ${told}`;
  }
  if (name.length > NAME_CHARACTERS_MAX) {
    return `Trail name too long. Maximum allowed length: ${NAME_CHARACTERS_MAX} characters. ${told}`;
  }
  if (!/^[A-Za-z0-9]/.test(name)) return 'Trail name must starts with a letter or number.';
  if (!/[A-Za-z0-9]$/.test(name)) return 'Trail name must ends with a letter or number.';
  if (!/^[A-Za-z0-9._-]+$/.test(name)) {
    return (
      'Trail name or ARN can only contain uppercase letters, lowercase letters, numbers, periods (.), ' +
      'hyphens (-), and underscores (_).'
    );
  }
  return /[._-]{2}/.test(name) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)
    ? 'Trail name can not have adjacent periods, underscores or dashes, or look like an IP address.'
    : undefined;
}
