import type { Chance } from './chance.ts';
import type { DemoCustomer } from './customers.ts';
import { longStory } from './long-story.ts';
import { minutesOf, type Story } from './story.ts';

/** A story that happened to somebody: with its customer, its figures and the time of each of its lines. */
export interface Telling {
  story: Story;
  customer: DemoCustomer;
  /** UTC, one for each line, ascending. */
  times: Date[];
  values: Record<string, string>;
}

/** How often finished stories are told again, for others and further back. */
const RETELLINGS = 14;
const MINUTE = 60_000;

const merchants = {
  'zh-CN': ['悦读书店', '青禾超市', '云上视频', '小鹿外卖', '城际出行', '暖冬家居'],
  en: ['Harbour Books', 'Greenleaf Market', 'Cloudview TV', 'Swift Rides', 'Nordic Home'],
};

function valuesFor({ locale }: Story, start: Date, chance: Chance): Record<string, string> {
  const amount = chance.between(1_800, 268_000) / 100;
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: locale === 'en' ? 'USD' : 'CNY',
  });
  const day = start.toISOString().slice(2, 10).replaceAll('-', '');
  const tail = Array.from({ length: 6 }, () => chance.pick([...'ABCDEFGHJKLMNPQRSTUVWXYZ'])).join('');
  return {
    amount: money.format(amount),
    merchant: chance.pick(merchants[locale]),
    clock: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(start),
    tx: `TX${day}${tail}`,
  };
}

/** Lines a minute or two apart, the last one as long ago as the story says; what is written down at once comes quicker. */
function timesOf({ lines, ago }: Story, now: Date, chance: Chance): Date[] {
  const pause = lines.length > 50 ? [5, 40] : [25, 150];
  let at = now.getTime() - minutesOf(ago) * MINUTE - chance.between(0, 50) * 1000;
  const backwards = [...lines].reverse().map(() => {
    const time = new Date(at);
    at -= chance.between(pause[0] as number, pause[1] as number) * 1000;
    return time;
  });
  return backwards.reverse();
}

/** Everything that happens in the demonstration, before anything is written. */
export function plan(stories: Story[], customers: DemoCustomer[], now: Date, chance: Chance): Telling[] {
  const finished = stories.filter(({ ends }) => ends === 'resolved');
  const again = Array.from({ length: RETELLINGS }, (_, i) => {
    const story = finished[i % finished.length] as Story;
    return { ...story, ago: `${minutesOf(story.ago) + (10 + 2 * i) * 1440 + chance.between(-300, 300)}m` };
  });
  const queues = new Map(
    (['zh-CN', 'en'] as const).map((locale) => [locale, customers.filter((c) => c.locale === locale)]),
  );
  return [...stories, longStory(), ...again].map((story) => {
    const queue = queues.get(story.locale) as DemoCustomer[];
    const customer = queue.shift() as DemoCustomer;
    // Those who were served come again later: that is what "earlier conversations" shows.
    queue.push(customer);
    const times = timesOf(story, now, chance);
    return { story, customer, times, values: valuesFor(story, times[0] as Date, chance) };
  });
}
