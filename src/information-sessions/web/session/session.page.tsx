import { labelOf } from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { typeset } from '../../../platform/french/index.js';
import {
  ActionButtons,
  ActionForm,
  DataTable,
  FactsSection,
  HistorySection,
  Page,
  reasonInWords,
  RefusedAct,
  TitleBar,
  type Column,
  type Fact,
  type FileAction,
} from '../../../platform/pages/index.js';
import { NEW_PATH } from '../../../referrals/index.js';
import {
  ATTENDANCES,
  CANCEL_REASON_TREE,
  type Attendance,
  type CancelReason,
} from '../../domain/code-lists.js';
import type { RegistrationView, SessionDetailView } from '../../http/session.view.js';
import {
  presenceWords,
  seatWords,
  SESSION_CRUMBS,
  sessionPath,
  whenWords,
} from '../session-words.js';
import type { SessionFile } from './session-files.js';

/** One session; its title names nobody. */
export function sessionPage(file: SessionFile, refusal: string | null = null): Page {
  const { view, history } = file;
  const [last] = history;
  const content = (
    <>
      {refusal !== null && (
        <RefusedAct
          refusal={refusal}
          lastEvent={last ? `${last.title} – ${last.who}, le ${last.when}.` : ''}
        />
      )}
      <TitleBar title={whenWords(view)} over="Séance d’information">
        <ActionButtons actions={actionsOf(view)} isDue={view.presence === null} />
      </TitleBar>
      <FactsSection id="seance" title="Séance" facts={factsOf(view)} />
      {view.registrations && <Registered view={view} registrations={view.registrations} />}
      <HistorySection entries={history} />
    </>
  );
  return new Page('Séance d’information', content, {
    crumbs: SESSION_CRUMBS,
    ...(refusal === null ? {} : { status: 409, isError: true }),
  });
}

const ACTIONS: Readonly<Record<string, { readonly below: string; readonly label: string }>> = {
  answer: { below: 'presence', label: 'Dire si l’unité vient' },
  register: { below: 'inscription', label: 'Inscrire un jeune' },
  cancel: { below: 'annulation', label: 'Annuler la séance' },
};

function actionsOf(view: SessionDetailView): FileAction[] {
  return view.availableCommands.flatMap((command) => {
    const action = ACTIONS[command];
    return action ? [{ href: sessionPath(view.id, action.below), label: action.label }] : [];
  });
}

function factsOf(view: SessionDetailView): Fact[] {
  const cancelled = view.cancelReason as CancelReason | null;
  return [
    ...(cancelled === null
      ? []
      : [{ label: 'Annulée', value: reasonInWords(CANCEL_REASON_TREE, cancelled) }]),
    { label: 'Mission locale', value: view.missionLocale.name },
    { label: 'Unité invitée', value: view.unit.name },
    { label: 'Lieu', value: view.place },
    { label: 'Heure affichée', value: 'Celle de la mission locale' },
    { label: 'Présence de l’unité', value: presenceWords(view) },
    { label: 'Inscrits', value: seatWords(view) },
    { label: 'Venus', value: String(view.attended) },
  ];
}

interface RegisteredProps {
  readonly view: SessionDetailView;
  readonly registrations: readonly RegistrationView[];
}

const NOT_TOLD = 'L’unité voit combien de jeunes sont inscrits et sont venus, jamais leurs noms.';

function Registered({ view, registrations }: RegisteredProps) {
  return (
    <section aria-labelledby="inscrits-titre">
      <h2 id="inscrits-titre">Inscrits</h2>
      <p>{typeset(NOT_TOLD)}</p>
      {registrations.length === 0 ? (
        <p>{typeset(view.registered > 0 ? FORGOTTEN : 'Personne n’est inscrit.')}</p>
      ) : (
        <DataTable
          id="jeunes-inscrits"
          caption="Jeunes inscrits à la séance"
          columns={columnsOf(view)}
          rows={registrations}
          keyOf={({ youngPersonId }) => youngPersonId}
          hasCards
        />
      )}
    </section>
  );
}

const FORGOTTEN =
  'Les noms des inscrits sont effacés six mois après la séance ; les nombres restent.';

function columnsOf(view: SessionDetailView): Column<RegistrationView>[] {
  const may = (command: string) => view.availableCommands.includes(command);
  const columns: Column<RegistrationView>[] = [
    {
      key: 'jeune',
      label: 'Jeune',
      cell: ({ youngPersonId, youngPerson }) => (
        <a href={`/jeunes/${youngPersonId}`}>{listedName(youngPerson)}</a>
      ),
    },
    {
      key: 'venue',
      label: 'Venue',
      cell: ({ attendance }) =>
        attendance === null ? 'Non renseignée' : labelOf(ATTENDANCES, attendance as Attendance),
    },
  ];
  if (may('record-attendance')) {
    columns.push({ key: 'dire', label: 'Enregistrer', cell: (row) => Ticks(view, row) });
    columns.push({ key: 'suite', label: 'Suite', cell: Next });
  }
  if (may('unregister')) {
    columns.push({
      key: 'retrait',
      label: 'Retrait',
      cell: ({ youngPersonId }) => (
        <ActionForm
          action={sessionPath(view.id, 'retrait')}
          label="Retirer"
          kind="tertiary"
          values={{ jeune: youngPersonId }}
        />
      ),
    });
  }
  return columns;
}

function Ticks({ id }: SessionDetailView, { youngPersonId, attendance }: RegistrationView) {
  return (
    <div class="app-buttons">
      {ATTENDANCES.values
        .filter(({ code }) => code !== attendance)
        .map(({ code, label }) => (
          <ActionForm
            key={code}
            action={sessionPath(id, 'assiduite')}
            label={label}
            kind="secondary"
            values={{ jeune: youngPersonId, venue: code }}
          />
        ))}
    </div>
  );
}

/** One gesture: who came is referred with what is known, the session being a prerequisite already met. */
function Next({ youngPersonId, attendance }: RegistrationView) {
  if (attendance !== 'PRESENT') return null;
  return (
    <ActionForm
      action={NEW_PATH}
      label="Orienter ce jeune"
      values={{ etape: 'connu', jeune: youngPersonId, 'prerequis.SEANCE_INFORMATION': 'oui' }}
    />
  );
}
