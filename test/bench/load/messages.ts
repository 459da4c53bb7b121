import { randomFillSync } from 'node:crypto';
import { clientFrame, maskedByte } from './wire.ts';

/** What customers of a payment service write, in both languages and of usual lengths. */
export const customerTexts = [
  '你好，我昨天转账 500 元一直没有到账，能帮我看一下吗？',
  'Hi, my payment to the supermarket failed but the money was taken from my balance.',
  '退款已经过了三个工作日，银行卡里还是没有收到。',
  'The app shows error E1042 when I try to add my bank card.',
  '交易号是 TX20261122083154，金额 128.50 元，麻烦查一下。',
  'Thanks, I will wait. Is there anything else you need from me?',
  '我的账户被锁定了，登录提示需要验证身份，请问怎么处理？',
  'I was charged twice for the same order this morning.',
];

const ID = '00000000-0000-4000-8000-000000000000';
const HEX = Buffer.from('0123456789abcdef');
const pool = Buffer.alloc(8 * 1024);
let poolAt = pool.length;

/** Digits of an id that are made new for every message: 8 at its beginning, 8 at its end. */
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 28, 29, 30, 31, 32, 33, 34, 35];

interface Template {
  frame: Buffer;
  /** Where the id begins in the frame, and in the payload. */
  idInFrame: number;
  idInPayload: number;
}

/** Makes post frames for one conversation by copying a prepared frame and giving it a new random id. */
export class MessageMaker {
  readonly #templates: Template[];
  #next = 0;

  constructor(c: string, before: string, after: string) {
    this.#templates = customerTexts.map((text) => {
      const payload = Buffer.from(`${before}${JSON.stringify({ t: 'post', c, id: ID, text })}${after}`);
      const { frame, offset } = clientFrame(payload);
      const idInPayload = payload.indexOf(ID);
      return { frame, idInFrame: offset + idInPayload, idInPayload };
    });
  }

  /** `count` whole frames in one piece. */
  make(count: number): Buffer {
    const chosen = Array.from(
      { length: count },
      () => this.#templates[this.#next++ % this.#templates.length] as Template,
    );
    const bytes = Buffer.allocUnsafe(chosen.reduce((sum, { frame }) => sum + frame.length, 0));
    let at = 0;
    for (const template of chosen) {
      template.frame.copy(bytes, at);
      writeId(bytes, at, template);
      at += template.frame.length;
    }
    return bytes;
  }
}

function writeId(bytes: Buffer, at: number, { idInFrame, idInPayload }: Template): void {
  if (poolAt + 8 > pool.length) {
    randomFillSync(pool);
    poolAt = 0;
  }
  for (let i = 0; i < 16; i++) {
    const random = pool[poolAt + (i >> 1)] as number;
    const digit = HEX[i & 1 ? random & 15 : random >> 4] as number;
    const place = digits[i] as number;
    bytes[at + idInFrame + place] = maskedByte(digit, idInPayload + place);
  }
  poolAt += 8;
}
