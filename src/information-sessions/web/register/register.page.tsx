import { birthWords, listedName } from '../../../people/index.js';
import { counted, typeset } from '../../../platform/french/index.js';
import {
  ActionForm,
  DataTable,
  EmptyState,
  Filters,
  Page,
  TextField,
  TitleBar,
  type Column,
} from '../../../platform/pages/index.js';
import { NEW_PATH } from '../../../referrals/index.js';
import type { SessionView } from '../../http/session.view.js';
import { MOST_FOUND, type FoundPerson } from '../../use-cases/find-people-to-register.js';
import { seatWords, SESSION_CRUMBS, sessionPath, whenWords } from '../session-words.js';

interface RegisterProps {
  readonly view: SessionView;
  readonly text: string;
  readonly found: readonly FoundPerson[];
  readonly total: number;
}

/** Who is to be registered, among those the mission locale knows. */
export function registerPage({ view, text, found, total }: RegisterProps): Page {
  const path = sessionPath(view.id, 'inscription');
  const content = (
    <>
      <TitleBar title="Inscrire un jeune" over={whenWords(view)} />
      <p>{seatWords(view)}</p>
      <Filters
        action={path}
        what="les jeunes"
        active={[]}
        clearHref={path}
        search={
          <TextField
            name="recherche"
            label="Nom, prénom ou numéro i-milo"
            type="search"
            value={text}
          />
        }
      />
      {text !== '' && <Found path={path} view={view} found={found} total={total} />}
      <p>
        <a href={sessionPath(view.id)}>Revenir à la séance</a>
      </p>
    </>
  );
  return new Page('Inscrire un jeune à une séance', content, { crumbs: SESSION_CRUMBS });
}

type FoundProps = Omit<RegisterProps, 'text'> & { readonly path: string };

function Found({ path, view, found, total }: FoundProps) {
  if (found.length === 0) {
    return (
      <EmptyState title="Aucun jeune trouvé">
        <p>
          {typeset('Seuls les jeunes déjà connus de votre mission locale s’inscrivent. ')}
          <a href={NEW_PATH}>Commencer une orientation</a>
          {typeset(' en ajoute un.')}
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <p class="app-results__count">
        {typeset(
          total > MOST_FOUND
            ? `${MOST_FOUND} jeunes sur ${total} : précisez la recherche.`
            : counted(total, 'jeune', 'jeunes'),
        )}
      </p>
      <DataTable
        id="trouves"
        caption="Jeunes trouvés"
        columns={columnsOf(path, view)}
        rows={found}
        keyOf={({ person }) => person.id}
        hasCards
      />
    </>
  );
}

function columnsOf(path: string, view: SessionView): Column<FoundPerson>[] {
  const mayRegister = view.availableCommands.includes('register');
  return [
    { key: 'jeune', label: 'Jeune', cell: ({ person }) => listedName(person.identity) },
    {
      key: 'naissance',
      label: 'Naissance',
      cell: ({ person }) => birthWords(person.identity.birthDate),
    },
    {
      key: 'inscription',
      label: 'Inscription',
      cell: ({ person, isRegistered }) => {
        if (isRegistered) return 'Déjà inscrit';
        if (!mayRegister) return 'Séance complète ou passée';
        return <ActionForm action={path} label="Inscrire" values={{ jeune: person.id }} />;
      },
    },
  ];
}
