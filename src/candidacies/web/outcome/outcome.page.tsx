import type { ComponentChildren } from 'preact';
import { labelOf } from '../../../kernel/index.js';
import { longDate, typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  DateField,
  ErrorSummary,
  Page,
  RadioField,
  SelectField,
  SummaryList,
  TitleBar,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import type { OutcomeInput } from '../../domain/candidacy.rules.js';
import { ASSESSED_LEVELS, OUTCOME_CODES } from '../../domain/code-lists.js';
import type { CandidacyFile } from '../file/candidacy-files.js';
import { FILE_CRUMBS } from '../file/file.page.js';
import { presentFile } from '../file/file.presenter.js';
import { typedFields } from './outcome-form.js';
import { LEVEL_CHOICES, NO_LEVEL, NOTHING_ABOUT_HEALTH, OUTCOME_CHOICES } from './outcome-words.js';

interface OutcomePageProps {
  readonly file: CandidacyFile;
  readonly form: FormValues;
  readonly errors?: FormErrors;
  readonly status?: number;
}

/** The form of an outcome: a list of words, dates, and nothing to write about health. */
export function outcomePage({ file, form, errors = {}, status = 200 }: OutcomePageProps): Page {
  const content = (
    <Frame file={file} title="Saisir le résultat" errors={errors}>
      <p>{NOTHING_ABOUT_HEALTH}</p>
      <form method="post" action={hrefOf(file)} noValidate>
        <input type="hidden" name="version" value={form.text('version')} />
        <input type="hidden" name="etape" value="verifier" />
        <RadioField
          name="resultat"
          label="Résultat"
          choices={OUTCOME_CHOICES}
          value={form.text('resultat')}
          error={errors['resultat']}
        />
        <DateField
          name="decision"
          label="Date de la décision"
          hint={typeset(`Par exemple : ${longDate(file.today)}`)}
          value={form.typedDate('decision')}
          error={errors['decision']}
        />
        <DateField
          name="reexamen"
          label="Date de réexamen"
          hint="Seulement pour un ajournement ou une inaptitude temporaire"
          isOptional
          value={form.typedDate('reexamen')}
          error={errors['reexamen']}
        />
        <DateField
          name="incorporation"
          label="Incorporation prévue"
          hint="Demandée quand le jeune est retenu"
          isOptional
          value={form.typedDate('incorporation')}
          error={errors['incorporation']}
        />
        <SelectField
          name="niveau"
          label="Niveau scolaire évalué par l’unité"
          isOptional
          emptyLabel={NO_LEVEL}
          groups={[{ title: null, choices: LEVEL_CHOICES }]}
          value={form.text('niveau')}
          error={errors['niveau']}
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Vérifier le résultat
          </button>
          <a class="fr-btn fr-btn--tertiary" href={`/candidatures/${file.view.id}`}>
            Revenir au dossier
          </a>
        </div>
      </form>
    </Frame>
  );
  const isError = Object.keys(errors).length > 0;
  return new Page('Saisir le résultat', content, { crumbs: crumbsOf(file), isError, status });
}

/** What will be recorded, before it is transmitted. */
export function outcomeCheckPage(file: CandidacyFile, form: FormValues, outcome: OutcomeInput) {
  const values = typedFields(form);
  const day = (date: OutcomeInput['reexaminationOn']) => (date === null ? null : longDate(date));
  const content = (
    <Frame file={file} title="Vérifier le résultat" errors={{}}>
      <SummaryList
        facts={[
          { label: 'Résultat', value: typeset(labelOf(OUTCOME_CODES, outcome.code)) },
          { label: 'Décision du', value: longDate(outcome.decidedOn) },
          { label: 'Réexamen à partir du', value: day(outcome.reexaminationOn) },
          { label: 'Incorporation prévue', value: day(outcome.plannedIncorporationOn) },
          { label: 'Niveau évalué', value: labelOf(ASSESSED_LEVELS, outcome.assessedLevel) },
        ]}
      />
      <p>
        {file.view.missionLocale === null
          ? 'Le résultat sera enregistré.'
          : 'Le résultat sera transmis à la mission locale du jeune.'}{' '}
        {typeset('Une décision plus récente pourra le compléter ; il ne pourra pas être effacé.')}
      </p>
      <div class="app-buttons">
        <ActionForm
          action={hrefOf(file)}
          label="Enregistrer le résultat"
          values={{ ...values, etape: 'enregistrer' }}
        />
        <ActionForm
          action={hrefOf(file)}
          label="Modifier le résultat"
          kind="secondary"
          values={{ ...values, etape: 'modifier' }}
        />
      </div>
    </Frame>
  );
  return new Page('Vérifier le résultat', content, { crumbs: crumbsOf(file), status: 200 });
}

interface FrameProps {
  readonly file: CandidacyFile;
  readonly title: string;
  readonly errors: FormErrors;
  readonly children: ComponentChildren;
}

function Frame({ file, title, errors, children }: FrameProps) {
  const { name, over } = presentFile(file);
  return (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={title} over={`${name} – ${over}`} />
      {children}
    </div>
  );
}

function hrefOf({ view }: CandidacyFile): string {
  return `/candidatures/${view.id}/resultat`;
}

function crumbsOf({ view }: CandidacyFile) {
  return [...FILE_CRUMBS, { href: `/candidatures/${view.id}`, label: 'Candidature' }];
}
