/** Puts a number before the page's title while there is something unread. */
export function showUnreadInTitle(count: number): void {
  const bare = document.title.replace(/^\(\d+\+?\) /, '');
  const title = count > 0 ? `(${count > 99 ? '99+' : count}) ${bare}` : bare;
  if (document.title !== title) document.title = title;
}
