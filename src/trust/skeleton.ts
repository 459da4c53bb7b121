/**
 * Characters that pass for a letter of ours (the part of Unicode TR39's confusables that a domain can hold), after
 * compatibility forms and accents are gone. Upper-case forms need no entry: hosts are lower case.
 */
const lookAlikes: Record<string, string> = {
  a: 'аɑαᴀ4@',
  b: 'ьɓʙвƅ',
  c: 'сϲᴄƈ',
  d: 'ԁɗđᴅ',
  e: 'еҽєεᴇ3',
  f: 'ғƒք',
  g: 'ɡɢցɠ9',
  h: 'һհħɦʜн',
  i: 'іıɩɪιl1ӏłʟǀ|ɭ!',
  j: 'јϳᴊ',
  k: 'кқҝκƙᴋĸ',
  m: 'мᴍ',
  n: 'пոηɴŋɳ',
  o: 'оοօσøᴏ0჻ჿסه००օ',
  p: 'рρƥƿᴘþ',
  q: 'ԛգզ',
  r: 'гʀɼɾ',
  s: 'ѕʂꜱ5$',
  t: 'тτᴛŧƭ',
  u: 'υսᴜʋц',
  v: 'ѵνᴠ',
  w: 'ԝωᴡѡшա',
  x: 'хχ×',
  y: 'уγүყʏƴყ',
  z: 'ᴢƶʐ2',
};

const plain = new Map(
  Object.entries(lookAlikes).flatMap(([letter, others]) =>
    [...others].map((other) => [other, letter] as const),
  ),
);

/** Pairs that read as one letter in most typefaces. */
const pairs: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];

/** What a text looks like at a glance: two texts of the same skeleton are easily taken for each other. */
export function skeleton(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const letters = [...bare].map((each) => plain.get(each) ?? each).join('');
  return pairs.reduce((seen, [pair, letter]) => seen.replace(pair, letter), letters);
}
