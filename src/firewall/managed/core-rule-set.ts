import { detectMetadataAddress, detectRemoteFile } from '../detectors/addresses.ts';
import { detectFilePath, detectRequestPath } from '../detectors/file-paths.ts';
import { patternDetector } from '../detectors/pattern-list.ts';
import type { ManagedGroup } from './group.ts';
import { argumentValues, bodyTexts, cookieValues, pathText } from './parts.ts';
import { blocking, detecting, detectingScript } from './rule-makers.ts';

const QUERY_MAX = 2_048;
const COOKIE_MAX = 10_240;
const BODY_MAX = 8_192;
const PATH_MAX = 1_024;

const SCANNER =
  /\b(?:nessus|nmap|sqlmap|nikto|nuclei|openvas|acunetix|netsparker|w3af|dirbuster|gobuster|wpscan|masscan|zgrab|havij|arachni|skipfish|joomscan|wfuzz|ffuf|feroxbuster)\b/i;

/** Files that a server keeps for itself. */
const detectExtension = patternDetector(/\./, [
  /\.(?:log|ini|bak|conf|cfg|config|sql|mdb|old|orig|save|swp|pem|pfx|key|rdb|dump|htaccess|htpasswd)(?:[\0?#;]|$)/i,
]);

export const CORE_RULE_SET: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesCommonRuleSet',
  description: 'Protection against what is exploited in web applications of every kind.',
  capacity: 700,
  labelNamespace: 'awswaf:managed:aws:core-rule-set:',
  versions: ['Version_1.0', 'Version_1.2', 'Version_2.0'],
  rules: [
    blocking('NoUserAgent_HEADER', 'NoUserAgent_Header', (facts) =>
      facts.headerValues('user-agent').every((value) => value.trim() === ''),
    ),
    blocking('UserAgent_BadBots_HEADER', 'BadBots_Header', (facts) =>
      facts.headerValues('user-agent').some((value) => SCANNER.test(value)),
    ),
    blocking(
      'SizeRestrictions_QUERYSTRING',
      'SizeRestrictions_QueryString',
      ({ request }) => request.query.length > QUERY_MAX,
    ),
    blocking('SizeRestrictions_Cookie_HEADER', 'SizeRestrictions_Cookie_Header', (facts) =>
      facts.headerValues('cookie').some((value) => value.length > COOKIE_MAX),
    ),
    {
      name: 'SizeRestrictions_BODY',
      label: 'SizeRestrictions_Body',
      action: 'Block',
      matcher: ({ slots }) => {
        const slot = slots.number(bodyTexts, []);
        return ({ facts }) => {
          facts.read(slot);
          return facts.request.bodyContinues || facts.request.body.length > BODY_MAX;
        };
      },
    },
    blocking(
      'SizeRestrictions_URIPATH',
      'SizeRestrictions_URIPath',
      ({ request }) => request.path.length > PATH_MAX,
    ),
    detecting('EC2MetaDataSSRF_BODY', 'EC2MetaDataSSRF_Body', bodyTexts, detectMetadataAddress),
    detecting(
      'EC2MetaDataSSRF_COOKIE',
      'EC2MetaDataSSRF_Cookie',
      cookieValues,
      detectMetadataAddress,
    ),
    detecting(
      'EC2MetaDataSSRF_URIPATH',
      'EC2MetaDataSSRF_URIPath',
      pathText,
      detectMetadataAddress,
    ),
    detecting(
      'EC2MetaDataSSRF_QUERYARGUMENTS',
      'EC2MetaDataSSRF_QueryArguments',
      argumentValues,
      detectMetadataAddress,
    ),
    detecting(
      'GenericLFI_QUERYARGUMENTS',
      'GenericLFI_QueryArguments',
      argumentValues,
      detectFilePath,
    ),
    detecting('GenericLFI_URIPATH', 'GenericLFI_URIPath', pathText, detectRequestPath),
    detecting('GenericLFI_BODY', 'GenericLFI_Body', bodyTexts, detectFilePath),
    detecting(
      'RestrictedExtensions_URIPATH',
      'RestrictedExtensions_URIPath',
      pathText,
      detectExtension,
    ),
    detecting(
      'RestrictedExtensions_QUERYARGUMENTS',
      'RestrictedExtensions_QueryArguments',
      argumentValues,
      patternDetector(/\.(?:log|ini)/i, [/^[\w./\\-]{1,200}\.(?:log|ini)(?:[\0?#]|$)/i]),
    ),
    detecting(
      'GenericRFI_QUERYARGUMENTS',
      'GenericRFI_QueryArguments',
      argumentValues,
      detectRemoteFile,
    ),
    detecting('GenericRFI_BODY', 'GenericRFI_Body', bodyTexts, detectRemoteFile),
    detecting(
      'GenericRFI_URIPATH',
      'GenericRFI_URIPath',
      pathText,
      patternDetector(/:\//, [/(?:https?|ftp):\/{1,2}(?:\d{1,3}\.){3}\d{1,3}/i]),
    ),
    detectingScript('CrossSiteScripting_COOKIE', 'CrossSiteScripting_Cookie', cookieValues),
    detectingScript(
      'CrossSiteScripting_QUERYARGUMENTS',
      'CrossSiteScripting_QueryArguments',
      argumentValues,
    ),
    detectingScript('CrossSiteScripting_BODY', 'CrossSiteScripting_Body', bodyTexts),
    detectingScript('CrossSiteScripting_URIPATH', 'CrossSiteScripting_URIPath', pathText),
  ],
};
