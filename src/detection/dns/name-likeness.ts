/** What may follow what in a name: the rows and columns of the table. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789-';

/**
 * How likely one character follows another in names that people give to software, against chance: `m` is chance itself, each
 * letter on or back half a bit more or less. Counted from 134,595 names.
 */
const FOLLOWS: readonly string[] = [
  'emrnejnbmdipmpcpaqprljjhlhaccbaaaaaan',
  'rjjjqhhfoleqhhqnapnhqfcgmaccegccddccp',
  'pdihpedpldpphcsjaonslbbdjbaaccaaaaaan',
  'qljltkkfqfnlihphammhnffhjaacegbdcaabq',
  'plnnkjjefgdonqikhsqngkjnhdaaefaacaaar',
  'pgigpocesfgpihrfaollnbcgoaccgfcdcbfco',
  'nfhesfmmscaninnhcplhoeckgdaagabaaaaaq',
  'sjijsgabpgdjifqhlmiqmcgamadahdacaaaaq',
  'mlponmnbdbhpnspmdlopfnbjakafaaabaaaan',
  'odefrdafnafcianimevdmgkcaaaakacaaaaai',
  'okhntikgqgekijnidjpjlgeckaaccabdaaeat',
  'qhhlsgebsdgohcqlaenmqhhalcaaebaaaaaaq',
  'snkkregbpgdnnhqqffmfmeebiaaadbaajaaap',
  'pgnpqmpengjifkokceprmkcdidaacfaaaacar',
  'mknpdimcjilopsnmarmnnkmjfcaaaaaaaaaao',
  'qhjkqfhmpcgsjfqnaqlombedibaaebbaaaaap',
  'idhhhddeicbsgegkfnkjvdicbcaabeaaaaaam',
  'qglmthicpfljnjqidlnollgemaaaeaaeaaaaq',
  'mjomrjenodjnlionigprlkjglaaaefabdaaar',
  'pflgrhenqhcjjeqiapomkbhdnaaacbaabaaas',
  'lmllqirapadpnqfnappqgcanadaaaaaaaaaai',
  'qekfuglfsbdeieleafljqbdcdabfjhfedadan',
  'rflksfflrbgigppjanqjeaeegaaaagaaaaaao',
  'kglhnfhhnhcjlckqahithddflaacgeddoadat',
  'mmkimljehhgompmsbjomifjcbhaadaaaaaaat',
  'pfjfuefhpdjljdqfaiifpdfgonaccahaaaaao',
  'lmmlllffdhddimdhdffdfidmddpsqmnnmnnnr',
  'lkkkkkdbbgdddedgbbggbbbfoeoqommoonsoq',
  'lkmnmkhiimeikeimcjkkgghiebpkklknkjkju',
  'jkloilccghechgejaggfgeigaallsjjkokklu',
  'mlllkkdbfleiggbedffhiifgbbmkllljjklkv',
  'mllmmmbdbfbfbdbjbbfhjbfdbbnonnnopmnnu',
  'jjjjijaaaahacaacafceacaaaamiljvllikjq',
  'nnnnonhghgghehejeeeeehegeloonnnnnonns',
  'nmmklmeccefectfeccmcccgeccmmlmlnnmmmr',
  'nonnnneegeeeggeeeeeggeegeeoonoonnnoos',
  'onqnnnllnlinonkqhoqpmmmiefbdecbdaabba',
];
const CHANCE = 'm'.charCodeAt(0);
const BITS = 0.5;

const bits = new Map<string, number>();
for (const [row, letters] of FOLLOWS.entries()) {
  for (const [column, letter] of letters.split('').entries()) {
    bits.set(`${ALPHABET[row]}${ALPHABET[column]}`, (letter.charCodeAt(0) - CHANCE) * BITS);
  }
}

/** Bits a pair of characters by which the name is more like people's than like chance; undefined: it is too short to say. */
export function likeness(label: string): number | undefined {
  let sum = 0;
  let pairs = 0;
  for (let index = 1; index < label.length; index += 1) {
    const found = bits.get(label.slice(index - 1, index + 1));
    if (found === undefined) continue;
    sum += found;
    pairs += 1;
  }
  return pairs < 4 ? undefined : sum / pairs;
}
