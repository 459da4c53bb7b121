import type { RequestFailed } from '../../api/client.ts';

/** What the server says of an input, by the path it gives it; of an entry in a list, with the number of its line. */
export type Fault = (path: string) => string | undefined;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const faultAt =
  (refusal: RequestFailed | null): Fault =>
  (path) => {
    const found = refusal?.fields.find((field) => field.path === path || field.path.startsWith(`${path}.`));
    if (found === undefined) return undefined;
    const line = Number(found.path.slice(path.length + 1).split('.')[0] || Number.NaN);
    return Number.isInteger(line) ? `${line + 1}: ${found.message}` : sentence(found.message);
  };
