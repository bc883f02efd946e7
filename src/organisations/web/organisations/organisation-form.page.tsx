import { typeset } from '../../../platform/french/index.js';
import {
  Alert,
  DateField,
  ErrorSummary,
  Page,
  SelectField,
  TextField,
  TitleBar,
  type Crumb,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { TIME_ZONES } from '../../domain/organisation-text.js';
import { SCHEMES } from '../../domain/organisation.js';
import { KIND_CHOICES, TERRITORY_CHOICES } from './register.page.js';
import { REGISTER_PATH } from './register-search.js';

/** The trail above the pages of one organisation. */
export const REGISTER_CRUMBS: readonly Crumb[] = [{ href: REGISTER_PATH, label: 'Organismes' }];

interface FormView {
  readonly form: FormValues;
  readonly errors?: FormErrors;
  /** Why the change was not applied. */
  readonly refusal?: string | undefined;
}

/** A known organisation in a form, or a new one. */
export function organisationFormPage(
  known: { readonly id: string; readonly usualName: string; readonly version: number } | null,
  { form, errors = {}, refusal }: FormView,
): Page {
  const title = known ? 'Modifier l’organisme' : 'Ajouter un organisme';
  const here = known ? `${REGISTER_PATH}/${known.id}` : REGISTER_PATH;
  const isError = Object.keys(errors).length > 0 || refusal !== undefined;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={title} over={known?.usualName} />
      {refusal !== undefined && (
        <Alert tone="error" title="Rien n’a été changé">
          <p>{typeset(refusal)}</p>
        </Alert>
      )}
      <p>
        {typeset('Vous verrez les différences, avant et après, avant que rien ne soit appliqué.')}
      </p>
      <form method="post" action={known ? `${here}/modification` : `${here}/nouveau`} noValidate>
        {known ? (
          <input type="hidden" name="version" value={form.text('version')} />
        ) : (
          <IdentityFields form={form} errors={errors} />
        )}
        <DescriptionFields form={form} errors={errors} />
        <button class="fr-btn" type="submit">
          Voir les différences
        </button>
      </form>
    </div>
  );
  const crumbs = known
    ? [...REGISTER_CRUMBS, { href: here, label: known.usualName }]
    : REGISTER_CRUMBS;
  const status = isError ? 422 : 200;
  return new Page(title, content, {
    crumbs,
    isError,
    status: refusal === undefined ? status : 409,
  });
}

interface FieldsProps {
  readonly form: FormValues;
  readonly errors: FormErrors;
}

/** What never changes afterwards. */
function IdentityFields({ form, errors }: FieldsProps) {
  return (
    <>
      <SelectField
        name="nature"
        label="Nature"
        hint="Ne changera plus."
        emptyLabel="Choisir une nature"
        value={form.text('nature')}
        error={errors['nature']}
        groups={[{ title: null, choices: KIND_CHOICES }]}
      />
      <TextField
        name="code"
        label="Code"
        hint={typeset(
          'Ne changera plus. 97411S00 pour une mission locale, RSMA-RE pour une unité.',
        )}
        value={form.text('code')}
        error={errors['code']}
        maxlength={14}
      />
    </>
  );
}

/** Where a young person goes or calls: the details that letters and pages show. */
function ContactFields({ form, errors }: FieldsProps) {
  const text = (name: string) => ({ name, value: form.text(name), error: errors[name] });
  return (
    <>
      <TextField
        {...text('adresse')}
        label="Adresse"
        isOptional
        hint="Numéro et rue, comme les jeunes les lisent."
        maxlength={120}
      />
      <TextField {...text('code-postal')} label="Code postal" isOptional maxlength={5} />
      <TextField {...text('ville')} label="Ville" isOptional maxlength={120} />
      <TextField
        {...text('telephone')}
        label="Téléphone"
        isOptional
        hint="Celui de l’accueil, jamais celui d’une personne."
        maxlength={24}
      />
    </>
  );
}

function DescriptionFields({ form, errors }: FieldsProps) {
  const text = (name: string) => ({ name, value: form.text(name), error: errors[name] });
  const schemes = SCHEMES.map((scheme) => ({ value: scheme, label: scheme }));
  const zones = TIME_ZONES.map((zone) => ({ value: zone, label: zone }));
  return (
    <>
      <TextField {...text('nom')} label="Nom officiel" maxlength={120} />
      <TextField
        {...text('nom-usage')}
        label="Nom d’usage"
        hint="Celui que les pages et les courriels montrent."
        maxlength={120}
      />
      <SelectField
        {...text('dispositif')}
        label="Dispositif"
        hint="Pour une unité seulement, ou l’instance qui la commande."
        emptyLabel="Aucun"
        groups={[{ title: null, choices: schemes }]}
      />
      <SelectField
        {...text('territoire')}
        label="Territoire"
        hint="Donne les jours fériés."
        emptyLabel="Choisir un territoire"
        groups={[{ title: null, choices: TERRITORY_CHOICES }]}
      />
      <SelectField
        {...text('fuseau')}
        label="Fuseau horaire"
        hint="Donne l’heure des échéances."
        emptyLabel="Celui du territoire"
        groups={[{ title: null, choices: zones }]}
      />
      <TextField
        {...text('departement')}
        label="Département"
        hint={typeset(
          '01, 2A ou 974 ; celui du siège pour une association régionale, rien pour une instance nationale.',
        )}
        maxlength={3}
      />
      <TextField {...text('siret')} label="SIRET" isOptional hint="14 chiffres." maxlength={20} />
      <ContactFields form={form} errors={errors} />
      <TextField
        {...text('courriel')}
        label="Adresse électronique du service"
        isOptional
        hint="Une boîte de service, jamais celle d’une personne : les jeunes la lisent."
        maxlength={200}
      />
      <DateField
        name="debut"
        label="Premier jour"
        hint="Par exemple 01 01 2026."
        value={form.typedDate('debut')}
        error={errors['debut']}
      />
      <DateField
        name="fin"
        label="Dernier jour"
        isOptional
        hint={typeset('Pour clore l’organisme ; rien tant qu’il est en activité.')}
        value={form.typedDate('fin')}
        error={errors['fin']}
      />
    </>
  );
}
