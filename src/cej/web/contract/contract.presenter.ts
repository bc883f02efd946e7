import { recordedBy } from '../../../accounts/index.js';
import { labelOf } from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { longDate, typeset } from '../../../platform/french/index.js';
import {
  reasonInWords,
  type Fact,
  type TimelineEntry,
  type Tone,
} from '../../../platform/pages/index.js';
import { CONTRACT_END_TREE, CONTRACT_SCHEMES, EXTENSION_MOTIVES } from '../../domain/code-lists.js';
import { EXTENSION_RULE } from '../../domain/extension-rule.js';
import type { ContractEvent } from '../../use-cases/ports.js';
import { CONTRACT_ACT_PATHS } from '../act/acts.js';
import {
  contractPath,
  dayWords,
  extensionState,
  leftWords,
  STANDING_WORDS,
  warningWords,
} from '../cej-words.js';
import type { ContractFile } from './contract-files.js';

/** A contract, in words. */
export interface ContractPresented {
  readonly name: string;
  readonly over: string;
  readonly standing: { readonly label: string; readonly tone: Tone };
  readonly warnings: readonly string[];
  readonly actions: readonly { readonly href: string; readonly label: string }[];
  readonly facts: readonly Fact[];
  /** What follows from a service, with its rule; null when nothing does. */
  readonly extension: { readonly facts: readonly Fact[]; readonly rule: string } | null;
  readonly services: readonly Fact[];
  readonly history: readonly TimelineEntry[];
  readonly personHref: string;
}

/** Every word and decision of the page of a contract. */
export function presentContract(file: ContractFile): ContractPresented {
  const { contract, standing, warnings, summary } = file;
  return {
    name: listedName(file.person?.identity ?? null),
    over: labelOf(CONTRACT_SCHEMES, contract.scheme),
    standing: STANDING_WORDS[standing.standing],
    warnings: warnings.map(warningWords),
    actions: CONTRACT_ACT_PATHS.filter(({ command }) =>
      file.availableCommands.includes(command),
    ).map(({ path, button }) => ({ href: `${contractPath(contract.id)}/${path}`, label: button })),
    facts: contractFacts(file),
    extension: extensionFacts(file),
    services: summary.services.map((service) => ({
      label: file.unitNames.get(service.unitId) ?? '',
      value: service.exitedOn
        ? `Du ${longDate(service.incorporatedOn)} au ${longDate(service.exitedOn)}`
        : `Depuis le ${longDate(service.incorporatedOn)}, fin prévue le ${longDate(service.plannedEndOn)}`,
    })),
    history: file.history.map((event) => entryOf(event, file)).reverse(),
    personHref: `/jeunes/${contract.personId}`,
  };
}

/** What happened last, for whoever acted on what is no longer. */
export function lastChange(file: ContractFile): string {
  const last = file.history.at(-1);
  if (!last) return 'aucun.';
  const { title, when, who } = entryOf(last, file);
  return `${title} – ${who}, le ${when}.`;
}

function contractFacts({ contract, standing }: ContractFile): Fact[] {
  const { extension, end } = contract;
  return [
    { label: 'Début', value: longDate(contract.startsOn) },
    { label: 'Fin prévue', value: longDate(contract.plannedEndOn) },
    ...(extension
      ? [
          { label: 'Prolongation motivée jusqu’au', value: longDate(extension.until) },
          {
            label: 'Motif de la prolongation',
            value: extension.motive && typeset(labelOf(EXTENSION_MOTIVES, extension.motive)),
          },
        ]
      : []),
    ...(end
      ? [
          { label: 'Fin réelle', value: longDate(end.endedOn) },
          {
            label: 'Motif de fin',
            value: end.reason && reasonInWords(CONTRACT_END_TREE, end.reason),
          },
        ]
      : [
          { label: 'Terme', value: dayWords(standing.term) },
          { label: 'Jours restants', value: leftWords(standing.daysLeft) },
        ]),
  ];
}

function extensionFacts({ contract, standing }: ContractFile): ContractPresented['extension'] {
  const { extension } = standing;
  if (!extension) return null;
  const { confirmation } = contract;
  const isConfirmed = extension.isConfirmed && confirmation !== null;
  return {
    facts: [
      { label: 'Jusqu’au', value: longDate(extension.until) },
      { label: 'État', value: typeset(extensionState(extension)) },
      {
        label: extension.isForecast ? 'Fin du service attendue' : 'Sortie de l’unité',
        value: longDate(extension.servedUntil),
      },
      ...(isConfirmed
        ? [{ label: 'Confirmée le', value: longDate(confirmation.confirmedOn) }]
        : []),
    ],
    rule: EXTENSION_RULE,
  };
}

const EVENT_TITLES: Readonly<Record<string, string>> = {
  record: 'Contrat enregistré',
  follow: 'Dates reprises d’une orientation',
  amend: 'Dates corrigées',
  extend: 'Prolongation motivée',
  'confirm-extension': 'Prolongation calculée confirmée',
  end: 'Fin du contrat',
  'correct-end': 'Fin corrigée',
  restate: 'Contrat remis à jour par un fichier',
  reopen: 'Fin annulée',
};

function entryOf(event: ContractEvent, { timeZone }: ContractFile): TimelineEntry {
  return {
    title: EVENT_TITLES[event.command] ?? event.command,
    ...recordedBy(event, null, timeZone),
    details: [['En date du', longDate(event.effectiveOn)]],
  };
}
