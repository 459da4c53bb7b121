import { FileInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ArticlePicture } from '../../../../contract/pictures.ts';
import { EditDialog } from '../../admin/parts/edit-dialog.tsx';
import { upload } from '../../api/upload.ts';

const takes = 'image/png,image/jpeg,image/webp,image/gif';

interface Props {
  file: File | null;
  /** Puts the picture's Markdown where the editor was. */
  insert: (markdown: string) => void;
  close: () => void;
}

/** A picture for the text. What it shows is asked for in words: some customers hear a page, some wait for its pictures. */
export function PictureDialog({ file, insert, close }: Props) {
  const { t } = useTranslation();
  const add = async (values: { file: File | null; words: string }) => {
    if (values.file === null) return;
    const { href } = await upload<ArticlePicture>('/api/desk/pictures', values.file);
    insert(`![${values.words.replace(/[[\]\\]/g, '').trim()}](${href})`);
  };
  return (
    <EditDialog
      title={t('articles.picture.title')}
      initial={{ file, words: '' }}
      save={add}
      close={close}
      submit={t('articles.picture.add')}
      done={null}
    >
      {({ values, set, textField, fields }) => (
        <>
          <FileInput
            required
            accept={takes}
            label={t('articles.picture.file')}
            description={t('articles.picture.fileHint')}
            placeholder={t('articles.picture.choose')}
            value={values.file}
            error={fields.file}
            onChange={(chosen) => set('file', chosen)}
          />
          <TextInput
            required
            data-autofocus
            label={t('articles.picture.words')}
            description={t('articles.picture.wordsHint')}
            maxLength={200}
            {...textField('words')}
          />
        </>
      )}
    </EditDialog>
  );
}
