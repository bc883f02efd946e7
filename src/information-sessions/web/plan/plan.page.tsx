import {
  DateField,
  ErrorSummary,
  Page,
  SelectField,
  TextField,
  TitleBar,
  type Choice,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import { LONGEST_PLACE, MOST_SEATS } from '../../domain/plan.rules.js';
import { PLAN_PATH, SESSION_CRUMBS, SESSIONS_PATH } from '../session-words.js';

interface PlanProps {
  readonly form: FormValues;
  readonly errors: FormErrors;
  readonly units: readonly Choice[];
}

/** The form by which a session is planned. */
export function planPage({ form, errors, units }: PlanProps): Page {
  const isError = Object.keys(errors).length > 0;
  const text = (name: string) => ({ name, value: form.text(name), error: errors[name] });
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title="Planifier une séance d’information" />
      <form method="post" action={PLAN_PATH} noValidate>
        <SelectField
          {...text('unite')}
          label="Unité invitée"
          hint="Les unités dont la convention prévoit la présence aux séances"
          emptyLabel="Sélectionnez une unité"
          groups={[{ title: null, choices: units }]}
        />
        <DateField
          name="jour"
          label="Jour de la séance"
          value={form.typedDate('jour')}
          error={errors['jour']}
        />
        <TextField
          {...text('heure')}
          label="Heure de début"
          hint="À l’heure de votre territoire, par exemple 09:30"
          maxlength={5}
        />
        <TextField
          {...text('lieu')}
          label="Lieu"
          hint="L’adresse ou la salle, et rien sur un jeune"
          maxlength={LONGEST_PLACE}
        />
        <TextField
          {...text('places')}
          label="Nombre de places"
          hint={`De 1 à ${MOST_SEATS}`}
          inputmode="numeric"
          maxlength={3}
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Planifier la séance
          </button>
          <a class="fr-btn fr-btn--tertiary" href={SESSIONS_PATH}>
            Revenir à la liste
          </a>
        </div>
      </form>
    </div>
  );
  return new Page('Planifier une séance d’information', content, {
    crumbs: SESSION_CRUMBS,
    ...(isError ? { isError, status: 422 } : {}),
  });
}
