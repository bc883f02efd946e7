import { commandsOf } from '../../../src/kernel/index.js';
import { OrganisationDirectory } from '../../../src/organisations/index.js';
import { returnTransferMachine, type TransferCommand } from '../../../src/returns/index.js';
import { LapseTransfers } from '../../../src/returns/use-cases/lapse-transfers.js';
import { ML, OPEN, UNIT, type Emitters } from './emitters.js';
import { begunReturn } from './forbidden-acts.js';
import { selected, selectedDirect, type Begun, type Subject } from './forbidden-subject.js';

const RECRUITER = ['recruiter', UNIT] as const;
const ASKED = '97410S00';
const AFTER_ITS_DATE = '2026-12-21T08:00:00.000Z';

/** Who is asked finds nothing of what was not to be theirs. */
const OF_ASKED = {
  role: ['ml-adviser', ASKED],
  unseenIn: ['refused', 'withdrawn', 'lapsed'],
} as const;

/** The return of a proposal, which ends with the exit that the unit takes back. */
async function takenBack(partners: Emitters, { id }: Begun): Promise<void> {
  const [found] = await partners.look<{ volunteer_id: string }>(
    `select e.volunteer_id from app.return_transfer t
     join app.return_episode e on e.id = t.episode_id where t.id = $1`,
    id,
  );
  await partners.service
    .person(...RECRUITER)
    .post(`/api/v1/volunteers/${found?.volunteer_id}/commands/resume`)
    .send({});
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

/** Files say nothing of proposals: they have two doors. */
function transfersOf(proposer: Subject['role'], reason: string, leaver: typeof selected): Subject {
  return {
    name: `transfer proposed by ${proposer[1]}`,
    table: 'return_transfer',
    role: proposer,
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
    moves: [takenBack, silence],
    begin: async (partners) => {
      const { one, id } = await begunReturn(partners, leaver);
      const { body } = await partners.service
        .person(...proposer)
        .post(`/api/v1/returns/${id}/commands/propose-transfer`)
        .send({ missionLocale: ASKED, reason })
        .expect(200);
      return { one, id: body.id };
    },
    rows: () => [],
  };
}

/** Of those whom a mission locale follows, and of those whom none follows. */
export const TRANSFERS = [
  transfersOf(['ml-adviser', ML], 'DEMENAGEMENT', selected),
  transfersOf(RECRUITER, 'RATTACHEMENT', selectedDirect),
];
