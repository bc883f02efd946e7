import { TERRITORIES, TERRITORY_CODES } from '../../../kernel/index.js';
import { counted, shortDate } from '../../../platform/french/index.js';
import {
  Badge,
  buttonClass,
  Filters,
  Page,
  SelectField,
  TextField,
  TwoLines,
  Worklist,
  type ActiveFilter,
  type Column,
} from '../../../platform/pages/index.js';
import { ORGANISATION_KINDS } from '../../domain/organisation-text.js';
import type { Standing } from '../../domain/standing.js';
import { REGISTER_PAGE_SIZE, type StandingOrganisation } from '../../use-cases/consult-register.js';
import { KIND_LABELS, STANDING_WORDS } from './organisation-words.js';
import {
  REGISTER_PATH,
  REGISTER_TABS,
  registerHref,
  type RegisterAddress,
  type RegisterTab,
} from './register-search.js';

interface RegisterContent {
  readonly address: RegisterAddress;
  readonly rows: readonly StandingOrganisation[];
  readonly total: number;
  readonly counts: ReadonlyMap<Standing, number>;
}

type Row = StandingOrganisation & { readonly id: string };

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'organisme',
    label: 'Organisme',
    cell: ({ organisation: { id, usualName, name } }) => (
      <TwoLines under={name === usualName ? '' : name}>
        <a href={`${REGISTER_PATH}/${id}`}>{usualName}</a>
      </TwoLines>
    ),
  },
  { key: 'code', label: 'Code', cell: ({ organisation }) => organisation.code },
  {
    key: 'nature',
    label: 'Nature',
    cell: ({ organisation: { kind, scheme } }) => (
      <TwoLines under={scheme ?? ''}>{KIND_LABELS[kind]}</TwoLines>
    ),
  },
  {
    key: 'territoire',
    label: 'Territoire',
    cell: ({ organisation }) => TERRITORIES[organisation.territory].name,
  },
  {
    key: 'etat',
    label: 'État',
    cell: ({ standing, organisation: { validFrom, validTo } }) => (
      <TwoLines under={daysWords(standing, shortDate(validFrom), validTo && shortDate(validTo))}>
        <Badge {...STANDING_WORDS[standing]} />
      </TwoLines>
    ),
  },
];

function daysWords(standing: Standing, from: string, to: string | null): string {
  if (standing === 'to-come') return `à partir du ${from}`;
  return to === null ? '' : `jusqu’au ${to}`;
}

/** The register of organisations: those at work first. */
export function registerPage({ address, rows, total, counts }: RegisterContent): Page {
  const pages = Math.max(1, Math.ceil(total / REGISTER_PAGE_SIZE));
  const tab = REGISTER_TABS[address.tab];
  const content = (
    <Worklist
      title="Organismes"
      action={
        <a class={buttonClass()} href={`${REGISTER_PATH}/nouveau`}>
          Ajouter un organisme
        </a>
      }
      tabs={tabsOf(address, counts)}
      total={counted(total, 'organisme', 'organismes')}
      exportHref="/admin/referentiels/organismes/liste.csv"
      id="organismes"
      caption={`Organismes, ${tab.label}`}
      columns={COLUMNS}
      rows={rows.map((row) => ({ ...row, id: row.organisation.id }))}
      empty={{
        title: 'Aucun organisme ne correspond',
        text: 'Cherchez une autre partie du code ou du nom, retirez un filtre, ou changez de vue.',
      }}
      page={address.page}
      pages={pages}
      hrefOf={(page) => registerHref(address, { page })}
    >
      <Search {...address} />
    </Worklist>
  );
  const where = pages > 1 ? ` – page ${address.page} sur ${pages}` : '';
  return new Page(`Organismes – ${tab.label}${where}`, content);
}

function Search(address: RegisterAddress) {
  const { text, kind, territory, tab } = address;
  return (
    <Filters
      action={REGISTER_PATH}
      what="les organismes"
      active={activeOf(address)}
      clearHref={registerHref(address, { text: '', kind: null, territory: null })}
      kept={tab === 'en-activite' ? {} : { onglet: tab }}
      search={<TextField name="recherche" label="Code ou nom" type="search" value={text} />}
    >
      <SelectField
        name="nature"
        label="Nature"
        emptyLabel="Toutes"
        value={kind ?? ''}
        groups={[{ title: null, choices: KIND_CHOICES }]}
      />
      <SelectField
        name="territoire"
        label="Territoire"
        emptyLabel="Tous"
        value={territory ?? ''}
        groups={[{ title: null, choices: TERRITORY_CHOICES }]}
      />
    </Filters>
  );
}

/** Kinds of organisations, to choose one. */
export const KIND_CHOICES = ORGANISATION_KINDS.map((kind) => {
  return { value: kind, label: KIND_LABELS[kind] ?? kind };
});

/** Territories, to choose one. */
export const TERRITORY_CHOICES = TERRITORY_CODES.map((code) => {
  return { value: code, label: TERRITORIES[code].name };
});

function activeOf(address: RegisterAddress): ActiveFilter[] {
  const { text, kind, territory } = address;
  return [
    ...(text === '' ? [] : [{ label: `« ${text} »`, href: registerHref(address, { text: '' }) }]),
    ...(kind === null
      ? []
      : [{ label: KIND_LABELS[kind] ?? kind, href: registerHref(address, { kind: null }) }]),
    ...(territory === null
      ? []
      : [
          {
            label: TERRITORIES[territory].name,
            href: registerHref(address, { territory: null }),
          },
        ]),
  ];
}

function tabsOf(address: RegisterAddress, counts: ReadonlyMap<Standing, number>) {
  return (Object.keys(REGISTER_TABS) as RegisterTab[]).map((tab) => ({
    href: registerHref(address, { tab }),
    label: REGISTER_TABS[tab].label,
    isCurrent: tab === address.tab,
    count: countOf(tab, counts),
  }));
}

function countOf(tab: RegisterTab, counts: ReadonlyMap<Standing, number>): number {
  const { standing } = REGISTER_TABS[tab];
  if (standing !== null) return counts.get(standing) ?? 0;
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
