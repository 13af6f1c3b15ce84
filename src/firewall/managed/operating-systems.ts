import { detectFilePath } from '../detectors/file-paths.ts';
import { detectUnixCommand } from '../detectors/unix-shell.ts';
import { detectPowerShell, detectWindowsCommand } from '../detectors/windows-shell.ts';
import type { ManagedGroup } from './group.ts';
import {
  argumentValues,
  bodyTexts,
  cookieValues,
  headerTexts,
  pathText,
  queryText,
} from './parts.ts';
import { detecting } from './rule-makers.ts';

export const LINUX_OS: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesLinuxRuleSet',
  description: 'Blocks requests that read files of Linux.',
  capacity: 200,
  labelNamespace: 'awswaf:managed:aws:linux-os:',
  versions: ['Version_1.0', 'Version_2.0', 'Version_2.2'],
  rules: [
    detecting('LFI_URIPATH', 'LFI_URIPath', pathText, detectFilePath),
    detecting('LFI_QUERYSTRING', 'LFI_QueryString', argumentValues, detectFilePath),
    detecting('LFI_HEADER', 'LFI_Header', headerTexts, detectFilePath),
  ],
};

export const POSIX_OS: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesUnixRuleSet',
  description: 'Blocks requests that run commands on Unix and its kin.',
  capacity: 100,
  labelNamespace: 'awswaf:managed:aws:posix-os:',
  versions: ['Version_1.0', 'Version_1.1', 'Version_2.0'],
  rules: [
    detecting(
      'UNIXShellCommandsVariables_QUERYSTRING',
      'UNIXShellCommandsVariables_QueryString',
      argumentValues,
      detectUnixCommand,
    ),
    detecting(
      'UNIXShellCommandsVariables_BODY',
      'UNIXShellCommandsVariables_Body',
      bodyTexts,
      detectUnixCommand,
    ),
    detecting(
      'UNIXShellCommandsVariables_HEADER',
      'UNIXShellCommandsVariables_Header',
      headerTexts,
      detectUnixCommand,
    ),
  ],
};

export const WINDOWS_OS: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesWindowsRuleSet',
  description: 'Blocks requests that run commands on Windows.',
  capacity: 200,
  labelNamespace: 'awswaf:managed:aws:windows-os:',
  versions: ['Version_1.0', 'Version_2.0'],
  rules: [
    detecting(
      'WindowsShellCommands_HEADER',
      'WindowsShellCommands_Header',
      headerTexts,
      detectWindowsCommand,
    ),
    detecting(
      'WindowsShellCommands_QUERYARGUMENTS',
      'WindowsShellCommands_QueryArguments',
      argumentValues,
      detectWindowsCommand,
    ),
    detecting(
      'WindowsShellCommands_QUERYSTRING',
      'WindowsShellCommands_QueryString',
      queryText,
      detectWindowsCommand,
    ),
    detecting(
      'WindowsShellCommands_URIPATH',
      'WindowsShellCommands_UriPath',
      pathText,
      detectWindowsCommand,
    ),
    detecting(
      'WindowsShellCommands_BODY',
      'WindowsShellCommands_Body',
      bodyTexts,
      detectWindowsCommand,
    ),
    detecting(
      'PowerShellCommands_COOKIE',
      'PowerShellCommands_Cookie',
      cookieValues,
      detectPowerShell,
    ),
    detecting(
      'PowerShellCommands_QUERYARGUMENTS',
      'PowerShellCommands_QueryArguments',
      argumentValues,
      detectPowerShell,
    ),
    detecting('PowerShellCommands_BODY', 'PowerShellCommands_Body', bodyTexts, detectPowerShell),
  ],
};
