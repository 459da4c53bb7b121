/**
 * How customers of payment services say things in English. A line names a meaning and the phrases that carry it; `~` stands for up to
 * three words in between. Words are compared by their stems, so one form of each is enough. Meanings are shared with chinese.ts.
 */
export const english = `
card: card, plastic, debit card, credit card, bank card
virtual: virtual, digital card, online card, electronic card
disposable: disposable, throw away, throwaway, temporary card, single use, one time card, one time use
physical: physical, real card, actual card, plastic card, tangible, hard copy
spare: spare, second card, another card, additional card, extra card, more than one card, multiple card, two card, more card, card for my wife, card for my husband, card for my daughter, card for my son, card for a friend, family member card
account: account, acct, profile
balance: balance, available money, available fund, how much money
statement: statement, transaction history, history, transaction list
payment: payment, pay, paid, purchase, buy, transaction, bought, checkout, spend
shop: shop, store, merchant, seller, restaurant, supermarket, retailer, market, online, website, grocery, cashier, vendor, amazon
transfer: transfer, send money, sent money, wire, remit, remittance, send fund, send ~ money, money ~ send, money sent, send ~ fund, move money, moving money, iban, swift, sepa
banktransfer: bank transfer, wire transfer, wire, swift, sepa, iban, from my bank, transfer ~ bank, from ~ bank account
directdebit: direct debit, standing order, subscription, recurring payment, automatic debit, mandate
topup: top up, topup, top off, topped, topping, reload, load ~ card, load ~ money, add money, add ~ money, add fund, add ~ fund, put money, put ~ money, recharge, refill, money on my account, money onto, funds into, money in my account, money into, deposit money, add cash, fund my account, fund my card, loading
deposit: deposit, pay in, paid in, paying in, put in
cheque: cheque, check deposit, deposit ~ check, a check, by check, checque, cheques, my check, paper check, cash or check
cash: cash, banknote, bank note, coin, note, bill from the atm
atm: atm, cash machine, money machine, cashpoint, cash point, hole in the wall, machine, cash dispenser, bankomat
withdrawal: withdraw, withdrawal, withdrew, take out, took out, taking out, get cash, got cash, get money out, cash out, pull out, take ~ cash, took ~ cash, get ~ cash, take ~ money out, drew out, take money, got ~ cash, getting cash, receive ~ cash, cash back from, from ~ atm, money out
refund: refund, money back, reimburse, give back, return item, returned item, return ~ item, return ~ product, return ~ purchase, sent back, get back my money
dispute: dispute, chargeback, complain about a charge, contest
fee: fee, charge, cost, price, commission, free, surcharge, how much ~ pay, deduction, extra cost, charged, pay for, expense, hidden cost, penalty, extra money
rate: exchange rate, conversion rate, rate, interbank, conversion, converted, markup
exchange: exchange, convert, conversion, swap, foreign exchange, fx, change currency, trade currency
currency: currency, currencies, fiat, dollar, euro, pound, usd, eur, gbp, aud, yen, ruble, foreign money, international money, rub
crypto: crypto, cryptocurrency, bitcoin, btc, ethereum, token, coin wallet
country: country, countries, abroad, nation, region, overseas, international, europe, eu, usa, where do i need to live, worldwide, world, foreign, location, travel, live in, reside, outside
limit: limit, maximum, max, cap, minimum, as much as, how many, how high, how much can, restriction, at most, too many, number of, highest, lowest, upper, ceiling
identity: identity, id check, id, identification, kyc, who i am, my identity, passport, driving licence, driver license, selfie
verify: verify, verification, verified, confirm, prove, proof, validate, authenticate, check, validation, approved
document: document, passport, paperwork, papers, proof of address, utility bill, what do you need, details do you need, information do you need
source: source of fund, source of money, source of my, where ~ money come from, where ~ fund come from, where ~ money came from, where ~ fund came from, origin of, come from, came from
pin: pin, pin number, pin code, secret number, four digit
passcode: passcode, password, pass code, login code, access code, security code, code to access, app code, credential, log in code, passphrase, reset ~ code
otp: verification code, one time code, sms code, otp, security code, text code, 2fa, authenticator, code by text
blocked: block, blocked, lock, locked, unblock, unlock, too many time, too many attempt, too many tries, wrong ~ time, froze, disabled, restricted, suspended, frozen, exceed ~ attempt, wrong pin, many times, three time, used up
freeze: freeze, block my card, cancel my card, stop my card, deactivate, disable, lock my card, suspend, hotlist
phone: phone, mobile, cell, iphone, android, handset, smartphone, device, sim
details: address, name, surname, email, phone number, personal detail, personal information, detail, information, info, last name, maiden, married, moved, residence, contact detail, new number, profile
age: age, old, young, minor, child, children, kid, son, daughter, teenager, year old, under 18, eighteen, underage, year of age
app: app, application, software
login: log in, login, sign in, log into, access my account, access ~ account, get into, let me in, locked out, logged out, cannot access, access the app
contactless: contactless, tap, tap to pay, touch pay, nfc, tap and pay, wave
wallet: apple pay, google pay, apple watch, samsung pay, android pay, mobile wallet, googlepay, applepay, gpay, apple, google
scheme: visa, mastercard, master card, amex, american express, card scheme, maestro, discover, visa or mastercard
recipient: recipient, beneficiary, payee, receiver, friend, someone else, other person, person i sent, my landlord, my family, other people, somebody, relative, they have not, has not received, family, friends
receive: receive, get money, get paid, accept money, incoming, receive money, send me, paid into, receiving
salary: salary, wage, paycheck, payroll, employer, pay check, pay day, income, my pay
money: money, fund, cash, sum
delivery: deliver, delivery, ship, shipping, post, mail, tracking, courier, postal, track, express, in the mail, mailed, dispatch, postage
arrive: arrive, come, arrival, get here, show up, reach, came, delivered, here yet, turn up
expire: expire, expiry, expiration, expiring, about to expire, run out of date, renew, out of date, valid until, good until
activate: activate, activation, start using, enable, set up my card, turn on, activating, active, ready to use, make ~ active
link: link, connect, add ~ card to, put ~ card into, reactivate, pair, attach, linked, connect card, found my card, found ~ card, add my card, add it to the app, view ~ card in, back into
acceptance: accept, accepted, take my card, use my card, where can i use, work everywhere, usable, place ~ use, shops ~ take, everywhere, anywhere, can i use it, use this card, use the card, use ~ card
support: support, available, operate, supported, allow, offer, compatible, service, possible, eligible, which, provide, hold
lost: lost, lose, missing, misplace, cannot find, gone, left ~ behind, dropped, could not find, forgot ~ at, disappeared
stolen: stolen, steal, stole, thief, theft, rob, robbed, mugged, burglar, pickpocket, took my card, took my phone, nicked, snatched, taken from me
fraud: fraud, fraudulent, scam, hack, hacked, compromised, unauthorized, unauthorised, suspicious, without my permission, without permission, phishing, cloned, someone use my, someone using, someone else use, someone else using, else ~ using, somebody use, used my card, using my card, used by someone, identity theft, security breach, stolen detail, has my card detail, got my card detail, breach, access ~ my card, not authorize, impersonat
unrecognised: not recognise, not recognize, unrecognised, unrecognized, not make, not mine, was not me, not do, did not authorise, not authorize, never made, never make, strange, unknown, unfamiliar, not know, do not remember, never bought, not by me, never authorised, not buy, did not purchase, not set up, was not made by me, not familiar, not complete by me, never heard, not purchase, wasn't me, not request, someone else, not my, did not take, never took, not approve, no idea, never set up, not sign up, not from me
twice: twice, double, duplicate, two time, 2 time, more than once, multiple time, same ~ two, second time, repeated, again, charged two, 2x, both, duplicated, doubled, two payments, two charge, two transaction, several time, multiple charge
extra: extra, additional, unexpected, unknown fee, hidden, one pound, 1 pound, one euro, one dollar, a dollar, 1 dollar, 1 euro, random, small charge, weird, strange fee, mystery, more than, overcharged, do not know what, 1
wrong: wrong, incorrect, mistake, error, not right, not correct, different, inaccurate, too high, too low, off, bad rate, miscalculated, not accurate, bad, mistaken, improper, not match, terrible, unfair, less than, too much, overcharge
amount: amount, sum, how much, total, less, not all, only gave, only got, part of, half, short, full amount, less cash, less money, partial, only receive, requested, asked for, more than
pending: pending, still wait, waiting, processing, in progress, not complete, not completed, not gone through yet, not clear, outstanding, stuck, not process, not finish, still says, hold, not yet, been a while, on hold, cleared, long ~ pending, process, going through
declined: decline, reject, refuse, deny, denied, not accept, not allow, would not take, not go through, not gone through, turned down, rejected, not authorised, not let me, rejection, keep decline, not approve, not work at
failed: fail, failed, failure, error, not work, not go through, unsuccessful, not successful, unable, could not, did not complete, not gone through, cannot make, crash, problem with, not went through, not succeed, not able, not make, trouble, issue, will not
notworking: not work, does not work, broken, not function, stop work, malfunction, out of order, defective, not function, cannot use, unable to use, not use, damaged, faulty, not able to use, problem with my, trouble with, fix, will not work, not read, issue with, doesn't work, not operate
reverted: revert, reverse, cancelled, canceled, returned, was cancel, has been cancel, got cancel, back into my account, came back, sent back to me, bounced, back in my account, undone, reversal, return to my, put back, been returned, went back, got returned
cancel: cancel, undo, stop ~ payment, take back, recall, reverse ~ transfer, made a mistake, wrong account, wrong person, stop a, want to cancel, need to cancel, withdraw the transfer, call back, abort, incorrect account, change my mind, changed my mind, how ~ cancel
notarrived: not arrive, not come, not receive, not show, not reach, still wait, not here, not get, where is, not appear, not see, not updated, not update, missing, never arrive, never came, not received, not there, has not been, not credit, still have not, no sign, not in my account, not yet, not land, not hit, cannot see, not visible, did not get, never received, never got, never show, where are, not available, not gone up, not reflect, not increase, not change, taking too long, not been credited, not deposited, not been delivered, where did, where has, not got
time: how long, when, how soon, how many day, timeframe, time frame, estimate, how fast, wait time, duration, how quick, timing, processing time, time take, by when, day ~ take, long ~ take, how much time, what time, take ~ day, hour, estimated, usually take, soon, expect, fast, urgent, quick
where: where, find, locate, location, nearest, nearby, closest, near me
howto: how do i, how can i, how to, what do i need to do, what step, can i, what should i, show me, tell me how, walk me through, process for, help me, how would i, procedure, instruction, guide, way to, i want to, i would like, need to
why: why, reason, how come, explain, what for, what happen, cause, purpose, necessary, what is going on
get: get, order, obtain, apply, request, want, issue, have, receive, buy, sign up for, purchase, how do i get, can i have, need a, get one, procure, create, acquire, make, send me
replacement: replacement, replace, new card, new one, reissue, renewal, another one, next card
change: change, update, edit, modify, correct, new, switch, alter, amend, different, reset, set, choose, adjust
close: close ~ account, delete ~ account, terminate, cancel ~ account, deactivate ~ account, remove ~ account, shut down, end ~ account, leave your, stop using, get rid of, do not want ~ account, closing, unsubscribe, delete, erase
open: open ~ account, register, sign up, create ~ account, new account, join, set up an account, start an account
auto: automatic, auto, automatically, low balance, run out, running low, set up ~ top up, when ~ low, schedule, balance gets low, falls below, recurring
swallowed: swallow, ate, eaten, retain, kept my card, stuck in, keep my card, took my card, card back, confiscate, capture, sucked, not give ~ back, will not give, not return ~ card, did not return, never returned, stole my card, not come out, not give me my card, machine ~ card, stuck, inside the, eat, card in the machine
forgot: forgot, forget, forgotten, not remember, lost my password, reset, do not know my, remember, cannot recall, recover
loan: loan, borrow, lend, credit line, cash advance, mortgage
interest: interest, apr, annual percentage, yield
instalment: instalment, installment, monthly payment, pay over time, months
repay: repay, repayment, pay back, pay off, due date, due
overdue: overdue, late, past due, missed payment, delinquent
creditlimit: credit limit, credit line, increase my limit, raise ~ limit
creditscore: credit score, credit report, credit history, credit rating, credit bureau
bill: bill, invoice, electric, utility, water, phone bill, cable
points: point, reward, cashback, miles, bonus, loyalty, redeem, coupon, voucher, promo, promotion
routing: routing number, account number, sort code, swift code, bic
checkbook: checkbook, check book, new checks, order checks, more checks
agent: agent, human, person, representative, customer service, support team, call you, contact you, phone line, hotline
tax: tax, irs, 1099, w2, vat
insurance: insurance, insured, claim, coverage
`;

/** Meanings that make another likely: `meaning > other weight`. */
export const relations = `
atm > withdrawal 0.6
atm > cash 0.5
cash > withdrawal 0.4
withdrawal > cash 0.5
withdrawal > atm 0.3
shop > payment 0.5
scheme > card 0.3
virtual > card 0.3
disposable > virtual 0.5
disposable > card 0.3
cheque > deposit 0.5
salary > receive 0.5
banktransfer > transfer 0.6
recipient > transfer 0.4
swallowed > atm 0.4
swallowed > card 0.3
contactless > payment 0.2
wallet > phone 0.2
stolen > lost 0.5
lost > stolen 0.3
rate > exchange 0.4
exchange > currency 0.4
currency > exchange 0.3
declined > failed 0.5
failed > declined 0.4
notarrived > pending 0.4
pending > notarrived 0.3
expire > replacement 0.3
replacement > expire 0.1
delivery > arrive 0.5
arrive > delivery 0.4
time > delivery 0.1
forgot > passcode 0.2
identity > verify 0.5
document > identity 0.3
fraud > unrecognised 0.4
unrecognised > fraud 0.3
stolen > fraud 0.2
deposit > topup 0.4
topup > deposit 0.3
passcode > login 0.3
login > passcode 0.2
account > app 0.1
`;
