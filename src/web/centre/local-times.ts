/** Rewrites times that the server wrote in the centre's zone into the visitor's own. */
export function showLocalTimes(): void {
  const today = new Date().toDateString();
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-moment]')) {
    const at = new Date(time.dateTime);
    const options: Intl.DateTimeFormatOptions =
      at.toDateString() === today
        ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
        : { dateStyle: 'medium' };
    time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, options).format(at);
  }
}
