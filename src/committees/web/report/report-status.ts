import type { EditionRead, ReportRead } from '../../use-cases/read-report.js';
import { parisTime } from '../figure-words.js';
import type { ReportStatus } from './report-files.js';

/** Whether the figures may still move, in words; a frozen report says how to know that it is whole. */
export function statusOf({ readAt, edition }: ReportRead): ReportStatus {
  if (edition === null) {
    return {
      at: readAt,
      lines: [
        `Chiffres provisoires, calculés le ${parisTime(readAt)} : une correction peut encore les changer tant que le rapport n’est pas figé.`,
      ],
    };
  }
  return {
    at: edition.frozenAt,
    lines: [
      `Édition figée le ${parisTime(edition.frozenAt)} : ses chiffres et ses définitions ne changent plus.`,
      `Empreinte SHA-256 : ${edition.sha256}. ${intactWords(edition)}`,
      driftWords(edition),
    ],
  };
}

function intactWords({ isIntact }: EditionRead): string {
  return isIntact
    ? 'Vérifiée : le texte conservé donne cette empreinte.'
    : 'Attention : le texte conservé ne donne plus cette empreinte. Prévenez l’administration avant de vous servir de ce rapport.';
}

/** Which indicators, never by how much: a small difference would tell who came in between. */
function driftWords({ drift }: EditionRead): string {
  if (drift === null) {
    return 'Écart non calculé : ce qui a été dit de cette année n’est plus gardé en entier. Les chiffres de cette édition restent.';
  }
  if (drift.length === 0)
    return 'Aucun écart : calculés aujourd’hui, ces chiffres seraient les mêmes.';
  return `Écart : des corrections ont été faites depuis. Calculés aujourd’hui, les chiffres de ${drift.join(', ')} seraient différents ; ceux de cette édition restent.`;
}
