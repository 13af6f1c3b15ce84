import { detectJavaExecution, detectLog4jLookup } from '../detectors/java.ts';
import { patternDetector } from '../detectors/pattern-list.ts';
import { detectReactExecution } from '../detectors/server-script.ts';
import type { ManagedGroup } from './group.ts';
import { bodyTexts, headerTexts, pathText, queryText } from './parts.ts';
import { blocking, detecting } from './rule-makers.ts';

const LOCAL_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)(?::\d{1,5})?$/i;

/** Paths that serve nobody but attackers. */
const detectExploitablePath = patternDetector(/[./]/, [
  /\/(?:web-inf|meta-inf)(?:\/|$)/i,
  /\/\.(?:git|svn|hg|bzr|aws|ssh|env|docker|kube|vscode|idea|ds_store|npmrc|htaccess|htpasswd)(?:[/.?]|$)/i,
  /\/(?:phpunit|_ignition\/execute-solution|actuator\/(?:env|heapdump|gateway)|jmx-console|invoker\/jmxinvokerservlet|console\/(?:css|images)\/%|struts2?-showcase|cgi-bin\/(?:\.\.|[\w.-]{0,30}(?:php|bash|sh)(?:\?|$))|boaform|hnap1|gponform|solr\/admin\/cores|druid\/indexer|geoserver\/wfs\?|vendor\/phpunit|autodiscover\/autodiscover\.json\?@|owa\/auth\/x\.js|ecp\/[\w.]{1,20}\.js|tmui\/login\.jsp\/\.\.;|dana-na\/\.\.)/i,
]);

export const KNOWN_BAD_INPUTS: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesKnownBadInputsRuleSet',
  description: 'Blocks requests that are known to be invalid and to exploit or find weaknesses.',
  capacity: 200,
  labelNamespace: 'awswaf:managed:aws:known-bad-inputs:',
  versions: ['Version_1.0', 'Version_1.2', 'Version_1.22'],
  rules: [
    detecting(
      'JavaDeserializationRCE_HEADER',
      'JavaDeserializationRCE_Header',
      headerTexts,
      detectJavaExecution,
    ),
    detecting(
      'JavaDeserializationRCE_BODY',
      'JavaDeserializationRCE_Body',
      bodyTexts,
      detectJavaExecution,
    ),
    detecting(
      'JavaDeserializationRCE_URIPATH',
      'JavaDeserializationRCE_URIPath',
      pathText,
      detectJavaExecution,
    ),
    detecting(
      'JavaDeserializationRCE_QUERYSTRING',
      'JavaDeserializationRCE_QueryString',
      queryText,
      detectJavaExecution,
    ),
    blocking('Host_localhost_HEADER', 'Host_Localhost_Header', (facts) =>
      facts.headerValues('host').some((value) => LOCAL_HOST.test(value)),
    ),
    blocking(
      'PROPFIND_METHOD',
      'Propfind_Method',
      ({ request }) => request.method.toUpperCase() === 'PROPFIND',
    ),
    detecting(
      'ExploitablePaths_URIPATH',
      'ExploitablePaths_URIPath',
      pathText,
      detectExploitablePath,
    ),
    detecting('Log4JRCE_HEADER', 'Log4JRCE_Header', headerTexts, detectLog4jLookup),
    detecting('Log4JRCE_QUERYSTRING', 'Log4JRCE_QueryString', queryText, detectLog4jLookup),
    detecting('Log4JRCE_BODY', 'Log4JRCE_Body', bodyTexts, detectLog4jLookup),
    detecting('Log4JRCE_URIPATH', 'Log4JRCE_URIPath', pathText, detectLog4jLookup),
    detecting('ReactJSRCE_BODY', 'ReactJSRCE_Body', bodyTexts, detectReactExecution),
  ],
};
