import { counted, longDate, typeset } from '../../platform/french/index.js';
import {
  buttonClass,
  DataTable,
  EmptyState,
  Page,
  TitleBar,
  TwoLines,
  type Column,
} from '../../platform/pages/index.js';
import type { OrganisationName } from '../../referrals/index.js';
import type { EvaluationNote } from '../domain/evaluation-note.js';
import { contingentWords, pointsWords, WRITE_PATH, writeHref } from './note-words.js';

/** A note as one side of the pair reads it. */
export interface NoteRow {
  readonly id: string;
  readonly partner: OrganisationName;
  /** Written by the reader's own side. */
  readonly isOwn: boolean;
  readonly note: EvaluationNote;
}

const TITLE = 'Bilans du partenariat';
const ABOUT =
  'À la fin d’un contingent, chacun dit ce qui a bien fonctionné et ce qui est à améliorer. Les deux parties lisent tous les bilans ; le comité de suivi lit des nombres, sans le nom des organismes.';

/** The notes of both sides, the latest contingent first. */
export function listPage(rows: readonly NoteRow[], mayWrite: boolean): Page {
  const content = (
    <>
      <TitleBar title={TITLE}>
        {mayWrite && (
          <a class={buttonClass()} href={WRITE_PATH}>
            Écrire un bilan
          </a>
        )}
      </TitleBar>
      <p>{typeset(ABOUT)}</p>
      <div class="app-results">
        <p class="app-results__count">{counted(rows.length, 'bilan', 'bilans')}</p>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Aucun bilan">
          <p>Les bilans écrits par votre organisme et ses partenaires apparaîtront ici.</p>
        </EmptyState>
      ) : (
        <DataTable
          id="bilans"
          caption="Bilans, du contingent le plus récent au plus ancien"
          columns={columnsOf(mayWrite)}
          rows={rows}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
    </>
  );
  return new Page(TITLE, content);
}

function columnsOf(mayWrite: boolean): Column<NoteRow>[] {
  const columns: Column<NoteRow>[] = [
    {
      key: 'contingent',
      label: 'Contingent',
      cell: ({ note }) => contingentWords(note.contingent),
    },
    { key: 'partenaire', label: 'Partenaire', cell: ({ partner }) => partner.name },
    {
      key: 'auteur',
      label: 'Écrit par',
      cell: ({ isOwn, note }) => (
        <TwoLines under={longDate(note.writtenOn)}>
          {isOwn ? 'Votre organisme' : 'Le partenaire'}
        </TwoLines>
      ),
    },
    { key: 'bien', label: 'A bien fonctionné', cell: ({ note }) => pointsWords(note.worked) },
    { key: 'mieux', label: 'À améliorer', cell: ({ note }) => pointsWords(note.improve) },
  ];
  if (!mayWrite) return columns;
  const change: Column<NoteRow> = {
    key: 'action',
    label: 'Modifier',
    cell: ({ isOwn, partner, note }) =>
      isOwn ? <a href={writeHref(partner.code, note.contingent)}>Modifier</a> : null,
  };
  return [...columns, change];
}
