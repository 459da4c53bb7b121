import type { FastifyRequest } from 'fastify';
import type { Availability } from '../../contract/availability.ts';
import type { Brand } from '../../contract/brand.ts';
import type { MyConversation } from '../../contract/conversations.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Topic } from '../../contract/topics.ts';
import { readBrand } from '../brand/read-brand.ts';
import { myConversations } from '../conversations/my-store.ts';
import { findCustomerOf } from '../customers/identify.ts';
import type { Deps } from '../deps.ts';
import { listTopics } from '../topics/list-topics.ts';

/** What the pages show that other nouns know. */
export interface Sources {
  brand(): Promise<Brand>;
  availability(): Promise<Availability>;
  topics(locale: Locale): Promise<Topic[]>;
  conversations(request: FastifyRequest): Promise<MyConversation[]>;
}

export function sourcesOf(deps: Deps): Sources {
  return {
    brand: () => readBrand(deps.sql),
    availability: async () => ({
      now: deps.clock.now().toISOString(),
      timeZone: deps.config.timeZone,
      chat: { state: 'online', reason: 'open', opensAt: null, closesAt: null },
      phone: { state: 'open', opensAt: null, closesAt: null, numbers: ['400-555-0199'] },
      email: { state: 'open', addresses: ['support@okpay.example'], replyWithinHours: 4 },
      hoursToday: {
        chat: [{ opens: '00:00', closes: '24:00' }],
        phone: [{ opens: '09:00', closes: '21:00' }],
      },
      holiday: null,
    }),
    topics: (locale) => listTopics(deps.sql, locale),
    conversations: async (request) => {
      const customer = await findCustomerOf(deps, request);
      return customer === null ? [] : myConversations(deps.sql, customer.id);
    },
  };
}
