import { MERGES_PATH, TraitTable } from '../../../people/index.js';
import { counted } from '../../../platform/french/index.js';
import {
  ActionForm,
  Alert,
  Badge,
  buttonClass,
  DataTable,
  EmptyState,
  Page,
  SummaryList,
  Tabs,
  TitleBar,
  TwoLines,
  type Column,
  type Tab,
} from '../../../platform/pages/index.js';
import type { CandidateWords, ReviewLine, ReviewWords } from './presenter.js';

const TITLE = 'Identités à vérifier';

const LINES: readonly Column<ReviewLine>[] = [
  {
    key: 'reason',
    label: 'Doute',
    cell: ({ id, reason, what }) => (
      <TwoLines under={what}>
        <a href={`/identites/${id}`}>{reason}</a>
      </TwoLines>
    ),
  },
  { key: 'state', label: 'État', cell: ({ state }) => <Badge {...state} /> },
  { key: 'opened', label: 'Depuis le', cell: ({ opened }) => opened },
  { key: 'candidates', label: 'À comparer', cell: ({ candidates }) => candidates },
];

/** What the queue shows. */
export interface QueueView {
  readonly tabs: readonly Tab[];
  readonly lines: readonly ReviewLine[];
  readonly total: number;
  readonly olderHref: string | null;
}

/** Rows whose person only somebody can recognise; the list names nobody. */
export function queuePage({ tabs, lines, total, olderHref }: QueueView): Page {
  const content = (
    <>
      <TitleBar title={TITLE}>
        <a class={buttonClass('tertiary')} href={MERGES_PATH}>
          Fiches en double
        </a>
      </TitleBar>
      <Tabs label="Vues de la liste" tabs={tabs} />
      <p class="app-results__count">{counted(total, 'ligne', 'lignes')}</p>
      {lines.length === 0 ? (
        <EmptyState title="Aucune identité à vérifier">
          <p>Les lignes dont la personne est douteuse attendent ici votre décision.</p>
        </EmptyState>
      ) : (
        <DataTable
          id="identites"
          caption="Lignes dont la personne est douteuse, de la plus récente à la plus ancienne"
          columns={LINES}
          rows={lines}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
      {olderHref !== null && (
        <p>
          <a href={olderHref}>Lignes plus anciennes</a>
        </p>
      )}
    </>
  );
  return new Page(TITLE, content);
}

/** The row and the files side by side, and what may be decided. */
export function reviewPage(words: ReviewWords, refusal: string | null = null): Page {
  const { id, line, fileName, isOpen, sent, candidates } = words;
  const content = (
    <>
      <TitleBar title="Même personne ?" over={`${fileName} · ${line.what}`}>
        <Badge {...line.state} />
      </TitleBar>
      {refusal !== null && (
        <Alert tone="error" title="Votre décision n’a pas été enregistrée">
          <p>{refusal}</p>
        </Alert>
      )}
      <p>{line.reason}</p>
      <section>
        <h2>Ligne reçue</h2>
        {sent === null ? (
          <p>Le contenu de cette ligne n’est plus conservé.</p>
        ) : (
          <SummaryList facts={sent.map(([label, value]) => ({ label, value }))} />
        )}
      </section>
      {candidates.map((candidate) => (
        <Candidate key={candidate.id} id={id} isOpen={isOpen} candidate={candidate} />
      ))}
      <section>
        <h2>{isOpen ? 'Aucun de ces dossiers' : 'Revenir sur la décision'}</h2>
        <Others id={id} isOpen={isOpen} />
      </section>
    </>
  );
  const crumbs = [{ href: '/identites', label: TITLE }];
  const isError = refusal !== null;
  return new Page('Même personne ?', content, { crumbs, isError, status: isError ? 409 : 200 });
}

interface CandidateProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly candidate: CandidateWords;
}

function Candidate({ id, isOpen, candidate }: CandidateProps) {
  const { title, reasons, traits, facts } = candidate;
  return (
    <section>
      <h2>{title}</h2>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {traits.length > 0 && (
        <TraitTable
          id={`traits-${candidate.id}`}
          caption={`${title} : trait par trait`}
          sides={['Ligne reçue', 'Dossier']}
          rows={traits}
        />
      )}
      {facts.length === 0 ? (
        <p>Vous ne voyez plus la personne de ce dossier.</p>
      ) : (
        <details class="app-donnees">
          <summary>Identité entière du dossier</summary>
          <SummaryList facts={facts.map(([label, value]) => ({ label, value }))} />
        </details>
      )}
      {isOpen && (
        <ActionForm
          action={`/identites/${id}/decision`}
          label={`C’est la même personne (${title.split(' :')[0]?.toLowerCase()})`}
          values={{ decision: 'MEME_PERSONNE', dossier: candidate.id }}
        />
      )}
    </section>
  );
}

function Others({ id, isOpen }: Pick<CandidateProps, 'id' | 'isOpen'>) {
  if (!isOpen) {
    return (
      <>
        <p>La ligne attend de nouveau une décision, et ce qu’elle a changé est défait.</p>
        <ActionForm
          action={`/identites/${id}/annulation`}
          label="Annuler la décision"
          kind="secondary"
        />
      </>
    );
  }
  return (
    <div class="app-buttons">
      <ActionForm
        action={`/identites/${id}/decision`}
        label="C’est une autre personne"
        kind="secondary"
        values={{ decision: 'PERSONNES_DIFFERENTES' }}
      />
      <ActionForm
        action={`/identites/${id}/decision`}
        label="Je ne peux pas trancher"
        kind="tertiary"
        values={{ decision: 'INDECIDABLE' }}
      />
    </div>
  );
}
