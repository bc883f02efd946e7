import type { INestApplicationContext } from '@nestjs/common';
import {
  EXEMPT_REASONS,
  ExemptSlot,
  ReissueMailboxFile,
  type ExemptReason,
} from '../../exchanges/index.js';
import { DomainError, parseMonth } from '../../kernel/index.js';
import { OrganisationDirectory, scopeOfOrganisation } from '../../organisations/index.js';
import { isUuid } from '../../platform/fields/index.js';
import { print } from '../printer.js';
import { StartRefused } from '../run-program.js';
import { systemTask } from '../system-task.js';

const REFUSALS = {
  'not-owed': 'Cet organisme n’existe pas, ou n’envoie pas ce flux.',
  received: 'Un fichier a déjà été reçu pour cette période : rien à dispenser.',
} as const;

/** `exchange:exempt`: an organisation owes nothing for a month. */
export async function exemptSlot(
  service: INestApplicationContext,
  organisationCode: string,
  flow: string,
  month: string,
  { reason }: { readonly reason: string },
): Promise<void> {
  const period = parseMonth(month);
  if (!period) throw new StartRefused('La période est un mois, au format AAAA-MM.');
  if (!isReason(reason)) {
    throw new StartRefused(`--reason attend un de : ${EXEMPT_REASONS.join(', ')}.`);
  }
  const { correlationId } = systemTask('exchange.exempt');
  const exemption = { organisationCode, flow: flow.toUpperCase(), period, reason };
  const outcome = await service
    .get(ExemptSlot, { strict: false })
    .execute(exemption, correlationId);
  if (outcome !== 'done') throw new StartRefused(REFUSALS[outcome]);
  print(`${organisationCode} est dispensé du fichier ${exemption.flow} de ${period}.`);
}

/** `exchange:reissue`: puts a file of a mailbox at disposal again. */
export async function reissueFile(
  service: INestApplicationContext,
  organisationCode: string,
  id: string,
): Promise<void> {
  const recipient = await service
    .get(OrganisationDirectory, { strict: false })
    .byCode(organisationCode);
  if (!recipient) throw new StartRefused('Aucun organisme ne porte ce code.');
  if (!isUuid(id)) throw new StartRefused('L’identifiant du fichier est un UUID.');
  const actor = {
    ...systemTask('exchange.reissue'),
    organisation: scopeOfOrganisation(recipient),
  };
  try {
    const file = await service.get(ReissueMailboxFile, { strict: false }).execute(id, actor);
    print(`À disposition de ${organisationCode} : ${file.fileName}.`);
  } catch (error) {
    throw error instanceof DomainError ? new StartRefused(error.message) : error;
  }
}

function isReason(text: string): text is ExemptReason {
  return EXEMPT_REASONS.some((reason) => reason === text);
}
