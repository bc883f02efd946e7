import type { Choice } from '../../../platform/pages/index.js';
import { counted, frenchNumber, longMonth } from '../../../platform/french/index.js';
import { isKeptNowhere } from '../../deposit/index.js';
import { isWithoutRows, type DepositChoice } from '../../domain/pending-deposit.js';
import type { DepositPreview } from '../../use-cases/preview-deposit.js';
import { NATURE_WORDS } from '../exchange-words.js';
import { causesOf, faultyLines, type Cause, type FaultyLine } from '../findings/presenter.js';
import { flowTitle, periodWords } from '../overview/presenter.js';
import type { DepositOffer } from './form.js';

const KIB = 1024;

const NATURES: Readonly<Record<DepositChoice['nature'], Omit<Choice, 'value'>>> = {
  I: { label: 'Le fichier du mois', hint: 'Le premier envoi pour ce mois.' },
  C: {
    label: 'Un complément ou des corrections',
    hint: 'Des lignes rejetées que vous avez corrigées, ou des lignes nouvelles. Le reste ne change pas.',
  },
  R: {
    label: 'Un fichier qui remplace tout',
    hint: 'Ce que vous aviez envoyé pour ce mois et qui n’y figure plus est annulé.',
  },
  S: {
    label: 'Un signalement du jour',
    hint: 'Un événement à dire sans attendre le fichier du mois.',
  },
  N: {
    label: 'Rien à transmettre (néant)',
    hint: 'Sans fichier : votre organisme n’a rien à transmettre pour ce mois.',
  },
  A: {
    label: 'Une annulation du mois',
    hint: 'Sans fichier : tout ce que vous aviez envoyé pour ce mois est annulé.',
  },
};

/** The choices of the form, in words. */
export function choicesOf(offer: DepositOffer) {
  return {
    flows: offer.flows.map(({ code, title }) => ({ value: code, label: title })),
    months: offer.months.map((month) => ({ value: month, label: longMonth(month) })),
    natures: offer.natures.map((value) => ({ value, ...NATURES[value] })),
  };
}

/** The page that shows a file before it is deposited. */
export interface PreviewWords {
  readonly verdict: {
    readonly tone: 'error' | 'warning' | 'success' | 'info';
    readonly title: string;
    readonly text: string;
  };
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly causes: readonly Cause[];
  readonly lines: readonly FaultyLine[];
  /** How many more there are; null when all are shown. */
  readonly more: string | null;
  readonly button: string;
  readonly isRefused: boolean;
  /** False for a file of which nothing may be kept: it cannot be looked at again. */
  readonly isKept: boolean;
  /** True for a month without rows: there is no file of the person's to speak of. */
  readonly isMade: boolean;
}

/** Words and decisions of the preview. */
export function previewWords(preview: DepositPreview): PreviewWords {
  const { faults, groups, first, isRefused, choice } = preview;
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const rest = total - first.length;
  const isMade = isWithoutRows(choice.nature);
  return {
    verdict: isMade ? monthVerdict(preview) : verdictOf(preview),
    facts: factsOf(preview).filter(([label]) => !isMade || !OF_A_FILE.includes(label)),
    causes: causesOf(faults, groups, true),
    lines: faultyLines(first),
    more: rest > 0 ? `Et ${counted(rest, 'autre anomalie', 'autres anomalies')}.` : null,
    button: buttonOf(choice),
    isRefused,
    isKept: !isKeptNowhere(faults),
    isMade,
  };
}

/** Facts that only a file of the person's own has. */
const OF_A_FILE = ['Lignes', 'Taille', 'Écriture'];

function buttonOf({ mode, nature }: DepositChoice): string {
  if (mode === 'T') return 'Déposer l’essai';
  if (nature === 'N') return 'Déclarer que rien n’est à transmettre';
  return nature === 'A' ? 'Annuler ce mois' : 'Déposer le fichier';
}

/** What is said of a whole month asks once, with what follows from it. */
function monthVerdict({ isRefused, choice, period }: DepositPreview): PreviewWords['verdict'] {
  if (isRefused) {
    return {
      tone: 'error',
      title: 'Cette déclaration serait refusée',
      text: 'Rien n’est déposé. La cause suit, avec ce qu’il faut faire.',
    };
  }
  const month = periodWords(period);
  if (choice.mode === 'T') {
    const nature = NATURE_WORDS[choice.nature] ?? choice.nature;
    return {
      tone: 'info',
      title: `Essai pour ${month} : ${nature}`,
      text: 'Mêmes contrôles et même compte rendu, sans aucun effet.',
    };
  }
  if (choice.nature === 'N') {
    return {
      tone: 'info',
      title: `Rien à transmettre pour ${month}`,
      text: 'Ce mois ne sera plus attendu. Si vous vous êtes trompé, un fichier qui remplace tout prendra sa place.',
    };
  }
  return {
    tone: 'warning',
    title: `Tout ce que vous avez envoyé pour ${month} serait annulé`,
    text: 'Ce qui en avait été pris est défait, et les destinataires l’apprennent. L’annulation ne se retire pas : le mois redevient attendu, avec un fichier corrigé.',
  };
}

function verdictOf(preview: DepositPreview): PreviewWords['verdict'] {
  const { isRefused, rejected, rows, faults, groups } = preview;
  if (isRefused) {
    return {
      tone: 'error',
      title: 'Ce fichier serait refusé en entier',
      text: 'Rien n’est déposé, rien n’est perdu. Corrigez ce qui suit, ou dites autrement ce qu’il contient.',
    };
  }
  if (rejected > 0) {
    const lines = counted(rejected, 'ligne serait rejetée', 'lignes seraient rejetées');
    return {
      tone: 'warning',
      title: `${lines} sur ${frenchNumber(rows ?? rejected)}`,
      text: 'Les autres lignes seraient prises. Corrigez votre fichier maintenant, ou déposez-le et corrigez ensuite les seules lignes rejetées.',
    };
  }
  if (faults.some(({ level }) => level === 'A_CONFIRMER')) {
    return {
      tone: 'warning',
      title: 'Ce fichier attendrait votre confirmation',
      text: 'Il n’est appliqué qu’une fois confirmé ce qui paraît inhabituel ci-dessous.',
    };
  }
  const hasRemarks = [...faults, ...groups].some(({ level }) => level !== 'INFORMATION');
  return {
    tone: 'success',
    title: 'Aucune ligne ne serait rejetée',
    text: hasRemarks
      ? 'Quelques remarques suivent. Rien n’est encore déposé.'
      : 'Rien n’est encore déposé.',
  };
}

function factsOf(preview: DepositPreview): PreviewWords['facts'] {
  const { choice, emitter, period, rows, bytes, fileName, isOnTime } = preview;
  const nature = NATURE_WORDS[choice.nature] ?? choice.nature;
  return [
    ['Contenu', flowTitle(choice.flow)],
    ['Émetteur', emitter],
    ['Période', periodWords(period)],
    ['Nature', choice.mode === 'T' ? `essai, ${nature}` : nature],
    ['Lignes', rows === null ? '–' : frenchNumber(rows)],
    ['Taille', `${frenchNumber(Math.max(1, Math.round(bytes / KIB)))} Ko`],
    ['Écriture', writingOf(preview)],
    ['Dans les temps', isOnTime === null ? '–' : isOnTime ? 'oui' : 'non, en retard'],
    ['Nom du dépôt', fileName],
  ];
}

const SEPARATORS: Readonly<Record<string, string>> = {
  ';': 'point-virgule',
  ',': 'virgule',
  '\t': 'tabulation',
};

function writingOf({ encoding, separator }: DepositPreview): string {
  if (encoding === null) return '–';
  const named = encoding === 'utf-8-bom' ? 'UTF-8' : encoding.toUpperCase();
  return separator === null ? named : `${named}, séparateur ${SEPARATORS[separator] ?? separator}`;
}
