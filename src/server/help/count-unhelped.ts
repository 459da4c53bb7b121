import type { ISql } from 'postgres';
import { type ReasonRow, reasonsSince, votesSince } from './reasons-store.ts';

/** The latest so many reasons are looked at. */
const LOOKED_AT = 5_000;

/** What readers said of an article that did not help them. */
export interface Unhelped {
  readonly articleId: string;
  readonly solved: number;
  readonly unsolved: number;
  readonly reasons: readonly ReasonRow[];
}

/** Articles that did not help somebody since a time: votes and reasons of each. */
export async function countUnhelped(sql: ISql, since: Date): Promise<Unhelped[]> {
  const [votes, reasons] = await Promise.all([votesSince(sql, since), reasonsSince(sql, since, LOOKED_AT)]);
  const voted = new Map(votes.map((each) => [each.articleId, each]));
  const said = Map.groupBy(reasons, ({ articleId }) => articleId);
  return [...new Set([...voted.keys(), ...said.keys()])].map((articleId) => ({
    articleId,
    solved: voted.get(articleId)?.solved ?? 0,
    unsolved: voted.get(articleId)?.unsolved ?? 0,
    reasons: said.get(articleId) ?? [],
  }));
}
