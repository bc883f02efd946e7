import { TERRITORIES, type TerritoryCode } from '../../../kernel/index.js';
import { counted, typeset } from '../../../platform/french/index.js';
import {
  buttonClass,
  DataTable,
  EmptyState,
  Filters,
  Page,
  SelectField,
  TitleBar,
  type Column,
} from '../../../platform/pages/index.js';
import type { SheetView } from '../../http/sheet.view.js';
import {
  incorporationWords,
  PUBLISH_PATH,
  sheetPath,
  SHEETS_PATH,
  territoryWords,
} from '../sheet-words.js';

interface ListProps {
  readonly rows: readonly SheetView[];
  readonly territory: TerritoryCode | null;
  readonly isOfUnit: boolean;
  readonly mayPublish: boolean;
}

const TITLE = 'Offres des unités';

/** The sheets in force, by the name of the unit. */
export function listPage({ rows, territory, isOfUnit, mayPublish }: ListProps): Page {
  const content = (
    <>
      <TitleBar title={TITLE}>
        {mayPublish && (
          <a class={buttonClass()} href={PUBLISH_PATH}>
            {rows.length === 0 ? 'Publier la fiche d’offre' : 'Publier une nouvelle version'}
          </a>
        )}
      </TitleBar>
      {!isOfUnit && <TerritoryFilter territory={territory} />}
      <div class="app-results">
        <p class="app-results__count">{counted(rows.length, 'fiche', 'fiches')}</p>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Aucune fiche d’offre">
          <p>{typeset(isOfUnit ? NONE_OF_UNIT : NONE)}</p>
        </EmptyState>
      ) : (
        <DataTable
          id="offres"
          caption="Fiches d’offre en vigueur"
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

const NONE = 'Aucune unité n’a publié sa fiche pour ce choix : appelez l’unité qui vous intéresse.';
const NONE_OF_UNIT =
  'Publiez ce que votre unité propose : toutes les missions locales le liront et pourront le remettre.';

const COLUMNS: readonly Column<SheetView>[] = [
  { key: 'unite', label: 'Unité', cell: ({ id, unit }) => <a href={sheetPath(id)}>{unit.name}</a> },
  { key: 'territoire', label: 'Territoire', cell: ({ territory }) => territoryWords(territory) },
  {
    key: 'prochaine',
    label: 'Prochaine incorporation',
    cell: ({ incorporations: [next] }) => (next ? incorporationWords(next) : 'Non annoncée'),
  },
  {
    key: 'filieres',
    label: 'Filières',
    cell: ({ tracks }) => String(tracks.length),
    isNumber: true,
  },
];

function TerritoryFilter({ territory }: Pick<ListProps, 'territory'>) {
  const choices = Object.entries(TERRITORIES)
    .map(([value, { name }]) => ({ value, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
  const active =
    territory === null ? [] : [{ label: TERRITORIES[territory].name, href: SHEETS_PATH }];
  return (
    <Filters
      action={SHEETS_PATH}
      what="les fiches d’offre"
      active={active}
      clearHref={SHEETS_PATH}
      search={
        <SelectField
          name="territoire"
          label="Territoire de l’unité"
          emptyLabel="Tous les territoires"
          value={territory ?? ''}
          groups={[{ title: null, choices }]}
        />
      }
    />
  );
}
