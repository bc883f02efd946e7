import { typeset } from '../../platform/french/index.js';
import { DataTable, EmptyState, Page, TitleBar, type Column } from '../../platform/pages/index.js';
import type { HomeEntry } from './home-entries.js';
import type { HomeAnswer, HomePresented, HomeTask } from './home.presenter.js';

interface HomeProps {
  readonly role: string;
  readonly view: HomePresented;
  readonly entries: readonly HomeEntry[];
}

/** The first page of each role: what waits, what came in, where to go. */
export function homePage({ role, view, entries }: HomeProps): Page {
  const { tasks, answers } = view;
  const content = (
    <>
      <TitleBar title="Accueil" over={role} />
      {tasks !== null && <Tasks tasks={tasks} />}
      {answers !== null && <Answers {...answers} />}
      <section aria-labelledby="pages-titre">
        <h2 id="pages-titre">Vos pages</h2>
        <ul class="app-cards">
          {entries.map(({ href, title, about }) => (
            <li key={href}>
              <h3 class="fr-h4">
                <a href={href}>{title}</a>
              </h3>
              <p>{about}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
  return new Page('Accueil', content);
}

interface TasksProps {
  readonly tasks: readonly HomeTask[];
}

function Tasks({ tasks }: TasksProps) {
  return (
    <section aria-labelledby="a-faire-titre">
      <h2 id="a-faire-titre">À faire</h2>
      {tasks.length === 0 ? (
        <EmptyState title="Rien à faire">
          <p>Tout est à jour. Ce qui attendra une action de votre part apparaîtra ici.</p>
        </EmptyState>
      ) : (
        <ul class="app-cards">
          {tasks.map(({ href, count, title, about }) => (
            <li key={title} class="app-cards__due">
              <h3 class="fr-h4">
                <a href={href}>
                  <span class="app-cards__count">{count}</span> {typeset(title)}
                </a>
              </h3>
              <p>{typeset(about)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const ANSWER_COLUMNS: readonly Column<HomeAnswer>[] = [
  { key: 'jeune', label: 'Jeune', cell: ({ href, name }) => <a href={href}>{name}</a> },
  { key: 'reponse', label: 'Réponse', cell: ({ outcome }) => typeset(outcome) },
  { key: 'unite', label: 'Unité', cell: ({ unit }) => unit },
  { key: 'decision', label: 'Décision du', cell: ({ decidedOn }) => decidedOn },
];

function Answers({ title, empty, rows }: NonNullable<HomePresented['answers']>) {
  return (
    <section aria-labelledby="reponses-titre">
      <h2 id="reponses-titre">{title}</h2>
      {rows.length === 0 ? (
        <p>{typeset(empty)}</p>
      ) : (
        <DataTable
          id="reponses-recues"
          caption={title}
          columns={ANSWER_COLUMNS}
          rows={rows}
          keyOf={({ id }) => id}
          hasCards
        />
      )}
    </section>
  );
}
