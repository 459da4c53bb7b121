/** Says what an article that was found would do to the one that is there. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type { ArticleContent } from '../../../contract/editing.ts';
import { fieldPhrase } from '../../../contract/field-words.ts';
import type { Locale } from '../../../contract/locale.ts';
import { HOLDS_SECRET, whereSecrets } from '../../guard/refuse-secrets.ts';
import { whatIsMissing } from '../editing/complete.ts';
import { pathsChanged } from '../editing/paths-changed.ts';
import type { Fault, Portable } from './portable.ts';

/** New articles stand behind those that are there. */
const LAST = 1_000;

/** What is known of the centre that an article comes to. */
export interface Surroundings {
  readonly topics: ReadonlySet<string>;
  /** Staff by e-mail address. */
  readonly owners: ReadonlyMap<string, string>;
  /** Ids that lead to an article of another name. */
  readonly former: ReadonlySet<string>;
}

export interface Weighed {
  readonly outcome: 'added' | 'changed' | 'unchanged' | 'refused';
  /** What would be there; null when it is refused. */
  readonly content: ArticleContent | null;
  readonly fields: readonly string[];
  readonly faults: readonly Fault[];
}

const nothing: ArticleContent['versions'] = { 'zh-CN': null, en: null };

function merged(
  { settings, versions }: Portable,
  before: ArticleContent | undefined,
  { owners }: Surroundings,
): ArticleContent {
  const { topic, position, contact, owner, related, terms } = settings;
  const kept = before?.ownerId ?? null;
  return {
    topic,
    position: position ?? before?.position ?? LAST,
    related,
    terms,
    contact,
    ownerId: owner === null ? null : owner === undefined ? kept : (owners.get(owner) ?? kept),
    versions: { ...(before?.versions ?? nothing), ...versions },
  };
}

interface Asked {
  readonly publish: boolean;
  /** Language of what is said of faults. */
  readonly speak: Locale;
}

/** `known` is what is there under this id. Whoever owns it is left out where nobody of that address works here. */
export function weigh(
  article: Portable,
  known: { content: ArticleContent; archived: boolean } | undefined,
  around: Surroundings,
  { publish, speak }: Asked,
): Weighed {
  const { id, source, line, settings } = article;
  const content = merged(article, known?.content, around);
  const fault = (field: string, message: string): Fault => {
    return { source, line, id, field, message: fieldPhrase(message, speak) };
  };
  const same = known !== undefined && isDeepStrictEqual(known.content, content);
  const refusals = [
    ...(around.topics.has(settings.topic) ? [] : [fault('topic', 'names a topic that does not exist')]),
    ...(known?.archived ? [fault('id', 'names an article that is archived')] : []),
    ...(known === undefined && around.former.has(id) ? [fault('id', 'is already taken')] : []),
    ...whereSecrets(content.versions, true).map((path) => fault(path, HOLDS_SECRET)),
    ...(publish && !same ? whatIsMissing(content).map(({ path, message }) => fault(path, message)) : []),
  ];
  if (refusals.length > 0) return { outcome: 'refused', content: null, fields: [], faults: refusals };
  const { owner } = settings;
  const unknown = typeof owner === 'string' && !around.owners.has(owner);
  const faults = unknown ? [fault('owner', 'names somebody who does not exist')] : [];
  if (known === undefined) return { outcome: 'added', content, fields: [], faults };
  if (same) return { outcome: 'unchanged', content, fields: [], faults };
  return { outcome: 'changed', content, fields: pathsChanged(known.content, content), faults };
}
