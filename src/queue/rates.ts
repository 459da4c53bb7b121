/** What lately happened in the queue, from which the rates of an estimate are measured. Times in milliseconds. */
export interface Recent {
  /** Conversations that agents completed, and the time agents spent with these and with those still open. */
  completed: number;
  servedFor: number;
  /** Customers who left before their turn, and the time all customers spent waiting. */
  left: number;
  waitedFor: number;
  /** Emergencies and other cases of priority that came, and the time in which they came. */
  emergencies: number;
  priorities: number;
  watchedFor: number;
  /** Conversations that were taken, and the time in which somebody waited for it. */
  taken: number;
  queuedFor: number;
}

/** How often each happens, per millisecond: occurrences over exposure, which counts what is not over yet as well. */
export interface Rates {
  service: number;
  leaving: number;
  emergencies: number;
  priorities: number;
  taking: number;
}

/** Fewer completed conversations than this say nothing about how long the next will take. */
const COMPLETED_MIN = 5;

/** Null while too little has happened to say anything. */
export function ratesOf(recent: Recent): Rates | null {
  if (recent.completed < COMPLETED_MIN || recent.servedFor <= 0) return null;
  const per = (count: number, time: number) => (time > 0 ? count / time : 0);
  return {
    service: recent.completed / recent.servedFor,
    leaving: per(recent.left, recent.waitedFor),
    emergencies: per(recent.emergencies, recent.watchedFor),
    priorities: per(recent.priorities, recent.watchedFor),
    taking: per(recent.taken, recent.queuedFor),
  };
}
