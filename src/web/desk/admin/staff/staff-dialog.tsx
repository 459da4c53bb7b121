import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Locale } from '../../../../contract/locale.ts';
import type { Invitation, InvitedStaff, StaffMember } from '../../../../contract/staff.ts';
import type { Team } from '../../../../contract/teams.ts';
import { patch, post } from '../../api/client.ts';
import { locales } from '../../i18n.ts';
import form from '../../ui/form.module.css';
import { EditDialog } from '../parts/edit-dialog.tsx';

/** In the order of what they may do; the contract's list carries a parser that this page can do without. */
const roles = ['admin', 'supervisor', 'senior', 'agent', 'editor'] as const;
const path = '/api/desk/admin/staff';

const blank = {
  name: '',
  displayName: '',
  email: '',
  role: 'agent',
  staffNumber: '',
  capacity: 5,
  teamIds: [] as string[],
  languages: [...locales] as Locale[],
  skills: [] as string[],
};
type Values = typeof blank;

interface Props {
  staff: StaffMember | null;
  teams: readonly Team[];
  close: () => void;
  invited: (name: string, invitation: Invitation) => void;
}

/** Invites somebody, or changes what they are called and may do. */
export function StaffDialog({ staff, teams, close, invited }: Props) {
  const { t } = useTranslation();
  const save = async ({ displayName, staffNumber, ...rest }: Values) => {
    const body = {
      ...rest,
      ...(displayName.trim() && { displayName }),
      ...(staffNumber.trim() && { staffNumber }),
    };
    if (staff !== null) return patch(`${path}/${staff.id}`, body);
    const answer = await post<z.infer<typeof InvitedStaff>>(path, body);
    return invited(answer.staff.displayName, answer.invitation);
  };
  const initial: Values =
    staff === null
      ? blank
      : {
          ...blank,
          ...Object.fromEntries(Object.keys(blank).map((key) => [key, staff[key as keyof Values]])),
        };
  return (
    <EditDialog
      title={t(staff ? 'admin.staff.edit' : 'admin.staff.invite')}
      submit={t(staff ? 'common.save' : 'admin.staff.makeInvitation')}
      initial={initial}
      save={save}
      close={close}
      done={staff ? t('admin.saved') : null}
    >
      {(values) => (
        <>
          <div className={form.pair}>
            <TextInput label={t('admin.staff.realName')} data-autofocus {...values.textField('name')} />
            <TextInput
              label={t('admin.staff.displayName')}
              description={t('admin.staff.displayNameHint')}
              {...values.textField('displayName')}
            />
          </div>
          <TextInput label={t('session.email')} type="email" {...values.textField('email')} />
          <div className={form.pair}>
            <Select
              label={t('admin.staff.role')}
              allowDeselect={false}
              data={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
              value={values.values.role}
              error={values.fields.role}
              onChange={(role) => values.set('role', role ?? 'agent')}
            />
            <TextInput
              label={t('admin.staff.number')}
              placeholder={t('admin.staff.numberAuto')}
              {...values.textField('staffNumber')}
            />
          </div>
          <div className={form.pair}>
            <NumberInput
              label={t('admin.staff.capacity')}
              min={0}
              max={100}
              value={values.values.capacity}
              error={values.fields.capacity}
              onChange={(value) => values.set('capacity', Number(value))}
            />
            <MultiSelect
              label={t('admin.staff.teams')}
              data={teams.map(({ id, name }) => ({ value: id, label: name }))}
              value={values.values.teamIds}
              error={values.fields.teamIds}
              onChange={(ids) => values.set('teamIds', ids)}
            />
          </div>
          <div className={form.pair}>
            <MultiSelect
              label={t('admin.staff.languages')}
              data={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
              value={values.values.languages}
              error={values.fields.languages}
              onChange={(languages) => values.set('languages', languages as Locale[])}
            />
            <TagsInput
              label={t('admin.staff.skills')}
              description={t('admin.staff.skillsHint')}
              value={values.values.skills}
              error={values.fields.skills}
              onChange={(skills) => values.set('skills', skills)}
            />
          </div>
        </>
      )}
    </EditDialog>
  );
}
