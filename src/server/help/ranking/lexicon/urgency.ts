/**
 * What makes a question urgent, in both languages; written like english.ts. `alarm` alone is P1, `trouble` alone is P2; the rest counts in
 * company, as urgency.ts says.
 */
export const urgencyPhrases = `
alarm: stolen, stole, steal, theft, thief, mugged, robbed, burgled, pickpocket, hacked, hacker, compromised, fraud, fraudulent, scam, scammed, unauthorised, unauthorized, cloned, someone use my, somebody use my, someone used my, someone using my, someone else use, someone else using, someone is using, someone ~ access, someone has my, someone got my, used without, without my permission, without my knowledge, without my consent, identity theft, phished, not authorised by me, suspicious, not recognise, unrecognised, not recognized, not recognize, do not know who ~ took, someone took, took money, someone has taken, locked out
alarm: 盗, 被盗, 盗刷, 盗用, 冒用, 诈骗, 被骗, 骗了, 骗走, 骗子, 黑客, 木马, 钓鱼, 不是我本人, 非本人, 不是本人, 不是我操作, 不是我弄, 不是我~用, 不是我~买, 不是我~借, 不是我消费, 别人~用了我, 别人刷, 被人刷, 被人用, 被别人, 有人~登录我, 有人~用我, 异地登录, 莫名~扣, 莫名~多了, 莫名~欠, 莫名~账单, 莫名其妙~扣, 莫名其妙~花呗, 莫名~自动, 莫名其妙~多, 无故~扣, 无缘无故~扣, 自己扣, 乱扣, 凭空多, 没有授权, 没授权, 未授权, 未经, 我没借, 没有借过, 陌生~扣, 钱不见, 钱没了, 钱~哪里去了, 钱被转, 被转走, 钱去哪
gone: lost, lose, missing, misplace, cannot find, can not find, could not find, not find, left ~ in, left ~ at, disappear, dropped, gone
gone: 丢, 丢了, 丢失, 遗失, 掉了, 弄丢, 不见了, 找不到, 失窃
key: card, phone, mobile, wallet, purse, handset, sim, cell, iphone
key: 手机, 银行卡, 卡, 电话丢, 电话卡, 钱包, 身份证, 手机卡
stranger: not make, not made, did not do, not mine, never made, not by me, was not me, not set up, never authorised, not authorise, not buy, not purchase, not know what, not remember, not request, unknown, strange, unfamiliar, not do, do not know, i did not, never bought, not familiar, by someone else, not get it, not from me
stranger: 没用, 没有用, 没用过, 没有消费, 没消费, 没使用, 没有使用, 没买, 没有买, 未使用, 没花, 没刷, 没付, 没借
movement: payment, transaction, purchase, withdrawal, withdraw, charge, direct debit, debit, transfer, cash
movement: 扣, 账单, 还款, 欠, 分期, 扣钱, 扣款, 要还
eaten: swallow, swallowed, ate my card, ate ~ card, eaten, kept my card, kept ~ card, keep my card, kept it, retained, card ~ stuck, stuck in the, stuck in, machine ~ took, machine took, not give ~ card back, not return ~ card, card back, confiscate, took my card, took ~ card
eaten: 吞卡, 吞了, 卡被吞
shut: blocked, block, locked, lock, frozen, freeze, suspended, disabled, unblock, unlock, restricted, too many ~ attempt, too many ~ time, too many ~ tries, too many ~ pin, deactivated, wrong pin, used up ~ tries, exceed
shut: 冻结, 锁, 封, 被封, 封号, 停用, 限制登录, 被限制, 解冻, 关闭了, 被关闭, 关了
trouble: decline, declined, rejected, reject, refused, denied, failed, fail, fails, failing, failure, not work, does not work, did not work, not working, not function, broken, not go through, did not go through, not gone through, not went through, will not go through, cannot make a, unable to make, not allowed, not let me, will not let me, would not let me, not allow me, not accept my, unsuccessful, reverted, reversed, was cancelled, been cancelled, got cancelled, was returned, been returned, keeps getting, not possible to, bounced, not able to, unable to, will not work, stopped working, quit working, not complete
trouble: 失败, 扣款失败, 还款失败, 支付失败, 登录失败, 付款失败, 不成功, 没成功, 未成功, 扣了两次, 扣两次, 扣了2次, 两次钱, 重复扣, 多扣, 重复支付, 重复付款, 重复还款, 扣两笔, 扣了两笔, 又扣了, 再扣一, 也一起扣, 也扣了, 双重, 没到账, 没有到账, 未到账, 还没到账, 没到帐, 未到帐, 没有到帐, 不到账, 不到帐, 没收到, 没有收到, 未收到, 收不到, 迟迟, 打不开, 登不上, 登不了, 登陆不, 登录不, 无法登录, 无法登陆, 不能登录, 不能登陆, 进不去, 没反应, 没有反应, 闪退, 支付不了, 付不了, 用不了, 付款不了, 扣不了, 还不了, 转不了, 提现不了, 提不了, 取不出, 出错, 报错, 系统异常, 扣了钱, 钱扣了, 钱也扣了, 已扣款, 扣款了~没, 扣了~没, 显示失败, 显示没, 显示未, 显示异常, 账户异常, 错误
money: transfer, deposit, balance, cheque, payment, funds, recipient, beneficiary, money
money: 钱, 款, 元
absent: not arrive, not arrived, not receive, not received, not show, not update, not updated, not appear, not reach, not credit, not there, not see, still wait, not in my account, not reflect, not come through, not get the, has not got, never received, never arrived, not gone up, not available, nothing happen
twice: twice, double, duplicate, two time, charged two, same payment, multiple time, two charge, repeated, more than once, 2 time
short: wrong amount, wrong cash, incorrect amount, less than, less cash, less money, not the right amount, only gave, only got, only received, not full amount, not give ~ all, not get all, not all the, short changed, different amount, amount ~ different, 少给, 金额不对
supposed: 如果, 假如, 要是, 会不会, 会~吗, 会~么, 是否会, 可以分期, 额度后, 冻结额度, 冻结花呗的额度, 多久才能再, 证明, 什么后果, 有什么影响
forgot: forgot, forgotten, not remember, reset ~ passcode, reset ~ password, lost ~ password, lost ~ passcode
code: passcode, password, pass code, code
proofless: unable to verify, cannot verify, not verify ~ identity, cannot prove, not prove, not verifying, identity ~ not, verification ~ failed, not believe ~ me, identity check ~ not, identity ~ failed, denied ~ identity, verify ~ identity ~ not, not accept ~ identity, not able to verify
`;
