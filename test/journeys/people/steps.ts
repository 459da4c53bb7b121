import { beforeEach } from 'vitest';

/** The tests around it are the steps of one journey: when one fails, those after it have nothing to stand on. */
export function stepByStep(): void {
  let broken = false;
  beforeEach(({ skip, onTestFailed }) => {
    skip(broken, 'an earlier step of this journey failed');
    onTestFailed(() => {
      broken = true;
    });
  });
}
