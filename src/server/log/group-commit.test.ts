import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GroupCommit, type Pending } from './group-commit.ts';

interface Post {
  key: number;
  number: number;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A log that appends a key's post only to the post it was built on, as the real one does, and at times throws a batch away. */
function fakeLog(fails: boolean[]) {
  const logs = new Map<number, number[]>();
  let underWay: Promise<unknown> = Promise.resolve();
  let batch = 0;
  const expected = new Map<number, number>();
  const commit = (jobs: Pending<Post, void>[]) => {
    const builtOn = new Map<number, number>();
    for (const { item } of jobs) {
      if (!builtOn.has(item.key))
        builtOn.set(item.key, expected.get(item.key) ?? logs.get(item.key)?.length ?? 0);
      expected.set(item.key, (expected.get(item.key) ?? logs.get(item.key)?.length ?? 0) + 1);
    }
    const isLost = fails[batch++] === true;
    const landed = underWay.then(async () => {
      await turn();
      const moves = ({ item }: Pending<Post, void>) =>
        !isLost && builtOn.get(item.key) === heights.get(item.key);
      const heights = new Map([...builtOn.keys()].map((key) => [key, logs.get(key)?.length ?? 0]));
      for (const { item, resolve } of jobs.filter(moves)) {
        logs.set(item.key, [...(logs.get(item.key) ?? []), item.number]);
        resolve();
      }
      const again = jobs.filter((job) => !moves(job));
      for (const { item } of again) expected.delete(item.key);
      return again;
    });
    underWay = landed;
    return landed;
  };
  const prepare = async (jobs: Pending<Post, void>[]) => {
    await turn();
    return { jobs, commit: () => commit(jobs) };
  };
  return { logs, prepare };
}

test('whatever is thrown away, everything lands once and in the order it was submitted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(3), { maxLength: 8 }), { maxLength: 12 }),
      fc.array(fc.boolean(), { maxLength: 12 }),
      fc.constantFrom(1, 2),
      async (turns, fails, flights) => {
        const { logs, prepare } = fakeLog(fails);
        const group = new GroupCommit<Post, void>(prepare, { flights, maxBatch: 5, company: 2 });
        const submitted = new Map<number, number[]>();
        const settled: Promise<void>[] = [];
        let number = 0;
        for (const keys of turns) {
          for (const key of keys) {
            submitted.set(key, [...(submitted.get(key) ?? []), ++number]);
            settled.push(group.submit({ key, number }));
          }
          await turn();
        }
        await group.drain();
        await Promise.all(settled);
        expect(group.busy).toBe(false);
        expect(logs).toEqual(submitted);
      },
    ),
  );
});

test('a batch that cannot be sent, or does not land, is told to its senders, and the next goes on', async () => {
  let batch = 0;
  const group = new GroupCommit<string, string>(
    async (jobs) => {
      batch++;
      if (batch === 1) throw new Error('not sent');
      const commit = async () => {
        if (batch === 2) throw new Error('not landed');
        for (const { item, resolve } of jobs) resolve(item);
        return [];
      };
      return { jobs, commit };
    },
    { flights: 2 },
  );
  await expect(group.submit('a')).rejects.toThrow('not sent');
  await expect(group.submit('b')).rejects.toThrow('not landed');
  expect(await group.submit('c')).toBe('c');
});

test('a log that stands still refuses what it cannot hold, and takes more when it moves again', async () => {
  let release = () => {};
  const stands = new Promise<void>((resolve) => {
    release = resolve;
  });
  const group = new GroupCommit<number, number>(
    async (jobs) => {
      await stands;
      const commit = async () => {
        for (const { item, resolve } of jobs) resolve(item);
        return [];
      };
      return { jobs, commit };
    },
    { flights: 1, maxWaiting: 3 },
  );
  const first = group.submit(0);
  await turn();
  const held = [1, 2, 3].map((number) => group.submit(number));
  await expect(group.submit(4)).rejects.toMatchObject({ code: 'unavailable' });
  release();
  expect(await Promise.all([first, ...held])).toEqual([0, 1, 2, 3]);
  expect(await group.submit(5)).toBe(5);
});
