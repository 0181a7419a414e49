/** Joiners and selectors show nothing beside these, but change letters of some scripts and emoji. */
const plain = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}]`;
const uselessJoiners = new RegExp(
  String.raw`(?<=^|${plain})[\u200c\u200d\ufe00-\ufe0f]+|[\u200c\u200d]+(?=$|${plain})`,
  'gu',
);
const alwaysInvisible = /(?!\u200c|\u200d|[\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu;

/** Whether two names look the same: they differ at most in what can't be seen, and in white space. */
export function looksSame(a: string, b: string): boolean {
  return a === b || bare(a) === bare(b);
}

function bare(name: string): string {
  return name
    .normalize('NFC')
    .replace(alwaysInvisible, '')
    .replace(uselessJoiners, '')
    .replace(/\s+/g, ' ')
    .trim();
}
