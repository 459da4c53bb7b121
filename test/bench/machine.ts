/**
 * Who uses the processors: what each of our processes spends, and how busy the machine is with anything but the
 * bench - a figure that others' work has touched is not one of ours. From proc(5), so on Linux only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** Clock ticks of proc(5) in a second (USER_HZ), the same on every Linux. */
const TICKS_A_SECOND = 100;
const hasProc = existsSync('/proc/self/stat');

interface Process {
  pid: number;
  parent: number;
  ticks: number;
}

function readProcess(pid: string): Process | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { pid: Number(pid), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}

/** Seconds of processor time by process, of `root` and all that descend from it. */
function secondsUnder(root: number): Map<number, number> {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(readProcess)
    .filter((process) => process !== null);
  const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
  const descends = (pid: number): boolean =>
    pid === root || (parents.has(pid) && descends(parents.get(pid) ?? 0));
  return new Map(
    all.filter(({ pid }) => descends(pid)).map(({ pid, ticks }) => [pid, ticks / TICKS_A_SECOND]),
  );
}

/** Seconds that all processors together spent working since the machine started. */
function secondsOfMachine(): number {
  const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.split(/ +/) ?? [];
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = fields.map(Number);
  return (user + nice + system + irq + softirq) / TICKS_A_SECOND;
}

export interface Watched<Result> {
  result: Result;
  /** Share of all processors, 0 to 1, that others used meanwhile. */
  others: number;
  /** Seconds of processor time of each of our processes. */
  spent: Map<number, number>;
}

/** Runs something and tells what it cost; nothing is known without /proc. */
export async function watched<Result>(run: () => Promise<Result>): Promise<Watched<Result>> {
  if (!hasProc) return { result: await run(), others: Number.NaN, spent: new Map() };
  const [machine, own, from] = [secondsOfMachine(), secondsUnder(process.pid), performance.now()];
  const result = await run();
  const seconds = (performance.now() - from) / 1000;
  const spent = new Map(
    [...secondsUnder(process.pid)].map(([pid, after]) => [pid, after - (own.get(pid) ?? 0)]),
  );
  const ours = [...spent.values()].reduce((sum, value) => sum + value, 0);
  const others = Math.max(0, secondsOfMachine() - machine - ours) / (seconds * availableParallelism());
  return { result, others, spent };
}

const CALM = 0.06;
let patienceMs = 60_000;

/** Measures again while others disturb; keeps the least disturbed when the patience for the whole run is used up. */
export async function undisturbed<Result>(run: () => Promise<Result>): Promise<Watched<Result>> {
  let best: Watched<Result> | null = null;
  for (;;) {
    const from = performance.now();
    const latest = await watched(run);
    if (best === null || latest.others < best.others) best = latest;
    if (!(best.others > CALM) || patienceMs <= 0) return best;
    await wait(1000);
    patienceMs -= performance.now() - from;
  }
}
