import { patternDetector } from '../detectors/pattern-list.ts';
import { detectPhp } from '../detectors/server-script.ts';
import type { ManagedGroup } from './group.ts';
import { argumentValues, bodyTexts, headerTexts, pathText, queryText } from './parts.ts';
import { detecting } from './rule-makers.ts';

export const PHP_APP: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesPHPRuleSet',
  description: 'Blocks requests that run code of PHP.',
  capacity: 100,
  labelNamespace: 'awswaf:managed:aws:php-app:',
  versions: ['Version_1.0', 'Version_2.0'],
  rules: [
    detecting(
      'PHPHighRiskMethodsVariables_HEADER',
      'PHPHighRiskMethodsVariables_Header',
      headerTexts,
      detectPhp,
    ),
    detecting(
      'PHPHighRiskMethodsVariables_QUERYSTRING',
      'PHPHighRiskMethodsVariables_QueryString',
      argumentValues,
      detectPhp,
    ),
    detecting(
      'PHPHighRiskMethodsVariables_BODY',
      'PHPHighRiskMethodsVariables_Body',
      bodyTexts,
      detectPhp,
    ),
    detecting(
      'PHPHighRiskMethodsVariables_URIPATH',
      'PHPHighRiskMethodsVariables_URIPath',
      pathText,
      detectPhp,
    ),
  ],
};

export const WORDPRESS_APP: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesWordPressRuleSet',
  description: 'Blocks requests that exploit WordPress.',
  capacity: 100,
  labelNamespace: 'awswaf:managed:aws:wordpress-app:',
  versions: ['Version_1.0', 'Version_1.1'],
  rules: [
    detecting(
      'WordPressExploitableCommands_QUERYSTRING',
      'WordPressExploitableCommands_QUERYSTRING',
      queryText,
      patternDetector(/wp|wordpress|revslider|duplicator/i, [
        /\bdo_reset_wordpress\b|\baction=(?:revslider_(?:show_image|ajax_action)|duplicator_download|wp_ajax_try_2020|wpdm_ajax_call|cherry_plugin_import|nopriv_\w{0,20}upload)/i,
        /\bimg=(?:\.\.|%2e)|\bwp-config\.php\b/i,
      ]),
    ),
    detecting(
      'WordPressExploitablePaths_URIPATH',
      'WordPressExploitablePaths_URIPATH',
      pathText,
      patternDetector(/wp-|xmlrpc|timthumb/i, [
        /\/xmlrpc\.php$|\/wp-config\.php|\/timthumb\.php$|\/wp-content\/(?:debug\.log|uploads\/[\w./-]{0,120}\.ph(?:p\d?|tml)$|plugins\/[\w.-]{1,80}\/[\w./-]{0,80}(?:upload|elfinder|connector\.minimal|uploadify)[\w.-]{0,20}\.php$)/i,
        /\/wp-(?:includes\/[\w./-]{0,80}\.php$|admin\/(?:setup-config|install)\.php$)/i,
      ]),
    ),
  ],
};

export const ADMIN_PROTECTION: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesAdminProtectionRuleSet',
  description: 'Blocks requests for pages of administrators.',
  capacity: 100,
  labelNamespace: 'awswaf:managed:aws:admin-protection:',
  versions: ['Version_1.0'],
  rules: [
    detecting(
      'AdminProtection_URIPATH',
      'AdminProtection_URIPath',
      pathText,
      patternDetector(/admin|manager|console|setup|cpanel|webmin|jenkins/i, [
        /(?:^|\/)(?:sqlmanager|phpmyadmin|pma|myadmin|mysqladmin|dbadmin|phppgadmin|adminer(?:[-.\w]{0,20}\.php)?|wp-admin|administrator|admin(?:istration|panel|console|login|center)?|cpanel|webmin|manager\/(?:html|text|status)|host-manager|jmx-console|admin-console|web-console|server-(?:status|info)|jenkins\/script)(?:[/.?]|$)/i,
      ]),
    ),
  ],
};
