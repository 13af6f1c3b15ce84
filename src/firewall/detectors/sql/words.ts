/**
 * What a word is to the shapes of `shapes.ts`: one letter a kind.
 *
 * `&` joins conditions · `=` compares · `!` negates · `o` calculates · `1` is a constant · `U` union · `E` select · `S` changes
 * data or structure · `X` runs · `Y` declares · `M` waits or stops the server · `F` from · `W` where · `I` into · `O` a file to
 * write · `B` order or group by · `H` having · `L` limit · `C` case · `Q` then · `T` a kind of object · `D` all, distinct ·
 * `A` as · `V` values · `i` a catalogue · `f` a function of SQL · `Z` a function that waits, reads files or runs commands
 */
const KINDS: Readonly<Record<string, string>> = {
  '&': 'or and xor',
  '=': 'like rlike regexp glob is in between sounds ilike',
  '!': 'not binary',
  o: 'div mod',
  '1': 'null true false unknown',
  U: 'union intersect except',
  E: 'select',
  S: 'insert update delete drop create alter truncate merge grant revoke replace set rename',
  X: 'exec execute',
  Y: 'declare',
  M: 'waitfor shutdown',
  F: 'from',
  W: 'where',
  I: 'into',
  O: 'outfile dumpfile',
  H: 'having',
  L: 'limit offset',
  C: 'case',
  Q: 'then',
  T: 'table database schema procedure function view index trigger user login column',
  D: 'all distinct top distinctrow',
  A: 'as',
  V: 'values',
  i:
    'information_schema sysobjects syscolumns sysusers sqlite_master sqlite_schema pg_catalog ' +
    'pg_tables pg_user pg_shadow pg_database all_tables user_tables all_users dba_users dual ' +
    'msysaccessobjects syscat sysibm sys.databases sys.tables sys.objects mysql.user v$version ' +
    'master..sysdatabases mysql.innodb_table_stats information_schema.tables domain.domains',
};

/** Known by their name where a parenthesis follows. */
const FUNCTIONS =
  'ascii avg bin bit_and cast ceil char char_length chr coalesce compress concat concat_ws conv ' +
  'convert count crc32 current_user database date_add db_name decode des_encrypt elt exists exp ' +
  'export_set field find_in_set floor format greatest group_concat has_dbaccess hex host_name if ' +
  'ifnull iif insert instr is_member is_srvrolemember isnull json_keys least left length listagg ' +
  'locate lower lpad ltrim make_set max md5 mid min name_const nchar nullif nvl object_id ord ' +
  'pi position power pow quotename rand replicate reverse right round row row_number rpad rtrim ' +
  'schema sha1 sha2 sign soundex space sqlite_version stddev strcmp string_agg substr substring ' +
  'sum suser_name system_user to_char unhex unicode upper user user_name uuid varchar version ' +
  'xmltype rawtohex sqlite_version strftime total typeof printf quote nth_value date ntile log';

const DANGEROUS =
  'sleep benchmark pg_sleep pg_sleep_for extractvalue updatexml load_file load_extension ' +
  'xp_cmdshell xp_dirtree xp_regread xp_fileexist randomblob zeroblob getmappingxpath sys_eval ' +
  'sys_exec pg_read_file pg_ls_dir lo_import lo_export dblink_connect openrowset opendatasource ' +
  'opcode generate_series query_to_xml database_to_xml ctxsys.drithsx.sn dbms_lock.sleep ' +
  'dbms_pipe.receive_message utl_inaddr.get_host_address utl_inaddr.get_host_name utl_http.request ' +
  'dbms_xmlgen.getxml dbms_utility.sqlid_to_sqlhash ordsys.ord_dicom.getmappingxpath ' +
  'sp_executesql sp_password sp_oacreate sp_makewebtask regexp_substring crypt_key ' +
  'httpuritype dbms_ldap.init gtid_subset gtid_subtract st_latfromgeohash st_longfromgeohash ' +
  'polygon multipoint geometrycollection linestring multilinestring multipolygon call_oledb';

const WORDS = new Map<string, string>(
  Object.entries(KINDS).flatMap(([kind, words]) =>
    words.split(' ').map((word): [string, string] => [word, kind]),
  ),
);

const CALLS = new Map<string, string>([
  ...FUNCTIONS.split(' ').map((word): [string, string] => [word, 'f']),
  ...DANGEROUS.split(' ').map((word): [string, string] => [word, 'Z']),
]);

const WORD_MAX = 48;

/** The kind of a word; `n`: a name, `g`: a name that is called, which SQL doesn't know. */
export function kindOfWord(word: string, isCalled: boolean): string {
  if (word.length > WORD_MAX) return 'n';
  const lower = word.toLowerCase();
  if (isCalled) {
    const call = CALLS.get(lower);
    if (call !== undefined) return call;
  }
  const kind = WORDS.get(lower);
  if (kind !== undefined) return kind;
  if (lower.startsWith('xp_') || lower.startsWith('information_schema')) return 'i';
  return isCalled ? 'g' : 'n';
}
