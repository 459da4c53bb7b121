import { addStaff } from '../agents/add-staff.ts';
import { hashPassword } from '../agents/password.ts';
import type { StaffRequest } from '../agents/request-staff.ts';
import { setBrand } from '../brand/set-brand.ts';
import type { Person } from '../conversations/state.ts';
import type { Deps } from '../deps.ts';
import { setHours } from '../hours/set-hours.ts';
import { StartupError } from '../platform/startup-error.ts';
import { createTeam } from '../teams/create-team.ts';
import type { Cast } from './enact.ts';
import { fillConversations } from './fill-conversations.ts';
import { demoBrand, demoHours } from './settings.ts';
import { demoStaff, demoTeams, makePassword } from './staff.ts';
import { findMarker, hasStaff, insertMarker, setOnline, setPassword, staffToRenew } from './store.ts';

interface SignIn {
  name: string;
  email: string;
  role: string;
  password: string;
}

/**
 * Fills an empty database with a centre in the middle of its day: staff, teams, customers, conversations in every
 * state. Nothing is filled twice; a later start makes new passwords, because those of the first are kept nowhere.
 * @returns lines to print: who can sign in, and with what
 * @throws StartupError when the database holds staff of a real centre
 */
export async function fillDemo(deps: Deps): Promise<string[]> {
  const marker = await findMarker(deps.sql);
  if (marker !== null) {
    const renewed = await renewPasswords(deps, marker.staffIds);
    return list(
      'The sign-ins of this demonstration were made at its first start; these are new passwords:',
      renewed,
    );
  }
  if (await hasStaff(deps.sql)) {
    throw new StartupError('This database belongs to a real centre: a demonstration needs an empty one.');
  }
  const { staff, signIns } = await hire(deps);
  const by = adminRequest(staff.zhou as Person);
  const teams = await formTeams(deps, by, staff);
  await setBrand(deps, by, demoBrand);
  for (const schedule of demoHours) await setHours(deps, by, schedule);
  await fillConversations(deps, { staff, teams });
  return list('Sign-ins of this demonstration (made just now, kept nowhere else):', signIns);
}

async function hire(deps: Deps): Promise<{ staff: Cast['staff']; signIns: SignIn[] }> {
  const now = deps.clock.now();
  const people = Object.entries(demoStaff).map(([key, person]) => ({
    key,
    person,
    password: makePassword(),
  }));
  const staff: Cast['staff'] = {};
  await deps.sql.begin(async (tx) => {
    for (const { key, person, password } of people) {
      const id = await addStaff(tx, { ...person, password }, now);
      staff[key] = { id, name: person.name, staffNumber: person.staffNumber as string };
    }
    const staffIds = Object.values(staff).map(({ id }) => id);
    await setOnline(tx, staffIds, now);
    await insertMarker(tx, { staffIds }, now);
  });
  return { staff, signIns: people.map(({ person, password }) => ({ ...person, password })) };
}

async function formTeams(deps: Deps, by: StaffRequest, staff: Cast['staff']): Promise<Cast['teams']> {
  const teams: Cast['teams'] = {};
  for (const [key, { members, ...team }] of Object.entries(demoTeams)) {
    const memberIds = members.map((member) => (staff[member] as Person).id);
    teams[key] = await createTeam(deps, by, { ...team, memberIds });
  }
  return teams;
}

/** Settings are made by the administrator of the demonstration, on this machine. */
function adminRequest({ id, name, staffNumber }: Person): StaffRequest {
  const { email, role, locale } = demoStaff.zhou as (typeof demoStaff)[string];
  const whoever = { id, name, fullName: name, email, staffNumber, role, locale };
  const staff = { ...whoever, sessionId: id, confirmedAt: new Date(0), teamIds: [] };
  return { staff, ip: '127.0.0.1' };
}

async function renewPasswords({ sql }: Deps, ids: string[]): Promise<SignIn[]> {
  const people = await staffToRenew(sql, ids);
  return Promise.all(
    people.map(async ({ id, ...person }) => {
      const password = makePassword();
      await setPassword(sql, id, await hashPassword(password));
      return { ...person, password };
    }),
  );
}

const list = (title: string, signIns: SignIn[]): string[] => [
  title,
  ...signIns.map(
    ({ email, password, role, name }) => `  ${role.padEnd(11)}${email.padEnd(34)}${password}   ${name}`,
  ),
];
