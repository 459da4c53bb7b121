import type { Crowd } from './crowd.ts';
import type { Talk } from './talk.ts';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until every message on its way is done, so that a window never pays for the one before. */
async function settled(crowd: Crowd): Promise<void> {
  const lost = Date.now() + 30_000;
  while (crowd.talks.some((talk) => talk.outstanding > 0)) {
    if (Date.now() > lost) throw new Error('messages were lost: some were never acknowledged or delivered');
    await wait(5);
  }
}

/**
 * Closed loop: every customer keeps `inFlight` messages on their way, and sends the next when one is done.
 * @returns messages done per second in the middle `seconds` of the run, and how many the whole run did
 */
export async function saturate(
  crowd: Crowd,
  inFlight: number,
  seconds: number,
): Promise<{ rate: number; done: number }> {
  let done = 0;
  let going = true;
  const owed = new Map<Talk, number>();
  const pay = () => {
    const now = performance.now();
    for (const [talk, count] of owed) talk.send(count, now);
    owed.clear();
  };
  crowd.onFinished((talk, count) => {
    talk.finish(count);
    done += count;
    if (!going) return;
    if (owed.size === 0) setImmediate(pay);
    owed.set(talk, (owed.get(talk) ?? 0) + count);
  });
  for (const talk of crowd.talks) talk.send(inFlight, performance.now());
  await wait(300);
  const [from, doneBefore] = [performance.now(), done];
  await wait(seconds * 1000);
  const rate = ((done - doneBefore) * 1000) / (performance.now() - from);
  going = false;
  await settled(crowd);
  return { rate, done };
}

/**
 * Open loop: `rate` messages a second, dealt to the customers in turn every millisecond, whatever the server does.
 * Latencies count from the moment a message was due, so that a stalled load hides nothing (coordinated omission).
 * @returns milliseconds of every message, sorted
 */
export async function pace(crowd: Crowd, rate: number, seconds: number): Promise<Float64Array> {
  const { talks } = crowd;
  const total = Math.round(rate * seconds);
  const skipped = Math.round(rate * 0.5);
  const latencies: number[] = [];
  let finished = 0;
  crowd.onFinished((talk, count) => {
    const now = performance.now();
    talk.finish(count, (sentAt) => {
      if (finished++ >= skipped) latencies.push(now - sentAt);
    });
  });
  const start = performance.now();
  let sent = 0;
  while (sent < total) {
    const elapsed = Math.floor(performance.now() - start);
    for (const due = Math.min(total, Math.floor((elapsed * rate) / 1000)); sent < due; sent++) {
      const dueAt = start + Math.ceil(((sent + 1) * 1000) / rate);
      (talks[sent % talks.length] as Talk).send(1, dueAt);
    }
    await wait(1);
  }
  await settled(crowd);
  return Float64Array.from(latencies).sort();
}
