import { z } from 'zod';
import { Id } from './ids.ts';
import { Locale } from './locale.ts';
import { Role } from './roles.ts';
import { Skill } from './skills.ts';
import { printable } from './text.ts';

/** Fewest characters (code points) of a staff password; the other rules are in `agents/password-rules.ts`. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
/** Most conversations an agent may be given at a time. */
export const CAPACITY_MAX = 100;

export const Presence = z.enum(['online', 'busy', 'away']);
export type Presence = z.infer<typeof Presence>;

/** An e-mail address, lower-cased: staff addresses compare without case. */
export const StaffEmail = z.string().trim().toLowerCase().max(254).pipe(z.email());
const Password = z.string().min(1).max(PASSWORD_MAX);
const PersonName = printable(80).min(1);
export const StaffNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{0,3}\d{3,8}$/, 'must be up to three letters and 3 to 8 digits, such as A1001');

/** A one-time link's secret, as it stands in the address. */
export const LinkToken = z.string().regex(/^[\w-]{20,100}$/, 'is not a link of ours');

export const SignIn = z.object({
  email: StaffEmail,
  password: Password,
  code: z.string().trim().min(6).max(20).optional().describe('Six digits, or a recovery code'),
});

export const Setup = z.object({
  token: LinkToken,
  name: PersonName,
  email: StaffEmail,
  password: Password,
});

export const RequestReset = z.object({ email: StaffEmail });
export const ChoosePassword = z.object({ password: Password });
export const ChangePassword = z.object({ current: Password, password: Password });

/** What a link is for, shown on the page it opens. */
export const LinkInfo = z.object({
  kind: z.enum(['reset', 'invitation', 'setup']),
  email: z.string().nullable(),
  expiresAt: z.iso.datetime(),
});

/** The signed-in person, and what they may do. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  displayName: z.string(),
  email: z.string(),
  role: Role,
  staffNumber: z.string(),
  presence: Presence,
  capacity: z.int(),
  permissions: z.array(z.string()),
  teams: z.array(z.object({ id: Id, name: z.string() })),
  totp: z.boolean().describe('Whether a second factor is on'),
  recoveryCodesLeft: z.int(),
  locale: Locale,
});
export type Me = z.infer<typeof Me>;

export const ChangeMe = z.object({ locale: Locale });
export const SetPresence = z.object({ presence: Presence });

export const StaffSession = z.object({
  id: Id,
  ip: z.string(),
  userAgent: z.string(),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  current: z.boolean(),
});
export type StaffSession = z.infer<typeof StaffSession>;

export const TotpSetup = z.object({
  secret: z.string().describe('Base32, for typing into an authenticator app'),
  uri: z.string().describe('otpauth: address'),
  qrSvg: z.string(),
});
export const ConfirmTotp = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'must be six digits'),
});
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
/** The password, or a code where there is a second factor. */
export const ProofOfPerson = z
  .object({ password: Password.optional(), code: z.string().trim().min(6).max(20).optional() })
  .refine((body) => body.password !== undefined || body.code !== undefined, {
    path: ['password'],
    message: 'the password or a code is needed',
  });

/** A colleague as the desk lists them: who can be given a conversation. */
export const Agent = z.object({
  id: Id,
  name: z.string(),
  staffNumber: z.string(),
  role: Role,
  presence: Presence,
  connected: z.boolean().describe('Has the desk open somewhere'),
  open: z.int().describe('Open conversations assigned to them'),
  capacity: z.int(),
  teamIds: z.array(Id),
  languages: z.array(Locale),
  skills: z.array(z.string()),
});
export type Agent = z.infer<typeof Agent>;

/** A member of staff as administrators see them. */
export const StaffMember = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  displayName: z.string(),
  staffNumber: z.string(),
  role: Role,
  locale: Locale,
  capacity: z.int(),
  teamIds: z.array(Id),
  languages: z.array(Locale),
  skills: z.array(z.string()),
  totp: z.boolean(),
  state: z.enum(['invited', 'active', 'disabled']),
  createdAt: z.iso.datetime(),
  signedInAt: z.iso.datetime().nullable(),
  disabledAt: z.iso.datetime().nullable(),
  disabledBy: z.string().nullable(),
});
export type StaffMember = z.infer<typeof StaffMember>;

const staffFields = {
  email: StaffEmail,
  name: PersonName,
  displayName: PersonName.describe('What customers see; the name when left out'),
  staffNumber: StaffNumber.describe('Given by the centre when left out'),
  role: Role,
  locale: Locale,
  capacity: z.int().min(0).max(CAPACITY_MAX),
  teamIds: z.array(Id).max(100),
  languages: z.array(Locale).min(1).max(10).describe('Languages of customers this person answers'),
  skills: z.array(Skill).max(30).describe('What topics may ask for'),
};

export const NewStaff = z.object(staffFields).partial({
  displayName: true,
  staffNumber: true,
  locale: true,
  capacity: true,
  teamIds: true,
  languages: true,
  skills: true,
});
export type NewStaff = z.infer<typeof NewStaff>;

export const ChangeStaff = z.object(staffFields).partial();
export type ChangeStaff = z.infer<typeof ChangeStaff>;

/** A one-time link to hand to the person, for centres that have no mail yet. It is shown once. */
export const Invitation = z.object({ url: z.string(), expiresAt: z.iso.datetime() });
export type Invitation = z.infer<typeof Invitation>;
export const InvitedStaff = z.object({ staff: StaffMember, invitation: Invitation });
