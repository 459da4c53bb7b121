/** Mnemonics of wallets (BIP-39): twelve to twenty-four words of its lists in a row. */
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as simplified } from '@scure/bip39/wordlists/simplified-chinese.js';
import { wordlist as traditional } from '@scure/bip39/wordlists/traditional-chinese.js';
import type { Detector, Found } from './found.ts';

const FEWEST = 12;

const words = new Set(english);
const characters = new Set([...simplified, ...traditional]);

const saysSeed =
  /助记词|助記詞|恢复短语|恢復短語|恢复词|种子短语|mnemonic|(?:seed|recovery|secret|backup|wallet)\s?(?:phrases?|words?)|\bseed\b/i;

/** Blanks, commas, line ends and the numbers of a list: "1. abandon 2. ability". */
const between = /^[\s,.;:|/()\d-]{1,8}$/;
const latinWord = /[a-z]+/gi;
/** A quick look: twelve short words in a row, with next to nothing between. */
const manyWords = /(?:\b[a-z]{3,8}[\s,.;:|/()\d-]{1,8}){11}[a-z]{3,8}/i;

/** A row of words that is still growing. */
interface Row {
  start: number;
  end: number;
  length: number;
  /** How many of them are in the list. */
  listed: number;
}

function keep(row: Row, named: boolean, found: Found[]): void {
  const enough =
    row.length >= FEWEST && (row.listed === row.length || (named && row.listed >= row.length * 0.75));
  if (enough) found.push({ kind: 'seed-phrase', start: row.start, end: row.end });
}

/** Without being called one, only a row all from the list counts; called one, a few may be misspelt. */
function findEnglish(text: string, named: boolean, found: Found[]): void {
  let row: Row = { start: 0, end: 0, length: 0, listed: 0 };
  const name = named ? saysSeed.exec(text) : null;
  const isName = (at: number) => name !== null && at >= name.index && at < name.index + name[0].length;
  for (const match of text.matchAll(latinWord)) {
    const word = match[0].toLowerCase();
    const listed = words.has(word) && !isName(match.index);
    const goesOn =
      row.length > 0 &&
      (listed || (named && word.length > 2 && !isName(match.index))) &&
      between.test(text.slice(row.end, match.index));
    if (!goesOn) {
      keep(row, named, found);
      row = { start: match.index, end: 0, length: 0, listed: 0 };
      if (!listed) continue;
    }
    row = {
      start: row.start,
      end: match.index + word.length,
      length: row.length + 1,
      listed: row.listed + (listed ? 1 : 0),
    };
  }
  keep(row, named, found);
}

const spaced = /(?:[\u4e00-\u9fff][\s,、，;]{1,3}){11,}[\u4e00-\u9fff]/g;
const unbroken = /[\u4e00-\u9fff\s,、，]{12,80}/g;

/** Chinese is not written with blanks between characters, a mnemonic is; without blanks it has to be called one. */
function findChinese(text: string, named: boolean, found: Found[]): void {
  const add = (start: number, value: string) => {
    const signs = value.match(/[\u4e00-\u9fff]/g) ?? [];
    if (signs.length >= FEWEST && signs.every((sign) => characters.has(sign)))
      found.push({ kind: 'seed-phrase', start, end: start + value.trimEnd().length });
  };
  for (const match of text.matchAll(spaced)) add(match.index, match[0]);
  if (!named) return;
  for (const match of text.matchAll(unbroken)) {
    const said = saysSeed.exec(match[0]);
    const from = said === null ? 0 : said.index + said[0].length;
    const value = match[0].slice(from).replace(/^[\s是为]+/, '');
    add(match.index + match[0].length - value.length, value);
  }
}

/** Other languages have lists too: what is called a mnemonic and is a row of that many words is taken for one. */
const afterName = new RegExp(
  `(?:${saysSeed.source})[^\\p{L}]{0,4}(?:is|are|是|为)?[\\s:：=是为"“]{1,6}((?:[\\p{L}\\p{M}]{2,12}[\\s,、]{1,3}){11,23}[\\p{L}\\p{M}]{2,12})\\s*$`,
  'iu',
);

export const findSeedPhrases: Detector = (text, found) => {
  if (text.length < FEWEST) return;
  const named = saysSeed.test(text);
  if (manyWords.test(text)) findEnglish(text, named, found);
  findChinese(text, named, found);
  if (!named || found.some(({ kind }) => kind === 'seed-phrase')) return;
  const other = afterName.exec(text);
  const value = other?.[1];
  if (other === null || value === undefined || /^[\x20-\x7e\s]*$/.test(value)) return;
  const start = other.index + other[0].lastIndexOf(value);
  found.push({ kind: 'seed-phrase', start, end: start + value.length });
};
