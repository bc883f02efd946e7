import {
  counted,
  frenchNumber,
  longInstant,
  shortDate,
  typeset,
} from '../../../platform/french/index.js';
import {
  Alert,
  DataTable,
  DateField,
  ErrorSummary,
  FileField,
  Page,
  TitleBar,
  type Column,
  type FormErrors,
  type TypedDate,
} from '../../../platform/pages/index.js';
import type { TableFault } from '../../domain/table-reading.js';
import type { StandingSet } from '../../use-cases/reference/consult-reference-data.js';
import type { AppliedVersion } from '../../use-cases/reference/reference-archive.js';
import { REFERENCE_PATH, SET_WORDS } from './set-words.js';

/** Faults shown; the file is corrected and put down again. */
const MOST_FAULTS = 50;

export const REFERENCE_CRUMBS = [{ href: REFERENCE_PATH, label: 'Référentiels' }];

interface SetView {
  readonly standing: StandingSet;
  readonly timeZone: string;
  readonly errors?: FormErrors;
  readonly faults?: readonly TableFault[];
  readonly typedDate?: TypedDate;
}

/** One set: what it is, its export, a new version, the versions that were applied. */
export function setPage(view: SetView): Page {
  const { standing, timeZone, errors = {}, faults = [] } = view;
  const { title, about, rows } = SET_WORDS[standing.set];
  const here = `${REFERENCE_PATH}/${standing.set}`;
  const isError = Object.keys(errors).length > 0 || faults.length > 0;
  const content = (
    <>
      <ErrorSummary errors={errors} />
      <TitleBar title={title} over="Référentiel" />
      {faults.length > 0 && <Faults faults={faults} />}
      <p>{typeset(about)}</p>
      <p>
        {typeset(`Aujourd’hui : ${counted(standing.rowCount, rows[0], rows[1])}. `)}
        <a href={`${here}/liste.csv`} download>
          Exporter pour corriger (CSV)
        </a>
      </p>
      {standing.waiting.length > 0 && <Waiting standing={standing} timeZone={timeZone} />}
      <h2>Déposer une nouvelle version</h2>
      <NewVersion {...view} />
      <h2>Versions appliquées</h2>
      {standing.versions.length === 0 ? (
        <p>Aucune pour l’instant. Les données livrées et les changements faits à la main valent.</p>
      ) : (
        <Versions here={here} versions={standing.versions} timeZone={timeZone} />
      )}
    </>
  );
  return new Page(title, content, {
    crumbs: REFERENCE_CRUMBS,
    isError,
    status: isError ? 422 : 200,
  });
}

function Faults({ faults }: { readonly faults: readonly TableFault[] }) {
  const columns: readonly Column<TableFault & { readonly at: number }>[] = [
    {
      key: 'ligne',
      label: 'Ligne',
      cell: ({ line }) => (line === null ? 'Fichier' : String(line)),
    },
    { key: 'colonne', label: 'Colonne', cell: ({ column }) => column },
    { key: 'quoi', label: 'Que faire', cell: ({ said }) => typeset(said) },
  ];
  const rows = faults.slice(0, MOST_FAULTS).map((fault, at) => ({ ...fault, at }));
  return (
    <>
      <Alert tone="error" title="Rien n’est gardé de ce fichier">
        <p>
          {typeset(
            `${counted(faults.length, 'anomalie', 'anomalies')} : corrigez le fichier, puis déposez-le de nouveau.`,
          )}
        </p>
      </Alert>
      <DataTable
        id="anomalies"
        caption="Anomalies, par ligne du fichier"
        columns={columns}
        rows={rows}
        keyOf={({ at }) => String(at)}
        hasCards
      />
      {faults.length > MOST_FAULTS && <p>{`Les ${MOST_FAULTS} premières sont montrées ici.`}</p>}
    </>
  );
}

function Waiting({ standing, timeZone }: Pick<SetView, 'standing' | 'timeZone'>) {
  return (
    <section class="app-todo" aria-labelledby="attente-titre">
      <h2 class="fr-h4" id="attente-titre">
        À décider
      </h2>
      <ul>
        {standing.waiting.map(({ id, putAt, rowCount }) => (
          <li key={id}>
            <a href={`${REFERENCE_PATH}/fichiers/${id}`}>
              {`Fichier déposé le ${longInstant(putAt, timeZone)}, ${counted(rowCount, 'ligne', 'lignes')}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NewVersion({ standing, errors = {}, typedDate }: SetView) {
  return (
    <form
      method="post"
      action={`${REFERENCE_PATH}/${standing.set}`}
      encType="multipart/form-data"
      noValidate
    >
      <FileField
        name="fichier"
        label="Fichier CSV"
        hint={typeset(
          'Enregistré par un tableur, en CSV. Rien n’est appliqué avant votre accord, et rien du tout si une ligne est fautive.',
        )}
        accept=".csv,text/csv"
        error={errors['fichier']}
      />
      {standing.isDated && (
        <DateField
          name="debut"
          label="Premier jour de validité"
          hint="Par exemple 01 01 2027."
          value={typedDate}
          error={errors['debut']}
        />
      )}
      <button class="fr-btn" type="submit">
        Voir les différences
      </button>
      <p class="fr-hint-text">{typeset(`Colonnes : ${standing.columns.join(' ; ')}`)}</p>
    </form>
  );
}

interface VersionsProps {
  readonly here: string;
  readonly versions: readonly AppliedVersion[];
  readonly timeZone: string;
}

function Versions({ here, versions, timeZone }: VersionsProps) {
  const columns: readonly Column<AppliedVersion>[] = [
    {
      key: 'version',
      label: 'Version',
      cell: ({ number }) => (
        <a href={`${here}/versions/${number}`} download>
          {`Version ${number} (CSV)`}
        </a>
      ),
    },
    { key: 'quand', label: 'Appliquée', cell: (one) => longInstant(one.appliedAt, timeZone) },
    { key: 'qui', label: 'Par', cell: ({ appliedBy }) => appliedBy ?? 'Passerelle' },
    {
      key: 'debut',
      label: 'Valable à partir du',
      cell: ({ validFrom }) => validFrom && shortDate(validFrom),
    },
    { key: 'lignes', label: 'Lignes', isNumber: true, cell: (one) => frenchNumber(one.rowCount) },
    {
      key: 'effet',
      label: 'Effet',
      cell: ({ added, changed, ended }) =>
        [
          counted(added, 'ajout', 'ajouts'),
          counted(changed, 'changement', 'changements'),
          counted(ended, 'fin', 'fins'),
        ].join(', '),
    },
    {
      key: 'empreinte',
      label: 'Empreinte SHA-256',
      cell: ({ sha256 }) => <code class="app-break">{sha256}</code>,
    },
  ];
  return (
    <DataTable
      id="versions"
      caption="Versions appliquées, la plus récente d’abord"
      columns={columns}
      rows={versions}
      keyOf={({ number }) => String(number)}
      hasCards
    />
  );
}
