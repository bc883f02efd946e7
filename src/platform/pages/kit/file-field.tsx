import { describedBy, FieldError, groupClass, Label, type FieldProps } from './fields.js';

interface FileFieldProps extends FieldProps {
  /** What the chooser of the browser proposes first; anything may still be chosen. */
  readonly accept: string;
}

/** A file of the person's own machine. A browser never keeps it when the form comes back. */
export function FileField(props: FileFieldProps) {
  const { name, error, accept } = props;
  return (
    <div class={groupClass('fr-upload-group', error)}>
      <Label {...props} />
      <input
        class="fr-upload"
        type="file"
        id={name}
        name={name}
        accept={accept}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
      <FieldError name={name} error={error} />
    </div>
  );
}
