import type { CodeList } from '../../../kernel/index.js';
import { SEXES } from '../../../people/index.js';
import { typeset } from '../../../platform/french/index.js';
import {
  Alert,
  DateField,
  ErrorSummary,
  FactsSection,
  Page,
  RadioField,
  SelectField,
  TextField,
  TitleBar,
  type Choice,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { AGE_BANDS, DIRECT_OUTCOMES } from '../../domain/code-lists.js';
import type { DirectApplicantView } from '../../http/direct-applicant.view.js';
import {
  alsoKnown,
  APPLICANT_CRUMBS,
  APPLICANTS_PATH,
  applicantPath,
  RECORD_PATH,
} from '../applicant-words.js';

interface RecordProps {
  readonly form: FormValues;
  readonly errors: FormErrors;
  /** Null of somebody new. */
  readonly known: KnownApplicant | null;
  /** Those in force, for who is known: one may be chosen instead. */
  readonly choices?: readonly Choice[];
  /** Somebody else changed the applicant meanwhile: the form shows what is on file now. */
  readonly hasChanged?: boolean;
}

/** Whom a form corrects, as it was read. */
export type KnownApplicant = Pick<DirectApplicantView, 'id' | 'version' | 'youngPerson'>;

/** Somebody whom the unit did not take, in one form; the identity only with an agreement. */
export function recordPage({
  form,
  errors,
  known,
  choices = [],
  hasChanged = false,
}: RecordProps): Page {
  const id = known?.id ?? null;
  const title = id === null ? 'Enregistrer un candidat non retenu' : 'Corriger un candidat direct';
  const isError = hasChanged || Object.keys(errors).length > 0;
  const text = (name: string) => ({ name, value: form.text(name), error: errors[name] });
  const day = (name: string) => ({ name, value: form.typedDate(name), error: errors[name] });
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      {hasChanged && (
        <Alert tone="error" title="Ce candidat a changé entre-temps">
          <p>
            Rien n’a été enregistré. Le formulaire montre ce qu’il contient maintenant : refaites
            votre correction.
          </p>
        </Alert>
      )}
      <TitleBar title={title} />
      <form
        method="post"
        action={id === null ? RECORD_PATH : applicantPath(id, 'correction')}
        noValidate
      >
        {known !== null && <input type="hidden" name="version" value={String(known.version)} />}
        {id === null && (
          <TextField
            {...text('numero')}
            label="Numéro de dossier"
            hint="Celui de votre unité, par exemple RE-2026-00414"
            maxlength={30}
          />
        )}
        <RadioField {...text('suite')} label="Suite donnée" choices={choicesOf(DIRECT_OUTCOMES)} />
        <DateField {...day('decision')} label="Date de la décision" />
        <DateField
          {...day('invitation')}
          label="Date de l’invitation"
          hint={id === null ? 'Laissez vide pour dire aujourd’hui' : undefined}
          isOptional
        />
        <RadioField
          {...text('age')}
          label="Tranche d’âge, le jour de la décision"
          choices={choicesOf(AGE_BANDS)}
        />
        <TextField
          {...text('commune')}
          label="Commune de résidence"
          hint="Elle désigne la mission locale. Laissez vide si elle est inconnue"
          isOptional
        />
        {choices.length > 0 && (
          <SelectField
            {...text('mission-locale')}
            label="Autre mission locale"
            hint="Seulement pour en choisir une autre que celle qui invite, par exemple parce qu’elle a fermé"
            isOptional
            emptyLabel="Ne rien changer"
            groups={[{ title: null, choices }]}
          />
        )}
        <h2>{typeset('Avec l’accord du jeune seulement')}</h2>
        <p>
          {typeset(
            'Sans accord, laissez tout vide : rien de son identité n’est gardé, et la lettre suffit.',
          )}
        </p>
        <DateField {...day('accord')} label="Date de l’accord" isOptional />
        <TextField {...text('nom')} label="Nom de naissance" isOptional maxlength={80} />
        <TextField {...text('nom-usage')} label="Nom d’usage" isOptional maxlength={80} />
        <TextField
          {...text('prenoms')}
          label="Prénoms"
          hint="Dans l’ordre de l’état civil, séparés par des virgules"
          isOptional
        />
        <RadioField {...text('sexe')} label="Sexe" isOptional choices={choicesOf(SEXES)} />
        <DateField
          {...day('naissance')}
          label="Date de naissance"
          hint="Laissez vide le jour, ou le jour et le mois, que l’état civil ne connaît pas"
          isOptional
        />
        <TextField {...text('voie')} label="Adresse" isOptional maxlength={100} />
        <TextField {...text('complement')} label="Complément d’adresse" isOptional maxlength={80} />
        <TextField
          {...text('code-postal')}
          label="Code postal"
          isOptional
          inputmode="numeric"
          maxlength={5}
        />
        <TextField {...text('telephone')} label="Téléphone" isOptional maxlength={20} />
        <TextField {...text('courriel')} label="Courriel" isOptional maxlength={254} />
        <Kept person={known?.youngPerson ?? null} />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            {id === null ? 'Enregistrer le candidat' : 'Enregistrer la correction'}
          </button>
          <a
            class="fr-btn fr-btn--tertiary"
            href={id === null ? APPLICANTS_PATH : applicantPath(id)}
          >
            Revenir sans enregistrer
          </a>
        </div>
      </form>
    </div>
  );
  return new Page(title, content, {
    crumbs: APPLICANT_CRUMBS,
    ...(isError ? { isError, status: hasChanged ? 409 : 422 } : {}),
  });
}

/** What a file or a software told: it stays as it is, and goes with the agreement. */
function Kept({ person }: { readonly person: KnownApplicant['youngPerson'] }) {
  const facts = person === null ? [] : alsoKnown(person);
  if (facts.length === 0) return null;
  return (
    <FactsSection id="transmis" title="Aussi transmis par votre unité" facts={facts}>
      <p>
        {typeset(
          'Ces valeurs viennent d’un fichier ou de votre logiciel : elles se corrigent par la même voie.',
        )}
      </p>
    </FactsSection>
  );
}

function choicesOf(list: CodeList): Choice[] {
  return list.values.map(({ code, label }) => ({ value: code, label: typeset(label) }));
}
