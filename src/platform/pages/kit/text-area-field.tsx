import { describedBy, FieldError, groupClass, Label, type FieldProps } from './fields.js';

interface TextAreaFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows: number;
}

/** A text of several lines. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { name, value, error, rows } = props;
  return (
    <div class={groupClass('fr-input-group', error)}>
      <Label {...props} />
      <textarea
        id={name}
        name={name}
        rows={rows}
        autocomplete="off"
        class={groupClass('fr-input', error)}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {value ?? ''}
      </textarea>
      <FieldError name={name} error={error} />
    </div>
  );
}
