import { commandsOf } from '../../../src/kernel/index.js';
import { OrganisationDirectory } from '../../../src/organisations/index.js';
import { returnTransferMachine, type TransferCommand } from '../../../src/returns/index.js';
import { LapseTransfers } from '../../../src/returns/use-cases/lapse-transfers.js';
import { ML, OPEN, type Emitters } from './emitters.js';
import { begunReturn } from './forbidden-acts.js';
import type { Begun, Subject } from './forbidden-subject.js';

const PROPOSER = ['ml-adviser', ML] as const;
const ASKED = '97410S00';
const AFTER_ITS_DATE = '2026-12-21T08:00:00.000Z';

/** Who is asked finds nothing of what was not to be theirs. */
const OF_ASKED = {
  role: ['ml-adviser', ASKED],
  unseenIn: ['refused', 'withdrawn', 'lapsed'],
} as const;

/** The return of a proposal, ended by the answer of its mission locale. */
async function answered(partners: Emitters, { id }: Begun): Promise<void> {
  const [transfer] = await partners.look<{ episode_id: string }>(
    'select episode_id from app.return_transfer where id = $1',
    id,
  );
  await partners.service
    .person(...PROPOSER)
    .post(`/api/v1/returns/${transfer?.episode_id}/commands/answer`)
    .send({ code: 'RDV_PRIS', contactedOn: '2026-11-27' });
}

/** The silence of who is asked, until its date is past. */
async function silence(partners: Emitters): Promise<void> {
  const { app } = partners.service;
  const asked = await app.get(OrganisationDirectory).byCode(ASKED);
  if (!asked) throw new Error(`no organisation ${ASKED}`);
  partners.moveTo(AFTER_ITS_DATE);
  await app.get(LapseTransfers).execute(asked, 'silence');
  partners.moveTo(OPEN);
}

/** Its files say nothing of proposals: two doors. */
export const TRANSFERS: Subject = {
  name: 'transfer of a return',
  table: 'return_transfer',
  role: PROPOSER,
  api: '/api/v1/return-transfers',
  pages: '/retours/transferts',
  commands: commandsOf(returnTransferMachine),
  from: (command) => returnTransferMachine.transitions[command as TransferCommand].from,
  acts: {
    withdraw: { body: {}, page: 'retrait' },
    accept: { body: {}, page: 'acceptation', ...OF_ASKED },
    refuse: { body: { reason: 'INCONNU' }, page: 'refus', ...OF_ASKED },
  },
  without: {
    propose: 'the proposal begins with it',
    lapse: 'the clock, when nobody answered in time',
    complete: 'the acceptance itself',
    void: 'the end of the return',
  },
  fields: { motif: 'INCONNU' },
  moves: [answered, silence],
  begin: async (partners) => {
    const { one, id } = await begunReturn(partners);
    const { body } = await partners.service
      .person(...PROPOSER)
      .post(`/api/v1/returns/${id}/commands/propose-transfer`)
      .send({ missionLocale: ASKED, reason: 'DEMENAGEMENT' })
      .expect(200);
    return { one, id: body.id };
  },
  rows: () => [],
};
