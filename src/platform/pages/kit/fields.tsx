import type { ComponentChildren } from 'preact';

/** What every field has. `name` is also the id that the error summary links to. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
}

/** What explains a field: its help, its error. */
export function describedBy({ name, hint, error }: FieldProps): string | undefined {
  const ids = [hint && `${name}-aide`, error && `${name}-erreur`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** A class, and its variant for a field that does not do. */
export function groupClass(base: string, error: string | undefined): string {
  return error === undefined ? base : `${base} ${base}--error`;
}

/** The sentence of an error, under its field. */
export function FieldError({ name, error }: Pick<FieldProps, 'name' | 'error'>) {
  if (error === undefined) return null;
  return (
    <p class="fr-message fr-message--error" id={`${name}-erreur`}>
      <span class="app-sr">Erreur : </span>
      {error}
    </p>
  );
}

/** The label of a field and its help. */
export function Label({ name, label, hint, isOptional }: FieldProps) {
  return (
    <>
      <label class="fr-label" for={name}>
        {label}
        {isOptional ? ' (facultatif)' : ''}
      </label>
      {hint !== undefined && (
        <p class="fr-hint-text" id={`${name}-aide`}>
          {hint}
        </p>
      )}
    </>
  );
}

type TextFieldProps = FieldProps & {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'date';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'email' | 'tel';
  readonly maxlength?: number;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, value, error, type = 'text', autocomplete = 'off', inputmode, maxlength } = props;
  // Preact types an input by its `type`: a general one goes through an object.
  const attributes: Record<string, unknown> = {
    type,
    id: name,
    name,
    value: value ?? '',
    autocomplete,
    inputmode,
    maxlength,
    class: groupClass('fr-input', error),
    'aria-describedby': describedBy(props),
    'aria-invalid': error === undefined ? undefined : 'true',
  };
  return (
    <div class={groupClass('fr-input-group', error)}>
      <Label {...props} />
      <input {...attributes} />
      <FieldError name={name} error={error} />
    </div>
  );
}

/** A choice of a list: its value and its French label. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Choices under a common title. */
export interface ChoiceGroup {
  readonly title: string | null;
  readonly choices: readonly Choice[];
}

type SelectFieldProps = FieldProps & {
  readonly value?: string | undefined;
  /** The first entry, which chooses nothing. */
  readonly emptyLabel?: string;
  readonly groups: readonly ChoiceGroup[];
};

/** One choice of a long list. */
export function SelectField(props: SelectFieldProps) {
  const { name, value, error, emptyLabel, groups } = props;
  return (
    <div class={groupClass('fr-select-group', error)}>
      <Label {...props} />
      <select
        class={groupClass('fr-select', error)}
        id={name}
        name={name}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {groups.map(({ title, choices }) => (
          <Options key={title ?? ''} title={title} choices={choices} chosen={value} />
        ))}
      </select>
      <FieldError name={name} error={error} />
    </div>
  );
}

function Options({
  title,
  choices,
  chosen,
}: ChoiceGroup & { readonly chosen?: string | undefined }) {
  const options = choices.map(({ value, label }) => (
    <option key={value} value={value} selected={value === chosen}>
      {label}
    </option>
  ));
  return title === null ? <>{options}</> : <optgroup label={title}>{options}</optgroup>;
}

interface GroupProps extends FieldProps {
  readonly className?: string;
  readonly children: ComponentChildren;
}

function Group({ name, label, hint, error, isOptional, className = '', children }: GroupProps) {
  const labelled = [`${name}-legende`, error === undefined ? '' : `${name}-erreur`]
    .join(' ')
    .trim();
  return (
    <fieldset
      class={`${groupClass('fr-fieldset', error)} ${className}`.trim()}
      aria-labelledby={labelled}
    >
      <legend class="fr-fieldset__legend" id={`${name}-legende`}>
        {label}
        {isOptional ? ' (facultatif)' : ''}
        {hint !== undefined && <span class="fr-hint-text">{hint}</span>}
      </legend>
      {children}
      <FieldError name={name} error={error} />
    </fieldset>
  );
}

type RadioFieldProps = FieldProps & {
  readonly value?: string | undefined;
  readonly choices: readonly Choice[];
};

/** One choice of a few. */
export function RadioField({ value, choices, ...props }: RadioFieldProps) {
  return (
    <Group {...props}>
      {choices.map((choice, index) => (
        <Tick
          key={choice.value}
          kind="radio"
          {...props}
          choice={choice}
          index={index}
          isChosen={choice.value === value}
        />
      ))}
    </Group>
  );
}

type CheckboxesProps = FieldProps & {
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
};

/** Any number of choices: each box sends `name.value=oui`, since no name may come twice. */
export function CheckboxesField({ values, choices, ...props }: CheckboxesProps) {
  return (
    <Group {...props}>
      {choices.map((choice, index) => (
        <Tick
          key={choice.value}
          kind="checkbox"
          {...props}
          choice={choice}
          index={index}
          isChosen={values.includes(choice.value)}
        />
      ))}
    </Group>
  );
}

interface TickProps {
  readonly kind: 'radio' | 'checkbox';
  readonly name: string;
  readonly choice: Choice;
  readonly index: number;
  readonly isChosen: boolean;
}

function Tick({ kind, name, choice, index, isChosen }: TickProps) {
  const { value, label, hint } = choice;
  const id = index === 0 ? name : `${name}-${value}`;
  const isRadio = kind === 'radio';
  const attributes: Record<string, unknown> = {
    type: kind,
    id,
    name: isRadio ? name : `${name}.${value}`,
    value: isRadio ? value : 'oui',
    checked: isChosen,
    'aria-describedby': hint === undefined ? undefined : `${id}-aide`,
  };
  return (
    <div class={`fr-${kind}-group`}>
      <input {...attributes} />
      <label class="fr-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="fr-hint-text" id={`${id}-aide`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The three parts of a date as they were typed. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const DATE_PARTS = [
  ['day', 'jour', 'Jour', 2],
  ['month', 'mois', 'Mois', 2],
  ['year', 'annee', 'Année', 4],
] as const;

/** A date in three fields, the surest way to type one (interface.md 10). */
export function DateField({
  value,
  ...props
}: FieldProps & { readonly value?: TypedDate | undefined }) {
  const { name, error } = props;
  return (
    <Group {...props} className="app-date">
      {DATE_PARTS.map(([part, suffix, label, length], index) => {
        const id = index === 0 ? name : `${name}-${suffix}`;
        return (
          <div key={part} class={`fr-fieldset__element app-date__${part}`}>
            <label class="fr-label" for={id}>
              {label}
            </label>
            <input
              class={groupClass('fr-input', error)}
              id={id}
              name={`${name}-${suffix}`}
              type="text"
              inputMode="numeric"
              maxLength={length}
              autocomplete="off"
              value={value?.[part] ?? ''}
              aria-invalid={error === undefined ? undefined : 'true'}
            />
          </div>
        );
      })}
    </Group>
  );
}
