import { counted, longInstant, shortDate } from '../../../platform/french/index.js';
import {
  CHANNEL_WORDS,
  type ActiveFilter,
  type ChoiceGroup,
  type Tone,
} from '../../../platform/pages/index.js';
import {
  SECURITY_FAMILIES,
  shownDetail,
  type JournalLine,
  type JournalReach,
} from '../../domain/journal.js';
import { MOST_COUNTED, type JournalPage } from '../../use-cases/consult-journal.js';
import { JOURNAL_PATH, journalHref, type JournalAddress } from './journal-search.js';
import {
  actorWords,
  COMMAND_GROUPS,
  commandWords,
  RESOURCE_WORDS,
  RESULT_WORDS,
} from './journal-words.js';

/** A line of the journal in words. */
export interface JournalRow {
  readonly id: string;
  readonly when: string;
  readonly action: string;
  readonly detail: string;
  readonly result: { readonly label: string; readonly tone: Tone };
  readonly actor: string;
  /** Everything the same account did; nothing for what is no account. */
  readonly actorHref: string | null;
  readonly channel: string;
  readonly organisation: string;
  readonly resource: string;
  readonly resourceId: string;
  /** Everything that happened to the same object; nothing for a list. */
  readonly resourceHref: string | null;
}

/** The page of the journal in words. */
export interface JournalPresented {
  readonly intro: string;
  /** Lines of files are about the cases of young people: who reads none of them is offered none. */
  readonly hasFileLines: boolean;
  readonly rows: readonly JournalRow[];
  readonly total: string;
  readonly active: readonly ActiveFilter[];
  readonly commands: readonly ChoiceGroup[];
  readonly kinds: readonly ChoiceGroup[];
  readonly exportHref: string | null;
  readonly olderHref: string | null;
  readonly latestHref: string | null;
}

const INTRO: Readonly<Record<JournalReach, string>> = {
  all: 'Tout ce qui a été fait, refusé ou consulté, par qui et par quelle voie. Le journal porte des codes et des identifiants, jamais le nom d’un jeune. Votre lecture y est inscrite.',
  security:
    'Les connexions, les comptes, les clients techniques, les référentiels et ce que l’administration a fait. Les dossiers des jeunes n’y sont pas. Votre lecture y est inscrite.',
  own: 'Ce qui a été fait, refusé ou consulté dans votre organisme. Le journal porte des codes et des identifiants, jamais le nom d’un jeune. Votre lecture y est inscrite.',
};

/** Every word of the page of the journal. */
export function presentJournal(
  address: JournalAddress,
  page: JournalPage,
  { reach, timeZone }: { readonly reach: JournalReach; readonly timeZone: string },
): JournalPresented {
  return {
    intro: INTRO[reach],
    hasFileLines: reach !== 'security',
    rows: page.lines.map((line) => presentLine(line, address, timeZone)),
    total: totalWords(page.count, address),
    active: activeFilters(address),
    commands: commandsFor(reach),
    kinds: [
      {
        title: null,
        choices: Object.entries(RESOURCE_WORDS).map(([value, label]) => ({ value, label })),
      },
    ],
    exportHref: page.count === 0 ? null : journalHref(address, {}, `${JOURNAL_PATH}.csv`),
    olderHref: page.next === null ? null : journalHref(address, { after: page.next }),
    latestHref: address.after === null ? null : journalHref(address),
  };
}

function presentLine(line: JournalLine, address: JournalAddress, timeZone: string): JournalRow {
  const { actorType, actorId, resourceType, resourceId } = line;
  const isOne = resourceId !== 'list' && resourceId !== '-';
  return {
    id: line.id,
    when: longInstant(line.recordedAt, timeZone),
    action: commandWords(line.command),
    detail: shownDetail(line),
    result: RESULT_WORDS[line.result],
    actor: actorWords(actorType, line.actingRole),
    actorHref: actorType === 'person' ? journalHref(address, { account: actorId }) : null,
    channel: CHANNEL_WORDS[line.channel] ?? line.channel,
    organisation: line.organisationCode,
    resource: RESOURCE_WORDS[resourceType] ?? resourceType,
    resourceId: isOne ? resourceId : '',
    resourceHref: isOne ? journalHref(address, { kind: resourceType, object: resourceId }) : null,
  };
}

function totalWords(count: number, { from, to }: JournalAddress): string {
  const lines =
    count > MOST_COUNTED
      ? `Plus de ${counted(MOST_COUNTED, 'ligne', 'lignes')}`
      : counted(count, 'ligne', 'lignes');
  const days = from === to ? `le ${shortDate(from)}` : `du ${shortDate(from)} au ${shortDate(to)}`;
  return `${lines}, ${days}`;
}

function activeFilters(address: JournalAddress): ActiveFilter[] {
  const { organisation, command, account, kind, object } = address;
  const filters: [string, string, Partial<JournalAddress>][] = [
    [organisation, `Organisme ${organisation}`, { organisation: '' }],
    [command, commandWords(command), { command: '' }],
    [account, `Compte ${account}`, { account: '' }],
    [kind, RESOURCE_WORDS[kind] ?? kind, { kind: '' }],
    [object, `Objet ${object}`, { object: '' }],
  ];
  return filters
    .filter(([value]) => value !== '')
    .map(([, label, without]) => ({ label, href: journalHref(address, without) }));
}

/** The actions somebody may look for: those one may not read are not offered. */
function commandsFor(reach: JournalReach): ChoiceGroup[] {
  return Object.entries(COMMAND_GROUPS)
    .map(([title, commands]) => ({
      title,
      choices: Object.entries(commands)
        .filter(([command]) => reach !== 'security' || isOfSecurity(command))
        .map(([value, label]) => ({ value, label })),
    }))
    .filter(({ choices }) => choices.length > 0);
}

function isOfSecurity(command: string): boolean {
  return SECURITY_FAMILIES.some((family) => family === command.split('.')[0]);
}
