/** Mail addresses, and numbers as long as those of orders, accounts and telephones. */
const ofOneCase = /[^\s@，。：]+@[\w.-]*\w|\d(?:[ -]?\d){5,}/gu;

/** A text about one person's case without their name, addresses and numbers: an ellipsis stands where they were. Pure. */
export function withoutPerson(text: string, name: string): string {
  const called = name.trim();
  const nameless = called.length < 2 ? text : text.replaceAll(called, '…');
  return nameless.replace(ofOneCase, '…');
}
