import { randomUUID } from 'node:crypto';
import type { Locale } from '../../contract/locale.ts';
import { customerWords } from '../customers/customer-words.ts';
import type { Chance } from './chance.ts';

export interface DemoCustomer {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  account: string | null;
  locale: Locale;
  words: string[];
}

const chinese = `
王芳 wang.fang, 李娜 li.na, 张伟 zhang.wei, 刘洋 liu.yang, 陈静怡 chen.jingyi, 杨帆 yang.fan, 赵磊 zhao.lei,
黄晓明 huang.xm, 周婷 zhou.ting, 吴倩 wu.qian, 徐志强 xu.zq, 孙丽 sun.li, 马超 ma.chao, 朱琳 zhu.lin, 胡斌 hu.bin,
郭敏 guo.min, 何欣 he.xin, 高远 gao.yuan, 林小雨 lin.xiaoyu, 罗娟 luo.juan, 郑凯文 zheng.kw, 梁雪 liang.xue,
谢宇 xie.yu, 宋佳 song.jia, 唐磊 tang.lei, 欧阳娜 ouyang.na`;

const english = `
Sarah Mitchell s.mitchell, James Okafor james.okafor, Priya Nair priya.nair, Tom Becker tom.becker, Ana Souza ana.souza,
Liam Walsh liam.walsh, Yuki Tanaka yuki.tanaka, Grace Kim grace.kim, Omar Haddad omar.haddad, Chloe Martin chloe.m,
Daniel Novak d.novak, Nina Petrova nina.p, Ben Carter ben.carter, Mei Ling Tan meiling.tan`;

const split = (names: string, locale: Locale) =>
  names.split(',').map((entry) => {
    const words = entry.trim().split(/\s+/);
    return { mailbox: words.pop() as string, name: words.join(' '), locale };
  });

/** Forty people. Addresses are in a domain that nobody can own (RFC 2606); numbers are of no network. */
export function makeCustomers(chance: Chance): DemoCustomer[] {
  return [...split(chinese, 'zh-CN'), ...split(english, 'en')].map(({ name, mailbox, locale }, i) => {
    const number = String(i + 1).padStart(4, '0');
    const details = {
      name,
      email: i % 5 === 3 ? null : `${mailbox}@example.com`,
      phone: i % 5 === 3 || i % 3 === 0 ? `+86 100 0000 ${number}` : null,
      account: i % 2 === 0 ? `OK-${chance.between(100_000, 999_999)}` : null,
    };
    return { id: randomUUID(), locale, ...details, words: customerWords(details) };
  });
}
