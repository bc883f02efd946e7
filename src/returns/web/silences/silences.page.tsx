import { typeset } from '../../../platform/french/index.js';
import {
  DataTable,
  EmptyState,
  Page,
  TitleBar,
  type Column,
} from '../../../platform/pages/index.js';
import { FIGURE_FLOOR } from '../../domain/silence.rules.js';
import type { SilenceRow } from './silences.presenter.js';

const TITLE = 'Retours signalés';

const COLUMNS: readonly Column<SilenceRow>[] = [
  { key: 'mission-locale', label: 'Mission locale', cell: ({ missionLocale }) => missionLocale },
  { key: 'departement', label: 'Département', cell: ({ department }) => department },
  { key: 'retours', label: 'Retours en retard', cell: ({ returns }) => returns },
  { key: 'anciennete', label: 'Le plus ancien, depuis', cell: ({ age }) => age },
  { key: 'compte', label: 'Compté le', cell: ({ countedAt }) => countedAt },
];

/** The page of the missions locales that leave returns without a sign: figures alone, nobody. */
export function silencesPage(rows: readonly SilenceRow[]): Page {
  const content = (
    <>
      <TitleBar title={TITLE} />
      <p>
        {typeset(
          `Ces missions locales ont des retours en retard que ni le conseiller ni le responsable n’ont traités : c’est à l’association régionale de les appeler. Pour que personne ne soit reconnu, aucun jeune n’est nommé et un nombre inférieur à ${FIGURE_FLOOR} n’est pas donné.`,
        )}
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Aucun retour signalé">
          <p>
            {typeset('Les missions locales qui laissent des retours en retard apparaîtront ici.')}
          </p>
        </EmptyState>
      ) : (
        <DataTable
          id="retours-signales"
          caption={TITLE}
          columns={COLUMNS}
          rows={rows}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
    </>
  );
  return new Page(TITLE, content);
}
