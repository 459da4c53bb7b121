/** Kept apart from the schemas, so that pages can use them without a parser. The kinds of secret the guard knows. `removed` in an event names one of them. */
export const secretKinds = [
  'card',
  'cvv',
  'expiry',
  'password',
  'pin',
  'otp',
  'id-number',
  'iban',
  'bank-account',
  'seed-phrase',
  'private-key',
  'api-secret',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/**
 * Kinds that are told by the words around them and by nothing else, so that the guard may be mistaken. Only these may be
 * sent after all when the writer says "it is not one"; what a check digit, a word list or its own form gives away may not.
 */
export const mistakableKinds = [
  'cvv',
  'expiry',
  'password',
  'pin',
  'otp',
  'bank-account',
] as const satisfies readonly SecretKind[];
export type MistakableKind = (typeof mistakableKinds)[number];

export const isMistakable = (kind: SecretKind): kind is MistakableKind =>
  (mistakableKinds as readonly SecretKind[]).includes(kind);
