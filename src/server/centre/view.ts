import type { FastifyRequest } from 'fastify';
import type { Availability } from '../../contract/availability.ts';
import type { Brand } from '../../contract/brand.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Topic } from '../../contract/topics.ts';
import type { Deps } from '../deps.ts';
import { isFramed, pageLocale } from './page-locale.ts';
import { sourcesOf } from './sources.ts';
import { type Words, wordsFor } from './words.ts';

/** Everything the frame of a page needs, whatever the page is about. */
export interface View {
  readonly t: Words;
  readonly locale: Locale;
  readonly brand: Brand;
  readonly brandName: string;
  readonly availability: Availability;
  readonly topics: readonly Topic[];
  /** Other sites that may show the centre in a frame. */
  readonly sites: readonly string[];
  /** Shown in the launcher's panel on such a site. */
  readonly panel: boolean;
  /** Scheme and host people use, without a trailing slash. */
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly now: Date;
  readonly timeZone: string;
}

/** Scheme and host people use for the centre, without a trailing slash. */
export const originOf = ({ config }: Pick<Deps, 'config'>, request: FastifyRequest): string =>
  config.publicUrl ?? `${request.protocol}://${request.host}`;

/** Reads what the frame of every page shows. Availability and topics are read together: one wait, not three. */
export async function viewOf(
  deps: Deps,
  { origin, locale, address, panel }: { origin: string; locale: Locale; address: string; panel: boolean },
): Promise<View> {
  const sources = sourcesOf(deps);
  const [brand, availability, topics, sites] = await Promise.all([
    sources.brand(),
    sources.availability(),
    sources.topics(locale),
    sources.sites(),
  ]);
  const url = new URL(address, 'http://page.invalid');
  return {
    t: wordsFor(locale),
    locale,
    brand,
    brandName: brand.name[locale],
    availability,
    topics,
    sites,
    panel,
    origin,
    path: url.pathname,
    query: url.searchParams,
    now: deps.clock.now(),
    timeZone: deps.config.timeZone,
  };
}

/** The same for the page that was asked for. */
export const openView = (deps: Deps, request: FastifyRequest): Promise<View> =>
  viewOf(deps, {
    origin: originOf(deps, request),
    locale: pageLocale(request),
    address: request.url,
    panel: isFramed(request),
  });

/** A query value as one line of at most `max` characters: pages answer odd queries, they do not refuse them. */
export function textOf(query: URLSearchParams, name: string, max = 200): string {
  const value = query.get(name) ?? '';
  return value
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, max);
}
