import type { Catalogue } from './i18n.ts';

const stem = (key: string) => key.replace(/_(one|other)$/, '');
const holes = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');

/** What keeps two catalogues from being the same screen in two languages: one line for each fault. */
export function catalogueFaults(a: Catalogue, b: Catalogue): string[] {
  const faults: string[] = [];
  const [stemsA, stemsB] = [a, b].map(
    (each) => new Map(Object.keys(each).map((key) => [stem(key), each[key] ?? ''])),
  );
  if (stemsA === undefined || stemsB === undefined) return faults;
  for (const key of new Set([...stemsA.keys(), ...stemsB.keys()])) {
    const [inA, inB] = [stemsA.get(key), stemsB.get(key)];
    if (inA === undefined || inB === undefined) faults.push(`${key}: missing in one language`);
    else if (inA.trim() === '' || inB.trim() === '') faults.push(`${key}: empty`);
    else if (holes(inA) !== holes(inB)) faults.push(`${key}: {values} differ`);
  }
  return faults;
}
