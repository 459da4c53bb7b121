/** One timer at a time: setting it again replaces it. */
export class Deadline {
  #timer: ReturnType<typeof setTimeout> | undefined;

  set(ms: number, then: () => void): void {
    this.clear();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      then();
    }, ms);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  get running(): boolean {
    return this.#timer !== undefined;
  }
}
