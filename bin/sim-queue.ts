/**
 * `npm run -s sim:queue -- --seed N`: a day of a centre at its usual load, at three times and at ten times of it, in
 * virtual time. Prints one JSON line.
 */
import { parseArgs } from 'node:util';
import { simulateQueue } from '../test/queue-day/simulate.ts';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
console.log(JSON.stringify(simulateQueue(Number(values.seed), { agents: 72, hours: 12 })));
