import { simplified } from './simplified.ts';

/** Full-width forms, case, accents and traditional characters removed: "ＯＫＰａｙ" is "okpay", "帳單" is "账单". */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.replace(/\p{Script=Han}/gu, (character) => simplified.get(character) ?? character);
}

const irregular = new Map(
  `sent send
paid pay
lost lose
stole steal
stolen steal
got get
gotten get
withdrew withdraw
withdrawn withdraw
took take
taken take
bought buy
forgot forget
forgotten forget
went go
gone go
goes go
gave give
given give
did do
done do
does do
was be
were be
is be
are be
am be
been be
made make
saw see
seen see
came come
froze freeze
frozen freeze
found find
broke break
broken break
kept keep
left leave
said say
told tell
had have
has have
ate eat
eaten eat
children child
kids kid
spent spend
put put
chose choose
wrote write
spoke speak
cheque check
cheques check
cancellation cancel
activation activate
verification verify
identification identify
authorisation authorise
authorization authorise
authorize authorise
recognize recognise
recognized recognise
recognised recognise
unrecognized unrecognise`
    .split('\n')
    .map((line) => line.split(' ') as [string, string]),
);

/** The stem of an English word: irregular forms, plural, -ed and -ing are taken off, so that "refunds" finds "refund". */
export function stem(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known.length < 4 ? known : strip(known);
  return strip(word);
}

function strip(word: string): string {
  if (word.length < 4) return word;
  const base = word.replace(/ies$/, 'y').replace(/(?<=[^aeious])es$|(?<=[^s])s$/, '');
  const root = base.replace(/(?<=[a-z]{3})(?:ing|ed)$/, '');
  return root
    .replace(/([bdglmnprt])\1$/, '$1')
    .replace(/(?<=[a-z]{3})e$/, '')
    .replace(/(?<=[^aeiou])y$/, 'i');
}

const contractions = new Map(
  `cant can not
wont will not
dont do not
doesnt do not
didnt do not
isnt be not
wasnt be not
arent be not
havent have not
hasnt have not
hadnt have not
couldnt could not
wouldnt would not
shouldnt should not
im i be
ive i have
cannot can not`
    .split('\n')
    .map((line) => [line.split(' ')[0] as string, line.split(' ').slice(1)] as const),
);

const piece = /\p{Script=Han}|[a-z0-9]+(?:['’][a-z]+)?|[\p{L}\p{N}]+/gu;

/** A text as the words that count: stems of English words, single Chinese characters. "haven't" is two words, "have" and "not". */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const [word] of fold(text).matchAll(piece)) {
    if (word.length === 1) tokens.push(word);
    else {
      const bare = word.replace(/['’]/, '');
      const spoken = contractions.get(bare);
      if (spoken !== undefined) tokens.push(...spoken);
      else tokens.push(stem(word.replace(/['’].*$/, '')));
    }
  }
  return tokens;
}

const han = /^\p{Script=Han}/u;
/** Whether a token is a Chinese character. */
export const isHan = (token: string): boolean => han.test(token);
