/** The reasons of the emergency lane, and the topics a conversation about each belongs to, best first. */
export const urgentReasons = [
  { id: 'locked', icon: 'lock', topics: ['account-security'] },
  { id: 'stolen', icon: 'shield-alert', topics: ['account-security'] },
  { id: 'failed', icon: 'circle-alert', topics: ['payments'] },
] as const;

export type UrgentReason = (typeof urgentReasons)[number];

/** The reason a query names, if it names one. */
export const urgentReason = (id: string): UrgentReason | undefined =>
  urgentReasons.find((reason) => reason.id === id);
