import { addMonths, monthOf, type CodeList, type LocalDate } from '../../../kernel/index.js';
import { ASSESSED_LEVELS } from '../../../candidacies/index.js';
import { longDate, longMonth, typeset } from '../../../platform/french/index.js';
import {
  CheckboxesField,
  DateField,
  RadioField,
  reasonGroups,
  SelectField,
  TextField,
  type Choice,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { VOLUNTEER_TYPES } from '../../../referrals/index.js';
import { EXIT_REASON_TREE, EXIT_SITUATIONS } from '../../domain/code-lists.js';
import { CERTIFICATION_CHOICES, type FormKind } from './act-form.js';

export interface FieldsProps {
  readonly form: FormValues;
  readonly errors: FormErrors;
  readonly today: LocalDate;
}

/** The fields of each form. */
export function ActFields({ kind, ...props }: FieldsProps & { readonly kind: FormKind }) {
  switch (kind) {
    case 'incorporation':
      return <IncorporationFields {...props} />;
    case 'presence':
      return <PresenceFields {...props} />;
    case 'amendment':
      return <ServiceFields {...props} />;
    case 'exit':
      return <ExitFields {...props} />;
    case 'confirmation':
      return null;
  }
}

/** The day of incorporation, and what the contract says. */
export function IncorporationFields({ form, errors, today }: FieldsProps) {
  return (
    <>
      <DateField
        name="incorporation"
        label="Jour de l’incorporation"
        hint={example(today)}
        value={form.typedDate('incorporation')}
        error={errors['incorporation']}
      />
      <SelectField
        name="volontariat"
        label="Type de volontariat"
        emptyLabel="Sélectionnez un type"
        groups={[{ title: null, choices: choicesOf(VOLUNTEER_TYPES) }]}
        value={form.text('volontariat')}
        error={errors['volontariat']}
      />
      <ServiceFields form={form} errors={errors} today={today} />
    </>
  );
}

function ServiceFields({ form, errors, today }: FieldsProps) {
  return (
    <>
      <DateField
        name="fin"
        label="Fin prévue du contrat"
        hint={example(today)}
        value={form.typedDate('fin')}
        error={errors['fin']}
      />
      <TextField
        name="filiere"
        label="Filière"
        hint="Code de la filière dans votre unité, par exemple CUISINE"
        isOptional
        maxlength={40}
        value={form.text('filiere')}
        error={errors['filiere']}
      />
      <TextField
        name="site"
        label="Site"
        hint="Code du site, par exemple BOURG-MURAT"
        isOptional
        maxlength={40}
        value={form.text('site')}
        error={errors['site']}
      />
    </>
  );
}

/** What is said of a month. */
export const PRESENCES: readonly Choice[] = [
  { value: 'present', label: 'En service' },
  { value: 'absent', label: 'En service, mais absent depuis longtemps' },
  { value: 'parti', label: 'Plus en service' },
];

function PresenceFields({ form, errors, today }: FieldsProps) {
  const months = [0, -1, -2].map((back) => addMonths(monthOf(today), back));
  return (
    <>
      <SelectField
        name="mois"
        label="Mois"
        groups={[
          { title: null, choices: months.map((value) => ({ value, label: longMonth(value) })) },
        ]}
        value={form.text('mois')}
        error={errors['mois']}
      />
      <RadioField
        name="service"
        label="Ce mois-là, le jeune est"
        choices={PRESENCES}
        value={form.text('service')}
        error={errors['service']}
      />
    </>
  );
}

const WISHES: readonly Choice[] = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
];

function ExitFields({ form, errors, today }: FieldsProps) {
  return (
    <>
      <DateField
        name="sortie"
        label="Jour de la sortie"
        hint={example(today)}
        value={form.typedDate('sortie')}
        error={errors['sortie']}
      />
      <SelectField
        name="motif"
        label="Motif"
        hint="Choisissez seulement un motif de la liste. N’écrivez nulle part de cause médicale."
        emptyLabel="Sélectionnez un motif"
        groups={reasonGroups(EXIT_REASON_TREE)}
        value={form.text('motif')}
        error={errors['motif']}
      />
      <SelectField
        name="situation"
        label="Situation à la sortie"
        emptyLabel="Sélectionnez une situation"
        groups={[{ title: null, choices: choicesOf(EXIT_SITUATIONS) }]}
        value={form.text('situation')}
        error={errors['situation']}
      />
      <RadioField
        name="accompagnement"
        label="Le jeune souhaite-t-il être accompagné par la mission locale ?"
        choices={WISHES}
        value={form.text('accompagnement')}
        error={errors['accompagnement']}
      />
      <CheckboxesField
        name="certifications"
        label="Certifications obtenues"
        isOptional
        choices={CERTIFICATION_CHOICES}
        values={form.ticked('certifications')}
        error={errors['certifications']}
      />
      <SelectField
        name="niveau"
        label="Niveau scolaire évalué à la sortie"
        isOptional
        emptyLabel="Non évalué"
        groups={[
          {
            title: null,
            choices: choicesOf(ASSESSED_LEVELS).filter(({ value }) => value !== 'NON_EVALUE'),
          },
        ]}
        value={form.text('niveau')}
        error={errors['niveau']}
      />
    </>
  );
}

function choicesOf(list: CodeList): Choice[] {
  return list.values.map(({ code, label }) => ({ value: code, label: typeset(label) }));
}

function example(today: LocalDate): string {
  return typeset(`Par exemple : ${longDate(today)}`);
}
