import type { Locale } from '../../contract/locale.ts';
import type { Role } from '../../contract/roles.ts';

/** The signed-in member of staff behind a request. */
export interface RequestStaff {
  readonly id: string;
  /** What customers and colleagues see. */
  readonly name: string;
  /** The person's own name, for the audit. */
  readonly fullName: string;
  readonly email: string;
  readonly staffNumber: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly sessionId: string;
  /** When they last proved who they are: at the sign-in, or after it. */
  readonly confirmedAt: Date;
  readonly teamIds: readonly string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireStaff`, and only there: read it in routes that have it as a hook. */
    staff: RequestStaff;
  }
}

/** The part of a request that verbs need: who, and from where. */
export interface StaffRequest {
  readonly staff: RequestStaff;
  readonly ip: string;
}
