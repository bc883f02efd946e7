import { CheckboxesField, RadioField } from '../../../../platform/pages/index.js';
import type { FieldsProps } from './details.page.js';

const AUTHORISATIONS = [
  { value: 'given', label: 'Donnée par écrit' },
  { value: 'awaited', label: 'Attendue' },
  { value: 'refused', label: 'Refusée' },
];

/**
 * Who answers for a minor (PRV-05): a tick and a choice. The name and the paper stay in the file of the
 * mission locale, so that nothing of the representative is left when the young person comes of age.
 */
export function GuardianFields({ form, errors }: Pick<FieldsProps, 'form' | 'errors'>) {
  return (
    <>
      <p>
        Ce jeune est mineur : rien n’est transmis sans l’accord de son représentant légal. Gardez
        son nom et l’autorisation dans votre dossier.
      </p>
      <CheckboxesField
        name="representant"
        label="Représentant légal"
        values={form.ticked('representant')}
        choices={[{ value: 'connu', label: 'Le représentant légal est connu et informé' }]}
        error={errors['representant']}
      />
      <RadioField
        name="autorisation"
        label="Autorisation du représentant légal"
        value={form.text('autorisation')}
        choices={AUTHORISATIONS}
        error={errors['autorisation']}
      />
    </>
  );
}
