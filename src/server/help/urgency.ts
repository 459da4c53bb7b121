import type { Urgency } from '../../contract/help.ts';

const theft =
  /stolen|stole |hack|fraud|scam|lost (my |the )?(card|phone)|not me\b|locked out|account (is |was )?(locked|frozen)|被盗|盗刷|被骗|诈骗|丢了|丢失|遗失|不是我|锁定|被锁|冻结/iu;
const trouble =
  /declin|fail|reject|twice|not (arrive|receiv|work)|missing|失败|没到账|未到账|重复|两次|扣了|没收到/iu;

/** How soon a person must see to a question, by its words alone. */
export function urgencyOf(question: string): Urgency {
  if (theft.test(question)) return 'P1';
  return trouble.test(question) ? 'P2' : 'normal';
}
