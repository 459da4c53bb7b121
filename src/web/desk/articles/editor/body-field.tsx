import { ActionIcon, Textarea, Tooltip } from '@mantine/core';
import { Bold, Heading2, Link2, List, ListOrdered, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BODY_MAX } from '../../../../contract/limits.ts';
import classes from './editor.module.css';
import { lined, type Selection, wrapped } from './markdown-tools.ts';

interface Props {
  lang: string;
  label: string;
  value: string;
  error: string | undefined;
  onChange: (event: { currentTarget: { value: string } }) => void;
  put: (body: string) => void;
}

const tools = [
  { name: 'bold', icon: Bold, apply: (at: Selection) => wrapped(at, '**', '**') },
  { name: 'heading', icon: Heading2, apply: (at: Selection) => lined(at, () => '## ') },
  { name: 'steps', icon: ListOrdered, apply: (at: Selection) => lined(at, (i) => `${i + 1}. `) },
  { name: 'list', icon: List, apply: (at: Selection) => lined(at, () => '- ') },
  { name: 'link', icon: Link2, apply: (at: Selection) => wrapped(at, '[', '](/help/)') },
] as const satisfies readonly { name: string; icon: LucideIcon; apply: (at: Selection) => Selection }[];

/** The body in Markdown, with what is used most at a press. */
export function BodyField({ lang, label, value, error, onChange, put }: Props) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const apply = (tool: (at: Selection) => Selection) => {
    const field = area.current;
    if (field === null) return;
    const next = tool({ text: field.value, from: field.selectionStart, to: field.selectionEnd });
    put(next.text);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(next.from, next.to);
    });
  };
  const toolbar = (
    <div className={classes.tools} role="toolbar" aria-label={t('articles.tools.title')}>
      {tools.map(({ name, icon: Icon, apply: tool }) => (
        <Tooltip key={name} label={t(`articles.tools.${name}`)}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t(`articles.tools.${name}`)}
            onClick={() => apply(tool)}
          >
            <Icon size={16} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
  return (
    <Textarea
      ref={area}
      className={classes.body}
      lang={lang}
      label={label}
      description={t('articles.field.bodyHint')}
      inputContainer={(field) => (
        <>
          {toolbar}
          {field}
        </>
      )}
      value={value}
      error={error}
      onChange={onChange}
      maxLength={BODY_MAX}
      autosize
      minRows={12}
      maxRows={40}
      spellCheck
    />
  );
}
