import { recordedBy } from '../../../accounts/index.js';
import { labelOf, type LocalDate } from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { longDate, typeset } from '../../../platform/french/index.js';
import {
  DateField,
  ErrorSummary,
  FactsSection,
  HistorySection,
  Page,
  RadioField,
  RefusedAct,
  TitleBar,
  type Choice,
  type Fact,
  type FormErrors,
  type TimelineEntry,
  type TypedDate,
} from '../../../platform/pages/index.js';
import { EXIT_SITUATIONS } from '../../../volunteers/index.js';
import { FOLLOW_UP_SOURCES, MILESTONES, type Milestone } from '../../domain/code-lists.js';
import {
  answerPath,
  answerWords,
  FOLLOW_UPS_PATH,
  situationWords,
  sourceWords,
  standingWords,
} from '../follow-up-words.js';
import type { FollowUpFile } from './follow-up-files.js';

const TITLE = 'Que devient le jeune ?';
const CRUMBS = [{ href: FOLLOW_UPS_PATH, label: 'Devenirs' }];

const SITUATIONS: readonly Choice[] = EXIT_SITUATIONS.values.map(({ code, label }) => ({
  value: code,
  label: typeset(label),
}));
const SOURCES: readonly Choice[] = FOLLOW_UP_SOURCES.values.map(({ code, label }) => ({
  value: code,
  label: typeset(label),
}));

/** What a form holds, as it was typed. */
export interface TypedAnswer {
  readonly version: string;
  readonly situation: string;
  readonly source: string;
  readonly observedOn: TypedDate;
  readonly startedOn?: TypedDate;
}

interface AnswerPageProps {
  readonly file: FollowUpFile;
  readonly typed: TypedAnswer;
  readonly errors: FormErrors;
}

/** The form of an answer. Its title names nobody: titles stay in the history of the browser. */
export function answerPage({ file, typed, errors }: AnswerPageProps): Page {
  const { view } = file;
  const isError = Object.keys(errors).length > 0;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <Head file={file} />
      <p>{standingWords(view)}</p>
      <form method="post" action={answerPath(view)} noValidate>
        <input type="hidden" name="version" value={typed.version} />
        <RadioField
          name="situation"
          label="Sa situation"
          hint="Ne dites jamais le nom d’un employeur."
          choices={SITUATIONS}
          value={typed.situation}
          error={errors['situation']}
        />
        <RadioField
          name="source"
          label="Comment le savez-vous ?"
          choices={SOURCES}
          value={typed.source}
          error={errors['source']}
        />
        <DateField
          name="constat"
          label="Date de l’observation"
          hint={observationHint(file)}
          value={typed.observedOn}
          error={errors['constat']}
        />
        <DateField
          name="debut"
          label="Début de cette situation"
          isOptional
          value={typed.startedOn}
          error={errors['debut']}
        />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Enregistrer
          </button>
          <a class="fr-btn fr-btn--tertiary" href={FOLLOW_UPS_PATH}>
            Revenir à la liste
          </a>
        </div>
      </form>
      <Known file={file} />
    </div>
  );
  return new Page(TITLE, content, { crumbs: CRUMBS, ...(isError ? { isError, status: 422 } : {}) });
}

/** What is said when nothing may be answered: too early, too late, or answered by another meanwhile. */
export function refusedPage(file: FollowUpFile, reason: string | null): Page {
  const content = (
    <div class="app-column">
      <Head file={file} />
      {reason !== null && <RefusedAct refusal={reason} lastEvent={lastChange(file)} />}
      <p>{standingWords(file.view)}</p>
      <p>
        <a href={FOLLOW_UPS_PATH}>Revenir à la liste</a>
      </p>
      <Known file={file} />
    </div>
  );
  return new Page(TITLE, content, { crumbs: CRUMBS, status: 409, isError: true });
}

function Head({ file: { view } }: { readonly file: FollowUpFile }) {
  const over = `${listedName(view.youngPerson)} – ${labelOf(MILESTONES, view.milestone as Milestone)}`;
  return <TitleBar title={typeset(TITLE)} over={over} />;
}

function Known({ file }: { readonly file: FollowUpFile }) {
  return (
    <>
      <FactsSection id="sortie" title="Sortie de l’unité" facts={exitFacts(file)} />
      {file.events.length > 0 && (
        <HistorySection entries={file.events.map((event) => entryOf(event, file)).reverse()} />
      )}
    </>
  );
}

function exitFacts({ view }: FollowUpFile): Fact[] {
  return [
    { label: 'Unité', value: view.unit.name },
    { label: 'Sortie', value: longDate(view.exitedOn as LocalDate) },
    {
      label: 'Situation à la sortie',
      value: view.exitSituation && situationWords(view.exitSituation),
    },
    { label: 'Jalon', value: longDate(view.dueOn as LocalDate) },
  ];
}

function observationHint({ view: { opensOn, closesOn } }: FollowUpFile): string {
  const [first, last] = [longDate(opensOn as LocalDate), longDate(closesOn as LocalDate)];
  return typeset(`Entre le ${first} et le ${last}. Laissez vide pour dire aujourd’hui.`);
}

function lastChange(file: FollowUpFile): string {
  const last = file.events.at(-1);
  if (!last) return '';
  const { title, when, who } = entryOf(last, file);
  return `${title} – ${who}, le ${when}.`;
}

/** What was done, in the words of a history. */
const DONE: Readonly<Record<string, string>> = {
  answer: 'Devenir renseigné',
  correct: 'Devenir corrigé',
  'take-back': 'Réponse reprise par un fichier',
};

function entryOf(event: FollowUpFile['events'][number], { timeZone }: FollowUpFile): TimelineEntry {
  const said = { ...event, observedOn: event.effectiveOn };
  return {
    title: DONE[event.command] ?? event.command,
    ...recordedBy(event, null, timeZone),
    details: [
      ['Situation', answerWords(said)],
      ['Source', sourceWords(said)],
    ],
  };
}
