import { DateField, type FormErrors, type FormValues } from '../../../platform/pages/index.js';

interface DatesProps {
  readonly form: FormValues;
  readonly errors: FormErrors;
}

/** The two dates of a contract. */
export function ContractDatesFields({ form, errors }: DatesProps) {
  return (
    <>
      <DateField
        name="debut"
        label="Début du contrat"
        value={form.typedDate('debut')}
        error={errors['debut']}
      />
      <DateField
        name="fin-prevue"
        label="Fin prévue du contrat"
        hint="Dix-huit mois au plus pour un CEJ, vingt-quatre pour un PACEA"
        value={form.typedDate('fin-prevue')}
        error={errors['fin-prevue']}
      />
    </>
  );
}
