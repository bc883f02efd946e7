import { labelOf, type LocalDate } from '../../../kernel/index.js';
import { birthWords } from '../../../people/index.js';
import { longDate, phoneWords, typeset } from '../../../platform/french/index.js';
import {
  ActionButtons,
  ActionForm,
  DateField,
  FactsSection,
  Page,
  RadioField,
  RefusedAct,
  SelectField,
  TitleBar,
  type Choice,
  type Fact,
  type FileAction,
} from '../../../platform/pages/index.js';
import { RETURN_ANSWERS, type ReturnAnswer } from '../../../returns/index.js';
import {
  AGE_BANDS,
  DIRECT_OUTCOMES,
  type AgeBand,
  type DirectOutcome,
} from '../../domain/code-lists.js';
import type { DirectState } from '../../domain/direct-applicant.js';
import type { DirectApplicantView } from '../../http/direct-applicant.view.js';
import {
  alsoKnown,
  APPLICANT_CRUMBS,
  applicantPath,
  nameWords,
  standingWords,
  STATE_WORDS,
} from '../applicant-words.js';

const TITLE = 'Candidat direct';
const NO_DAY = { day: '', month: '', year: '' };

/** One direct applicant; the title of the page names nobody. */
export function filePage(
  view: DirectApplicantView,
  choices: readonly Choice[],
  refusal: string | null,
): Page {
  const can = (command: string) => view.availableCommands.includes(command);
  const content = (
    <>
      {refusal !== null && <RefusedAct refusal={refusal} lastEvent={standingWords(view)} />}
      <TitleBar
        title={nameWords(view)}
        over={`${TITLE} – ${STATE_WORDS[view.state as DirectState]}`}
      >
        <ActionButtons actions={actionsOf(view)} isDue={view.state === 'to-assign'} />
      </TitleBar>
      <p>{standingWords(view)}</p>
      {can('assign') && <Assign view={view} choices={choices} />}
      {can('answer') && <Answer view={view} />}
      <FactsSection id="invitation" title="Invitation" facts={factsOf(view)} />
      {view.youngPerson && (
        <FactsSection id="jeune" title="Avec son accord" facts={personFacts(view)} />
      )}
      {can('reopen') && (
        <ActionForm
          action={applicantPath(view.id, 'reouverture')}
          label="Annuler la réponse"
          kind="tertiary"
          values={{ version: String(view.version) }}
        />
      )}
      {can('withdraw') && (
        <ActionForm
          action={applicantPath(view.id, 'retrait')}
          label="Retirer et effacer l’identité"
          kind="tertiary"
          values={{ version: String(view.version) }}
        />
      )}
    </>
  );
  return new Page(TITLE, content, {
    crumbs: APPLICANT_CRUMBS,
    ...(refusal === null ? {} : { status: 409, isError: true }),
  });
}

function actionsOf(view: DirectApplicantView): FileAction[] {
  const canCorrect = view.availableCommands.includes('correct');
  if (!canCorrect) return [];
  const correct = view.agreedOn === null ? 'Enregistrer l’accord ou corriger' : 'Corriger';
  return [
    { href: applicantPath(view.id, 'lettre'), label: 'Lettre à imprimer' },
    { href: applicantPath(view.id, 'correction'), label: correct },
  ];
}

interface AssignProps {
  readonly view: DirectApplicantView;
  readonly choices: readonly Choice[];
}

function Assign({ view, choices }: AssignProps) {
  return (
    <form method="post" action={applicantPath(view.id, 'mission-locale')} noValidate>
      <input type="hidden" name="version" value={String(view.version)} />
      <SelectField
        name="mission-locale"
        label="Mission locale qui invite"
        hint="Demandez au jeune laquelle est la plus proche de chez lui"
        emptyLabel="Sélectionnez une mission locale"
        value=""
        groups={[{ title: null, choices }]}
      />
      <button class="fr-btn" type="submit">
        Choisir cette mission locale
      </button>
    </form>
  );
}

function Answer({ view }: { readonly view: DirectApplicantView }) {
  return (
    <form method="post" action={applicantPath(view.id, 'reponse')} noValidate>
      <input type="hidden" name="version" value={String(view.version)} />
      <RadioField
        name="reponse"
        label="Que devient le jeune ?"
        value=""
        choices={RETURN_ANSWERS.values.map(({ code, label }) => ({
          value: code,
          label: typeset(label),
        }))}
      />
      <DateField
        name="contact"
        label="Date du contact, ou de l’essai"
        hint="Laissez vide pour dire aujourd’hui"
        isOptional
        value={NO_DAY}
      />
      <div class="app-buttons">
        <button class="fr-btn" type="submit">
          Enregistrer la réponse
        </button>
      </div>
    </form>
  );
}

function factsOf(view: DirectApplicantView): Fact[] {
  const { answer, attempts } = view;
  return [
    { label: 'Unité', value: view.unit.name },
    { label: 'Numéro de dossier', value: view.unitFileNumber },
    { label: 'Mission locale', value: view.missionLocale?.name ?? null },
    { label: 'Suite donnée', value: labelOf(DIRECT_OUTCOMES, view.outcome as DirectOutcome) },
    { label: 'Décision', value: longDate(view.decidedOn as LocalDate) },
    { label: 'Invitation', value: longDate(view.invitedOn as LocalDate) },
    { label: 'Tranche d’âge', value: labelOf(AGE_BANDS, view.ageBand as AgeBand) },
    {
      label: view.state === 'to-assign' ? 'À choisir avant le' : 'Réponse attendue',
      value: view.dueOn === null ? null : longDate(view.dueOn as LocalDate),
    },
    ...(attempts > 0 ? [{ label: 'Essais sans réponse', value: String(attempts) }] : []),
    ...(answer === null
      ? []
      : [
          {
            label: 'Réponse de la mission locale',
            value: `${labelOf(RETURN_ANSWERS, answer.code as ReturnAnswer)}, ${longDate(answer.contactedOn as LocalDate)}`,
          },
        ]),
  ];
}

function personFacts({ youngPerson: person, agreedOn }: DirectApplicantView): Fact[] {
  if (!person || agreedOn === null) return [];
  const address = [person.street, person.addressComplement, person.postalCode]
    .filter(Boolean)
    .join(', ');
  return [
    { label: 'Accord donné', value: longDate(agreedOn as LocalDate) },
    ...(person.usageName === null ? [] : [{ label: 'Nom d’usage', value: person.usageName }]),
    { label: 'Prénoms', value: person.firstNames.join(', ') },
    { label: 'Naissance', value: birthWords(person.birthDate) },
    { label: 'Téléphone', value: phoneWords(person.phone) },
    { label: 'Courriel', value: person.email },
    { label: 'Adresse', value: address === '' ? null : address },
    ...alsoKnown(person),
  ];
}
