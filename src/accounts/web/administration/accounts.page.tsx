import { counted } from '../../../platform/french/index.js';
import {
  Badge,
  buttonClass,
  Filters,
  Page,
  TextField,
  TwoLines,
  Worklist,
  type Column,
} from '../../../platform/pages/index.js';
import type { AccountState, AccountWithMemberships } from '../../domain/account.js';
import { ACCOUNTS_PAGE_SIZE } from '../../use-cases/consult-accounts.js';
import { ACCOUNT_STATE_WORDS, membershipWords } from './account-words.js';
import {
  ACCOUNT_TABS,
  ACCOUNTS_PATH,
  accountsHref,
  type AccountsAddress,
  type AccountTab,
} from './accounts-search.js';

interface AccountsContent {
  readonly address: AccountsAddress;
  readonly rows: readonly AccountWithMemberships[];
  readonly counts: ReadonlyMap<AccountState, number>;
}

const COLUMNS: readonly Column<AccountWithMemberships>[] = [
  {
    key: 'personne',
    label: 'Personne',
    cell: ({ id, displayName, email }) => (
      <TwoLines under={email}>
        <a href={`${ACCOUNTS_PATH}/${id}`}>{displayName}</a>
      </TwoLines>
    ),
  },
  {
    key: 'roles',
    label: 'Rôles',
    cell: ({ memberships }) => memberships.map(membershipWords).join(' ; '),
  },
  {
    key: 'etat',
    label: 'État',
    cell: ({ state }) => <Badge {...ACCOUNT_STATE_WORDS[state]} />,
  },
];

/** The list of accounts: what waits for a second person first. */
export function accountsPage({ address, rows, counts }: AccountsContent): Page {
  const total = countOf(address.tab, counts);
  const pages = Math.max(1, Math.ceil(total / ACCOUNTS_PAGE_SIZE));
  const content = (
    <>
      <Worklist
        title="Comptes"
        tabs={tabsOf(address, counts)}
        total={counted(total, 'compte', 'comptes')}
        id="comptes"
        caption={`Comptes, ${ACCOUNT_TABS[address.tab].label}`}
        columns={COLUMNS}
        rows={rows}
        empty={emptyWords(address)}
        page={address.page}
        pages={pages}
        hrefOf={(page) => accountsHref(address, { page })}
      >
        <p>
          <a class={buttonClass()} href={`${ACCOUNTS_PATH}/nouveau`}>
            Créer un compte
          </a>
        </p>
        <Search {...address} />
      </Worklist>
    </>
  );
  const where = pages > 1 ? ` – page ${address.page} sur ${pages}` : '';
  return new Page(`Comptes – ${ACCOUNT_TABS[address.tab].label}${where}`, content);
}

function Search(address: AccountsAddress) {
  const { text, tab } = address;
  const clearHref = accountsHref(address, { text: '' });
  return (
    <Filters
      action={ACCOUNTS_PATH}
      what="les comptes"
      active={text === '' ? [] : [{ label: `« ${text} »`, href: clearHref }]}
      clearHref={clearHref}
      kept={tab === 'a-approuver' ? {} : { onglet: tab }}
      search={<TextField name="recherche" label="Nom ou adresse" type="search" value={text} />}
    />
  );
}

function tabsOf(address: AccountsAddress, counts: ReadonlyMap<AccountState, number>) {
  return (Object.keys(ACCOUNT_TABS) as AccountTab[]).map((tab) => ({
    href: accountsHref(address, { tab }),
    label: ACCOUNT_TABS[tab].label,
    isCurrent: tab === address.tab,
    count: countOf(tab, counts),
  }));
}

function countOf(tab: AccountTab, counts: ReadonlyMap<AccountState, number>): number {
  const { state } = ACCOUNT_TABS[tab];
  if (state !== null) return counts.get(state) ?? 0;
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function emptyWords({ text, tab }: AccountsAddress) {
  if (text !== '') {
    return {
      title: 'Aucun compte ne correspond',
      text: 'Cherchez une autre partie du nom ou de l’adresse, ou changez de vue.',
    };
  }
  return tab === 'a-approuver'
    ? { title: 'Rien à approuver', text: 'Les comptes créés par d’autres personnes viendront ici.' }
    : { title: 'Aucun compte', text: 'Cette vue est vide.' };
}
