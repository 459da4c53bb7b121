import { ActionIcon, Textarea, Tooltip } from '@mantine/core';
import { Bold, Heading2, ImagePlus, Link2, List, ListOrdered, type LucideIcon } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BODY_MAX } from '../../../../contract/limits.ts';
import classes from './editor.module.css';
import { asBlock, lined, type Selection, wrapped } from './markdown-tools.ts';
import { PictureDialog } from './picture-dialog.tsx';

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

const pictureIn = (files: FileList): File | undefined =>
  [...files].find(({ type }) => type.startsWith('image/'));

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
  const [picture, setPicture] = useState<File | null | undefined>();
  const offer = (event: ClipboardEvent | DragEvent, files: FileList) => {
    const file = pictureIn(files);
    if (file === undefined) return;
    event.preventDefault();
    setPicture(file);
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
      <Tooltip label={t('articles.picture.title')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('articles.picture.title')}
          onClick={() => setPicture(null)}
        >
          <ImagePlus size={16} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
  return (
    <>
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
        onPaste={(event) => offer(event, event.clipboardData.files)}
        onDrop={(event) => offer(event, event.dataTransfer.files)}
        maxLength={BODY_MAX}
        autosize
        minRows={12}
        maxRows={40}
        spellCheck
      />
      {picture !== undefined && (
        <PictureDialog
          file={picture}
          insert={(markdown) => apply((at) => asBlock(at, markdown))}
          close={() => setPicture(undefined)}
        />
      )}
    </>
  );
}
