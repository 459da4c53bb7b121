import { TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { errorText } from '../../src/contract/errors.ts';
import { fieldPhrase } from '../../src/contract/field-words.ts';
import { PASSWORD } from '../support/person.ts';
import { Agent } from './people/agent.ts';
import { leaveClean, stage } from './people/stage.ts';
import { stepByStep } from './people/steps.ts';
import { languages } from './people/words.ts';

const NEW_PASSWORD = 'another long passphrase 5 tests';
const CLOSED_WITHIN_MS = 5_000;

const zhou = { name: '周敏', email: 'zhou@desk.example.com', password: PASSWORD };
const lin = { name: '林悦', email: 'lin@desk.example.com', password: PASSWORD };

describe.each(languages)('coming in, in %s', (locale) => {
  const on = stage({ deserted: true });
  let admin: Agent;
  let invited: Agent;
  let second: Agent;
  let secret = '';
  let recovery = '';
  let invitation = '';
  stepByStep();
  leaveClean(() => [admin?.window, invited?.window, second?.window]);

  /** The code an app shows, now or some steps of thirty seconds later. */
  const codeFor = (steps: number) =>
    new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });

  const weak = 'is too easy to guess: take at least 12 characters, and nothing of your name';

  it('the first administrator is made behind the printed link', async () => {
    admin = await Agent.opens(on.browsers, locale, on.centre.setupPath);
    const { desk } = admin.words;
    await admin.field(desk('session.name')).fill(zhou.name);
    await admin.field(desk('session.email')).fill(zhou.email);
    await admin.field(desk('session.password')).fill('zhoumin');
    await admin.button(desk('session.createAdmin')).click();
    await admin.page.getByText(fieldPhrase(weak, locale)).waitFor();
    await admin.window.look('setup-weak');
    await admin.field(desk('session.password')).fill(zhou.password);
    await admin.button(desk('session.createAdmin')).click();
    await admin.navigation.waitFor();
  });

  it('the link works once', async () => {
    const page = await admin.window.tab(on.centre.setupPath);
    await page.getByText(errorText('link-expired', locale)).waitFor();
    await admin.window.look('setup-used', page);
    await page.close();
  });

  it('sets up a second factor', async () => {
    const { desk } = admin.words;
    await admin.chooses(desk('account.title'));
    await admin.page.getByRole('heading', { level: 1 }).waitFor();
    await admin.window.look('account');
    await admin.button(desk('account.totpSetUp')).click();
    const key = admin.page.getByText(/^[A-Z2-7]{32}$/);
    secret = (await key.textContent()) ?? '';
    await admin.window.look('account-totp');
    await admin.field(desk('account.firstCode')).fill(codeFor(-1));
    await admin.button(desk('account.totpConfirm')).click();
    await admin.page.getByText(desk('account.recoveryHint')).waitFor();
    recovery =
      (await admin.page
        .locator('ul li')
        .filter({ hasText: /^[\w-]{8,}$/ })
        .first()
        .textContent()) ?? '';
    await admin.window.look('account-recovery-codes');
    await admin.button(desk('account.codesKept')).click();
  });

  it('signs in with a code of the app, and with a recovery code', async () => {
    const { desk } = admin.words;
    for (const code of [codeFor(0), recovery]) {
      await admin.chooses(desk('me.signOut'));
      await admin.signsIn(zhou);
      await admin.field(desk('session.code')).fill('000000');
      await admin.button(desk('session.continue')).click();
      await admin.page.getByRole('alert').waitFor();
      await admin.window.look('sign-in-code');
      await admin.field(desk('session.code')).fill(code);
      await admin.button(desk('session.continue')).click();
      await admin.navigation.waitFor();
    }
  });

  it('invites a colleague, who chooses a password and comes in', async () => {
    const { desk } = admin.words;
    await admin.opensPlace(desk('admin.title'));
    await admin.button(desk('admin.staff.invite')).click();
    const dialog = admin.page.getByRole('dialog');
    await dialog.getByLabel(desk('admin.staff.realName')).fill(lin.name);
    await dialog.getByLabel(desk('session.email')).fill(lin.email);
    await admin.window.look('invite');
    await dialog.getByRole('button', { name: desk('admin.staff.makeInvitation') }).click();
    const link = await admin.page.getByLabel(desk('admin.staff.link')).inputValue();
    await admin.window.look('invitation-link');
    invitation = new URL(link).pathname;
    expect((await on.centre.letter(lin.email)).text).toContain(invitation);
    invited = await Agent.opens(on.browsers, locale, invitation);
    await invited.field(desk('session.newPassword')).fill(lin.password);
    await invited.window.look('choose-password');
    await invited.button(desk('session.save')).click();
    await invited.page.getByRole('link', { name: desk('session.signIn') }).click();
    await invited.signsIn(lin);
    await invited.navigation.waitFor();
    expect(
      await invited.navigation.getByRole('link', { name: desk('admin.title'), exact: true }).count(),
    ).toBe(0);
  });

  it('a forgotten password is replaced behind a mailed link, and other devices are out at once', async () => {
    second = await Agent.opens(on.browsers, locale, '/desk');
    const { desk } = second.words;
    await second.window.look('sign-in');
    await second.page.getByRole('link', { name: desk('session.forgot') }).click();
    await second.field(desk('session.email')).fill(lin.email);
    await second.window.look('forgot');
    await second.button(desk('session.sendLink')).click();
    await second.page.getByText(desk('session.forgotSent')).waitFor();
    const letter = await on.centre.letter(lin.email, ({ text }) => !text.includes(invitation));
    const path = /\/desk\/reset\/[\w-]+/.exec(letter.text)?.[0] ?? '';
    await second.page.goto(path);
    await second.field(desk('session.newPassword')).fill(NEW_PASSWORD);
    await second.button(desk('session.save')).click();
    const since = Date.now();
    await invited.field(desk('session.email')).waitFor();
    expect(Date.now() - since).toBeLessThan(CLOSED_WITHIN_MS);
    await second.page.getByRole('link', { name: desk('session.signIn') }).click();
    await second.signsIn({ email: lin.email, password: NEW_PASSWORD });
    await second.navigation.waitFor();
  });

  it('a session that is revoked closes its socket within five seconds', async () => {
    await invited.signsIn({ email: lin.email, password: NEW_PASSWORD });
    await invited.navigation.waitFor();
    const { desk } = second.words;
    await second.chooses(desk('account.title'));
    await second.page
      .getByRole('button', { name: desk('account.endSession') })
      .first()
      .waitFor();
    await second.window.look('account-sessions');
    await second.page
      .getByRole('button', { name: desk('account.endSession') })
      .first()
      .click();
    const since = Date.now();
    await invited.field(desk('session.email')).waitFor();
    expect(Date.now() - since).toBeLessThan(CLOSED_WITHIN_MS);
    await invited.window.look('signed-out');
  });

  it('an account that is disabled is out within five seconds, and stays out', async () => {
    const { desk } = admin.words;
    await admin.page.goto('/desk/admin/staff');
    await admin.button(desk('admin.actionsFor', { name: lin.name })).click();
    await admin.page.getByRole('menuitem', { name: desk('admin.staff.disable') }).click();
    const since = Date.now();
    await second.field(desk('session.email')).waitFor();
    expect(Date.now() - since).toBeLessThan(CLOSED_WITHIN_MS);
    await second.signsIn({ email: lin.email, password: NEW_PASSWORD });
    await second.page.getByRole('alert').waitFor();
    await admin.isTold(desk('admin.staff.disabledDone', { name: lin.name }));
  });
});
