import { Button, Switch } from '@mantine/core';
import { Volume2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notificationsWanted, wantNotifications } from '../alerts/alerts.ts';
import { beep, setSound, soundIsOn } from '../alerts/sound.ts';
import form from '../ui/form.module.css';
import { enterSends, setEnterSends } from './writing.ts';

type Permission = NotificationPermission | 'unsupported';

const permission = (): Permission => ('Notification' in window ? Notification.permission : 'unsupported');

function DesktopNotifications() {
  const { t } = useTranslation();
  const [allowed, setAllowed] = useState(permission);
  const [on, setOn] = useState(notificationsWanted);
  if (allowed === 'granted') {
    return (
      <Switch
        label={t('account.notifications')}
        checked={on}
        onChange={(event) => {
          wantNotifications(event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      />
    );
  }
  return (
    <div className={form.choice}>
      <span>
        {t(
          allowed === 'denied'
            ? 'account.notificationsDenied'
            : allowed === 'unsupported'
              ? 'account.notificationsUnsupported'
              : 'account.notificationsAsk',
        )}
      </span>
      {allowed === 'default' && (
        <Button
          size="xs"
          variant="default"
          onClick={() => void Notification.requestPermission().then(setAllowed)}
        >
          {t('account.allowNotifications')}
        </Button>
      )}
    </div>
  );
}

/** How this device tells of new words, and what Enter does. Kept on the device. */
export function AlertSettings() {
  const { t } = useTranslation();
  const [sound, setSoundOn] = useState(soundIsOn);
  const [enter, setEnter] = useState(enterSends);
  return (
    <div className={form.form}>
      <div className={form.choice}>
        <Switch
          label={t('account.sound')}
          checked={sound}
          onChange={(event) => {
            setSound(event.currentTarget.checked);
            setSoundOn(event.currentTarget.checked);
          }}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<Volume2 size={14} />}
          onClick={() => beep('conversation', true)}
        >
          {t('account.trySound')}
        </Button>
      </div>
      <DesktopNotifications />
      <Switch
        label={t('account.enterSends')}
        description={t('account.enterSendsHint')}
        checked={enter}
        onChange={(event) => {
          setEnterSends(event.currentTarget.checked);
          setEnter(event.currentTarget.checked);
        }}
      />
    </div>
  );
}
