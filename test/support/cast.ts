import type { Locale } from '../../src/contract/locale.ts';
import type { Role } from '../../src/contract/roles.ts';
import type { RunningCentre } from './centre.ts';
import { PASSWORD, Person } from './person.ts';

/** A member of staff with their own way in: `signedIn` speaks to the API, the rest is for typing into pages. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly staffNumber: string;
  readonly password: string;
  readonly role: Role;
  readonly signedIn: Person;
}

const company = {
  zhou: { name: '周敏', role: 'admin' },
  he: { name: '何静', role: 'supervisor' },
  wu: { name: '吴磊', role: 'senior' },
  lin: { name: '林悦', role: 'agent' },
  chen: { name: '陈凯', role: 'agent' },
  su: { name: '苏晴', role: 'editor' },
} as const satisfies Record<string, { name: string; role: Role }>;

export type Cast = Record<keyof typeof company, Colleague>;

const emailOf = (key: string): string => `${key}@desk.example.com`;

/** The first administrator, made behind the link that the server printed. */
async function makeAdmin(centre: RunningCentre, locale: Locale): Promise<Colleague> {
  const { name, role } = company.zhou;
  const token = centre.setupPath.split('/').at(-1);
  const signedIn = new Person(centre.url, 'desk');
  const account = { name, email: emailOf('zhou'), password: PASSWORD };
  const { id, staffNumber } = await signedIn.post<{ id: string; staffNumber: string }>(
    `/api/setup?lang=${locale}`,
    { token, ...account },
  );
  return { ...account, id, staffNumber, role, signedIn };
}

/** Invited by the administrator, they follow the link, choose a password and sign in. */
async function invite(admin: Person, key: keyof typeof company, locale: Locale): Promise<Colleague> {
  const { name, role } = company[key];
  const email = emailOf(key);
  const { staff, invitation } = await admin.post<{
    staff: { id: string; staffNumber: string };
    invitation: { url: string };
  }>('/api/desk/admin/staff', { name, email, role, locale });
  const token = invitation.url.split('/').at(-1);
  const signedIn = new Person(admin.url, 'desk');
  await signedIn.post(`/api/desk/password-resets/${token}`, { password: PASSWORD });
  await signedIn.post('/api/desk/session', { email, password: PASSWORD });
  return { ...staff, name, email, password: PASSWORD, role, signedIn };
}

/** Everybody who works in a new centre, each made through the front door. @param locale of their desks */
export async function gatherCast(centre: RunningCentre, locale: Locale = 'zh-CN'): Promise<Cast> {
  const zhou = await makeAdmin(centre, locale);
  const keys = Object.keys(company).filter((key) => key !== 'zhou') as (keyof typeof company)[];
  const others = await Promise.all(
    keys.map(async (key) => [key, await invite(zhou.signedIn, key, locale)] as const),
  );
  return { zhou, ...Object.fromEntries(others) } as Cast;
}
