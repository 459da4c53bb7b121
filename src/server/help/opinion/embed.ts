import { z } from 'zod';
import type { Config } from '../../platform/config.ts';

/** What an OpenAI-compatible endpoint answers: https://platform.openai.com/docs/api-reference/embeddings/create */
const Answer = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1).max(8_192) })),
});

export type Endpoint = Pick<Config, 'embeddingsUrl' | 'embeddingsKey' | 'embeddingsModel'>;

function toUnit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}

/**
 * The vectors of texts, of length 1 each, in their order.
 * @throws when the endpoint is not there, is too slow, or answers something else
 */
export async function embed(
  { embeddingsUrl = '', embeddingsKey, embeddingsModel }: Endpoint,
  input: readonly string[],
  withinMs: number,
): Promise<Float32Array[]> {
  const response = await fetch(embeddingsUrl, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(withinMs),
    headers: {
      'content-type': 'application/json',
      ...(embeddingsKey === undefined ? {} : { authorization: `Bearer ${embeddingsKey}` }),
    },
    body: JSON.stringify({ model: embeddingsModel, input, encoding_format: 'float' }),
  });
  if (!response.ok) throw new Error(`the embeddings endpoint answered ${response.status}`);
  const { data } = Answer.parse(await response.json());
  const vectors = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => toUnit(embedding));
  const [first] = vectors;
  const whole = vectors.length === input.length && vectors.every(({ length }) => length === first?.length);
  if (!whole)
    throw new Error('the embeddings endpoint answered another number of vectors than it was asked for');
  return vectors;
}
