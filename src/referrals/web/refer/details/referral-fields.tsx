import type { CodeList } from '../../../../kernel/index.js';
import { typeset } from '../../../../platform/french/index.js';
import {
  CheckboxesField,
  DateField,
  RadioField,
  SelectField,
  TextField,
} from '../../../../platform/pages/index.js';
import { DIPLOMA_LEVELS, SUPPORT_SCHEMES, VOLUNTEER_TYPES } from '../../../domain/code-lists.js';
import type { FieldsProps } from './details.page.js';

const choicesOf = (list: CodeList) =>
  list.values.map(({ code, label }) => ({ value: code, label: typeset(label) }));

/** Which unit, for what, and what is prepared. */
export function ReferralFields({ form, errors, choices }: FieldsProps) {
  const text = (name: string) => ({ name, value: form.text(name), error: errors[name] });
  return (
    <>
      <SelectField
        {...text('unite')}
        label="Régiment ou centre"
        hint="Les unités liées par convention à votre mission locale"
        emptyLabel="Sélectionnez une unité"
        groups={choices.units}
      />
      <p>
        <a href="/offres">Lire ce que proposent les unités</a>
      </p>
      <RadioField
        {...text('volontariat')}
        label="Volontariat visé"
        choices={choicesOf(VOLUNTEER_TYPES)}
      />
      <TextField
        {...text('filiere')}
        label="Code de la filière souhaitée"
        isOptional
        maxlength={30}
        hint="Le code que donne l’unité, en capitales"
      />
      <SelectField
        {...text('niveau')}
        label="Niveau scolaire déclaré"
        emptyLabel="Sélectionnez un niveau"
        groups={[{ title: null, choices: choicesOf(DIPLOMA_LEVELS) }]}
      />
      <RadioField
        {...text('accompagnement')}
        label="Accompagnement en cours"
        choices={choicesOf(SUPPORT_SCHEMES)}
      />
      <DateField
        name="cej-debut"
        label="Début du CEJ"
        hint="Seulement pour un contrat d’engagement jeune (CEJ)"
        isOptional
        value={form.typedDate('cej-debut')}
        error={errors['cej-debut']}
      />
      <DateField
        name="cej-fin"
        label="Fin prévue du CEJ"
        hint="Dix-huit mois au plus après son début"
        isOptional
        value={form.typedDate('cej-fin')}
        error={errors['cej-fin']}
      />
      <CheckboxesField
        name="prerequis"
        label="Prérequis réunis"
        hint="Cochez ce qui est prêt. Gardez les pièces dans votre dossier : seules ces coches sont transmises."
        isOptional
        values={form.ticked('prerequis')}
        choices={choices.prerequisites}
        error={errors['prerequis']}
      />
      <TextField
        {...text('boite')}
        label="Boîte aux lettres électronique de votre équipe"
        isOptional
        type="email"
        hint="L’unité y répond. Indiquez celle d’un service plutôt que la vôtre."
      />
    </>
  );
}

/** Which version of the notice the young person was given. */
export function NoticeFields({ form, errors, choices: { notices } }: FieldsProps) {
  return (
    <SelectField
      name="notice"
      label="Version de la notice remise"
      groups={[
        {
          title: null,
          choices: notices.map((version) => ({ value: version, label: `Version ${version}` })),
        },
      ]}
      value={form.text('notice')}
      error={errors['notice']}
    />
  );
}
