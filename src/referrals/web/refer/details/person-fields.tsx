import { typeset } from '../../../../platform/french/index.js';
import { DateField, RadioField, TextField } from '../../../../platform/pages/index.js';
import { SEXES } from '../../../../people/index.js';
import type { FieldsProps } from './details.page.js';

const SEX_CHOICES = SEXES.values.map(({ code, label }) => ({ value: code, label }));

interface PersonFieldsProps extends Pick<FieldsProps, 'form' | 'errors'> {
  /** Somebody on file keeps their i-milo number. */
  readonly isOnFile?: boolean;
}

/** Who the young person is, and how to reach them. */
export function PersonFields({ form, errors, isOnFile = false }: PersonFieldsProps) {
  const text = (name: string) => ({ name, value: form.text(name), error: errors[name] });
  return (
    <>
      <TextField {...text('nom')} label="Nom de naissance" maxlength={80} />
      <TextField {...text('nom-usage')} label="Nom d’usage" isOptional maxlength={80} />
      <TextField
        {...text('prenoms')}
        label="Prénoms"
        hint={typeset(
          'Dans l’ordre de l’état civil, séparés par des virgules. Par exemple : Léa, Marie',
        )}
      />
      <RadioField {...text('sexe')} label="Sexe à l’état civil" choices={SEX_CHOICES} />
      <DateField
        name="naissance"
        label="Date de naissance"
        hint="Par exemple 14 07 2005"
        value={form.typedDate('naissance')}
        error={errors['naissance']}
      />
      <TextField
        {...text('lieu-naissance')}
        label="Commune ou pays de naissance"
        hint={typeset('Par exemple : Saint-Denis (974), ou Madagascar')}
      />
      {!isOnFile && (
        <TextField
          {...text('imilo')}
          label="Numéro de dossier i-milo"
          inputmode="numeric"
          maxlength={10}
        />
      )}
      <TextField
        {...text('telephone')}
        label="Téléphone"
        isOptional
        type="tel"
        hint="Dix chiffres, ou +687 et +689 pour la Nouvelle-Calédonie et la Polynésie française"
      />
      <TextField {...text('courriel')} label="Adresse électronique" isOptional type="email" />
      <TextField {...text('voie')} label="Numéro et voie" isOptional maxlength={100} />
      <TextField {...text('complement')} label="Complément d’adresse" isOptional maxlength={80} />
      <TextField {...text('code-postal')} label="Code postal" inputmode="numeric" maxlength={5} />
      <TextField {...text('commune')} label="Commune de résidence" />
    </>
  );
}
