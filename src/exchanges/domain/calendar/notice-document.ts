import type { SpoolNotice } from '../spool-notices.js';
import type { Notice } from './notice.js';
import { noticeText } from './notice-text.js';

/** A notice as the folder of an organisation holds it, beside its receipts and reports. */
export function noticeDocument(notice: Notice): SpoolNotice {
  const { kind, audience, flow, period, sequence, fileName, partner, dueAt, issuedAt } = notice;
  const about = {
    flux: flow,
    periode: period,
    sequence,
    fichier: fileName,
    organisme: partner,
  };
  const known = Object.entries(about).flatMap(([key, value]) =>
    value === null ? [] : [[key, value]],
  );
  const said = {
    type: kind,
    date: issuedAt,
    echeance: dueAt,
    pour: audience,
    ...Object.fromEntries(known),
    ...noticeText(notice),
  };
  return {
    name: `AVIS_${issuedAt.replace(/\D/g, '')}_${kind}_${notice.id.slice(0, 8)}.json`,
    said,
  };
}
