import type { FastifyRequest } from 'fastify';
import type { Availability } from '../../contract/availability.ts';
import type { Brand } from '../../contract/brand.ts';
import type { MyConversation } from '../../contract/conversations.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Topic } from '../../contract/topics.ts';
import { readBrand } from '../brand/read-brand.ts';
import { listMyConversations } from '../conversations/list-my-conversations.ts';
import { findCustomerOf } from '../customers/identify.ts';
import type { Deps } from '../deps.ts';
import { readAvailability } from '../hours/read-availability.ts';
import { readSites } from '../launcher/read-sites.ts';
import { listTopics } from '../topics/list-topics.ts';

/** What the pages show that other nouns know. */
export interface Sources {
  brand(): Promise<Brand>;
  sites(): Promise<string[]>;
  availability(): Promise<Availability>;
  topics(locale: Locale): Promise<Topic[]>;
  conversations(request: FastifyRequest): Promise<MyConversation[]>;
}

/** The nouns behind the pages; each is asked through its own verb. */
export function sourcesOf(deps: Deps): Sources {
  return {
    brand: () => readBrand(deps.sql),
    sites: () => readSites(deps.sql),
    availability: () => readAvailability(deps),
    topics: (locale) => listTopics(deps.sql, locale),
    conversations: async (request) => {
      const customer = await findCustomerOf(deps, request);
      return customer === null ? [] : listMyConversations(deps.sql, customer.id);
    },
  };
}
