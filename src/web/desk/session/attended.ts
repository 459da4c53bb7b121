/** Whoever touched nothing for this long is away from the desk, whatever the page asks by itself. */
const AWAY_AFTER_MS = 60_000;

let touchedAt = Date.now();

const touched = () => {
  touchedAt = Date.now();
};

/** Begins to notice when somebody touches the page. */
export function watchAttendance(): void {
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
    addEventListener(sign, touched, { capture: true, passive: true });
}

/** Whether somebody is at this desk. Tells the server which requests are a person's, so that sessions end when nobody is. */
export const isAttended = (): boolean => Date.now() - touchedAt < AWAY_AFTER_MS;
