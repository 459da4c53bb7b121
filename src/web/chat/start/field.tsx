/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { type ChatKey, useWords } from '../words.ts';
import type { FieldName } from './fields.ts';

interface Attributes {
  inputMode?: 'email' | 'text';
  autoComplete?: 'name' | 'email' | 'username' | 'off';
  spellcheck?: boolean;
}

export interface FieldProps {
  name: FieldName;
  label: ChatKey;
  hint?: ChatKey;
  optional?: boolean;
  value: string;
  fault: ChatKey | undefined;
  faultValues?: Record<string, number>;
  onChange(name: FieldName, value: string): void;
}

interface ControlProps {
  id: string;
  name: string;
  value: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
  'aria-required': boolean;
}

/** A label, a control, what to put in, and what is wrong with it: said beside the field and to screen readers. */
function Framed({
  props,
  children,
}: {
  props: FieldProps;
  children(control: ControlProps): ComponentChildren;
}) {
  const { t } = useWords();
  const { name, label, hint, optional = false, value, fault, faultValues } = props;
  const id = `start-${name}`;
  const described = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`]
    .filter(Boolean)
    .join(' ');
  const control: ControlProps = {
    id,
    name,
    value,
    'aria-invalid': fault !== undefined,
    'aria-describedby': described === '' ? undefined : described,
    'aria-required': !optional,
  };
  return (
    <div class={fault === undefined ? 'field' : 'field faulty'}>
      <label for={id}>
        {t(label)}
        {optional ? <span class="optional">{t('start.optional')}</span> : null}
      </label>
      {children(control)}
      {fault === undefined ? null : (
        <p class="fault" id={`${id}-fault`}>
          {t(fault, faultValues)}
        </p>
      )}
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {t(hint)}
        </p>
      )}
    </div>
  );
}

export function TextField({ attributes = {}, ...props }: FieldProps & { attributes?: Attributes }) {
  return (
    <Framed props={props}>
      {(control) => (
        <input
          {...control}
          {...attributes}
          onInput={({ currentTarget }) => props.onChange(props.name, currentTarget.value)}
        />
      )}
    </Framed>
  );
}

export function LongField(props: FieldProps) {
  return (
    <Framed props={props}>
      {(control) => (
        <textarea
          {...control}
          rows={4}
          onInput={({ currentTarget }) => props.onChange(props.name, currentTarget.value)}
        />
      )}
    </Framed>
  );
}

export function ChoiceField({
  choices,
  none,
  ...props
}: FieldProps & { choices: readonly { id: string; name: string }[]; none: ChatKey }) {
  const { t } = useWords();
  return (
    <Framed props={props}>
      {(control) => (
        <select
          {...control}
          onChange={({ currentTarget }) => props.onChange(props.name, currentTarget.value)}
        >
          <option value="">{t(none)}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Framed>
  );
}
