import type { Availability } from '../../contract/availability.ts';
import type { Brand } from '../../contract/brand.ts';
import type { Schedule } from '../../contract/hours.ts';
import { countOnline } from '../agents/count-online.ts';
import { readBrand } from '../brand/read-brand.ts';
import type { Deps } from '../deps.ts';
import { availability, type OpeningHours, openState, periodsOn } from './availability.ts';
import { scheduleFor } from './list-schedules.ts';
import { localTime } from './zoned.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function phoneState(hours: OpeningHours, now: Date, { phones }: Brand): Availability['phone'] {
  const numbers = phones.map((phone) => phone.number);
  if (numbers.length === 0) return { state: 'none', opensAt: null, closesAt: null, numbers };
  const { open, opensAt, closesAt } = openState(hours, now);
  return { state: open ? 'open' : 'closed', opensAt: iso(opensAt), closesAt: iso(closesAt), numbers };
}

const mailState = ({ emails, emailReplyHours }: Brand): Availability['email'] => ({
  state: emails.length === 0 ? 'none' : 'open',
  addresses: emails,
  replyWithinHours: emailReplyHours,
});

/** The truth of this minute about every way of contact; for one team, or (null) for the centre. */
export async function readAvailability(
  deps: Pick<Deps, 'sql' | 'clock' | 'config'>,
  teamId: string | null = null,
): Promise<Availability> {
  const { sql, clock, config } = deps;
  const [brand, agentsOnline, chat, phone] = await Promise.all([
    readBrand(sql),
    countOnline(sql, teamId),
    scheduleFor(sql, 'chat', teamId),
    scheduleFor(sql, 'phone', teamId),
  ]);
  const now = clock.now();
  const { timeZone } = config;
  const today = localTime(now, timeZone).date;
  const opening = ({ week, exceptions }: Schedule): OpeningHours => ({ hours: week, exceptions, timeZone });
  const state = availability({ ...opening(chat), now, agentsOnline });
  return {
    now: now.toISOString(),
    timeZone,
    chat: { ...state, opensAt: iso(state.opensAt), closesAt: iso(state.closesAt) },
    phone: phoneState(opening(phone), now, brand),
    email: mailState(brand),
    hoursToday: { chat: periodsOn(opening(chat), today), phone: periodsOn(opening(phone), today) },
    holiday: chat.exceptions.find((exception) => exception.date === today)?.name ?? null,
  };
}
