import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import form from '../../ui/form.module.css';
import { say } from '../../ui/toast.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import classes from './snippet.module.css';

interface Look {
  language: string;
  side: string;
  label: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The tag for a page; what is as it is without being said is left out. */
function tagFor({ language, side, label }: Look): string {
  const attributes = [
    ...(language === '' ? [] : [`data-language="${language}"`]),
    ...(side === 'right' ? [] : [`data-side="${side}"`]),
    ...(label.trim() === '' ? [] : [`data-label="${escaped(label.trim())}"`]),
  ];
  return `<script async src="${location.origin}/launcher/v1.js"${attributes.map((one) => ` ${one}`).join('')}></script>`;
}

const previewOf = ({ language, side, label }: Look): string =>
  `/launcher/preview?${new URLSearchParams({ language, side, label: label.trim() })}`;

/** The line to copy, how its entry looks, and what can be chosen about it. */
export function Snippet() {
  const { t } = useTranslation();
  const [look, setLook] = useState<Look>({ language: '', side: 'right', label: '' });
  const change = (part: Partial<Look>) => setLook((before) => ({ ...before, ...part }));
  const shown = useSettled(look, 400);
  const tag = tagFor(look);
  const [languageId, sideId] = [useId(), useId()];
  const copy = async () => {
    await navigator.clipboard.writeText(tag);
    say(t('admin.launcher.copied'));
  };
  return (
    <div className={form.form}>
      <div className={classes.choices}>
        <div>
          <p id={languageId} className={classes.label}>
            {t('admin.launcher.language')}
          </p>
          <SegmentedControl
            aria-labelledby={languageId}
            value={look.language}
            onChange={(language) => change({ language })}
            data={[
              { value: '', label: t('admin.launcher.languagePage') },
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <div>
          <p id={sideId} className={classes.label}>
            {t('admin.launcher.side')}
          </p>
          <SegmentedControl
            aria-labelledby={sideId}
            value={look.side}
            onChange={(side) => change({ side })}
            data={[
              { value: 'right', label: t('admin.launcher.right') },
              { value: 'left', label: t('admin.launcher.left') },
            ]}
          />
        </div>
        <TextInput
          label={t('admin.launcher.label')}
          maxLength={24}
          value={look.label}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
      </div>
      <pre className={classes.tag}>
        <code>{tag}</code>
      </pre>
      <div>
        <Button variant="default" leftSection={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {t('admin.launcher.copy')}
        </Button>
      </div>
      <p className={classes.link}>{t('admin.launcher.link', { address: `${location.origin}/` })}</p>
      <iframe className={classes.preview} title={t('admin.launcher.preview')} src={previewOf(shown)} />
    </div>
  );
}
