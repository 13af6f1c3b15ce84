import { patternDetector } from '../detectors/pattern-list.ts';
import type { ManagedGroup } from './group.ts';
import { argumentValues, bodyTexts, cookieValues, headerTexts, pathText } from './parts.ts';
import { detecting, detectingSql } from './rule-makers.ts';

/** What grammar alone doesn't see: fragments that name what attackers ask of a database, and queries that aren't SQL. */
const detectExtended = patternDetector(
  /\$(?:ne|gt|lt|regex|where|in|nin|or|and|eq|exists|expr|function)\b|\b(?:sleep|benchmark|waitfor|information_schema|outfile|dumpfile|xp_|utl_|dbms_|pg_|load_file|extractvalue|updatexml|union|@@)|\)\(/i,
  [
    /\bunion\b[^\w]{1,40}(?:all\b[^\w]{1,40})?select\b[^a-z]{1,20}(?:null|[\d'"]|char|concat|load_file|@@|user\b|version\b|database\b)/i,
    /\bwaitfor\s{1,20}(?:delay|time)\s{0,20}['"(]/i,
    /(?:^|[^\w.])(?:pg_sleep|benchmark|extractvalue|updatexml|load_file|xp_cmdshell|utl_inaddr\.\w{1,30}|dbms_pipe\.\w{1,30})\s{0,20}\(/i,
    /\bfrom\s{1,20}information_schema\s{0,4}\.|\binto\s{1,20}(?:out|dump)file\s{0,20}['"]/i,
    /\bexec(?:ute)?\s{1,20}(?:master\s{0,4}\.{1,2}\s{0,4})?(?:dbo\s{0,4}\.\s{0,4})?xp_\w{2,20}/i,
    /^\s{0,8}\{\s{0,8}"?\$(?:ne|gt|gte|lt|lte|regex|where|in|nin|or|and|eq|exists|expr|function)"?\s{0,8}:/,
    /\$where\s{0,8}['"]?\s{0,8}[:=]|'\s{0,4}\|\|\s{0,4}'?\d?'?\s{0,4}={2,3}/,
    /\*\)\(\w{1,20}=\*|\)\([|&]\(\w{1,20}=/,
  ],
);

export const SQL_DATABASE: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesSQLiRuleSet',
  description: 'Blocks requests that inject queries into databases.',
  capacity: 200,
  labelNamespace: 'awswaf:managed:aws:sql-database:',
  versions: ['Version_1.0', 'Version_1.1', 'Version_1.2', 'Version_2.0'],
  rules: [
    detecting(
      'SQLiExtendedPatterns_QUERYARGUMENTS',
      'SQLiExtendedPatterns_QueryArguments',
      argumentValues,
      detectExtended,
    ),
    detectingSql('SQLi_QUERYARGUMENTS', 'SQLi_QueryArguments', argumentValues),
    detectingSql('SQLi_BODY', 'SQLi_Body', bodyTexts),
    detectingSql('SQLi_COOKIE', 'SQLi_Cookie', cookieValues),
    detectingSql('SQLi_URIPATH', 'SQLi_URIPATH', pathText),
    detecting('SQLiExtendedPatterns_BODY', 'SQLiExtendedPatterns_Body', bodyTexts, detectExtended),
    detecting(
      'SQLiExtendedPatterns_HEADER',
      'SQLiExtendedPatterns_Header',
      headerTexts,
      detectExtended,
    ),
    detecting(
      'SQLiExtendedPatterns_URIPATH',
      'SQLiExtendedPatterns_UriPath',
      pathText,
      detectExtended,
    ),
  ],
};
