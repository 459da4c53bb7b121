/** Tries out what accepting proposed questions would do, on a thread of its own: it learns three times. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Rankable } from '../help/ranking/model.ts';
import { type Known, tryQuestions } from '../help/ranking/try-questions.ts';

const { articles, questions } = workerData as { articles: Rankable[]; questions: Known[] };
parentPort?.postMessage(tryQuestions(articles, questions));
