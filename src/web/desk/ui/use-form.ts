import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestFailed } from '../api/client.ts';
import { useFailureText } from './state.tsx';

type Values = Record<string, unknown>;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The part of a refusal that names an input, by the path the server gives it, in the server's words. */
const fieldErrors = (error: unknown): Record<string, string> =>
  error instanceof RequestFailed
    ? Object.fromEntries(error.fields.map(({ path, message }) => [path, sentence(message)]))
    : {};

/**
 * A form's values, its way to the server and what the server said. Inputs are judged once, by the server; its
 * words appear at the input they name, the rest above the button.
 */
export function useForm<T extends Values>(initial: T, send: (values: T) => Promise<unknown>) {
  const [values, setValues] = useState(initial);
  const [error, setError] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const { t } = useTranslation();
  const text = useFailureText();
  const fields = fieldErrors(error);

  const submit = async (event?: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event?.preventDefault();
    if (sending) return;
    setSending(true);
    setError(null);
    await send(values)
      .catch(setError)
      .finally(() => setSending(false));
  };
  const set = <K extends keyof T>(key: K, value: T[K]) => setValues((now) => ({ ...now, [key]: value }));
  const textField = (key: keyof T & string) => ({
    name: key,
    value: values[key] as string,
    error: fields[key],
    onChange: (event: { currentTarget: { value: string } }) =>
      set(key, event.currentTarget.value as T[typeof key]),
  });
  // An input's own fault is shown there; one inside a list is pointed to as well, since it may be out of sight.
  const paths = Object.keys(fields);
  const named = paths.some((path) => path in values);
  const inside = paths.some((path) => (path.split('.')[0] ?? '') in values);
  return {
    values,
    set,
    setValues,
    submit,
    sending,
    error,
    setError,
    fields,
    textField,
    message: error === null || named ? null : inside ? t('fields.check') : text(error),
  };
}
