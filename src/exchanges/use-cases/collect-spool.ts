import { Injectable } from '@nestjs/common';
import { Clock, Ids, type OrganisationScope, type SystemActor } from '../../kernel/index.js';
import {
  OrganisationDirectory,
  scopeOfOrganisation,
  type Organisation,
} from '../../organisations/index.js';
import { doorFault, type DoorFault } from '../catalogue/index.js';
import type { ExchangeFile } from '../domain/exchange-file.js';
import { receiptName } from '../domain/spool-names.js';
import { setAsideNotice, sweptNotice, type SpoolNotice } from '../domain/spool-notices.js';
import { planCollection, SpoolDelays } from '../domain/spool-plan.js';
import { FLOWS } from '../flows/index.js';
import { acceptanceOf, refusalOf } from '../report/index.js';
import { DepositFile } from './deposit-file.js';
import { DepositScopes, Spool, type SpooledDeposit } from './spool-ports.js';
import { WriteSpoolReports } from './write-spool-reports.js';

const TASK = 'exchange.collect-spool';
/** Deposits of one organisation in one round: the others have their turn. */
const MOST_AT_ONCE = 50;

/** The service at work for the owner of a folder. */
type FolderActor = SystemActor & { readonly organisation: OrganisationScope };

/**
 * Takes what an organisation left in its folder through the same door as the API (contract.md 2), and
 * writes the receipt back. Several processes may do so at once: what one has taken is gone for the
 * others, and what it could not record is found again.
 */
@Injectable()
export class CollectSpool {
  constructor(
    private readonly spool: Spool,
    private readonly scopes: DepositScopes,
    private readonly organisations: OrganisationDirectory,
    private readonly depositFile: DepositFile,
    private readonly reports: WriteSpoolReports,
    private readonly delays: SpoolDelays,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * One round in the folder of an organisation; `signal` ends it after the deposit in hand.
   * @returns how many deposits were taken up
   * @throws what kept a deposit from being recorded, once the others had their turn
   */
  async execute(code: string, signal: AbortSignal): Promise<number> {
    const organisation = await this.organisations.byCode(code);
    if (!organisation || organisation.kind === 'national') return 0;
    await this.spool.open(code);
    const { deposits, swept } = planCollection(
      await this.spool.arrivals(code),
      FLOWS.map((flow) => flow.code),
      this.delays,
    );
    const resumed = await this.recordLeftOver(organisation, signal);
    let count = resumed.count;
    for (const planned of deposits.slice(0, MOST_AT_ONCE)) {
      if (signal.aborted) return count;
      const deposit = await this.spool.take(code, planned);
      if (!deposit) continue;
      await this.record(deposit, organisation);
      count += 1;
    }
    for (const entry of swept) await this.spool.sweep(code, entry);
    if (swept.length > 0) await this.notify(code, sweptNotice(swept.length, this.clock.now()));
    if (resumed.failures.length > 0) throw resumed.failures[0];
    return count;
  }

  /** One that fails is let go for a later round, and keeps no other waiting: it may fail for ever. */
  private async recordLeftOver(
    organisation: Organisation,
    signal: AbortSignal,
  ): Promise<{ count: number; failures: unknown[] }> {
    const { code } = organisation;
    const { deposits, setAside } = await this.spool.leftOver(code, this.delays.abandoned);
    const failures: unknown[] = [];
    const failed = (error: unknown): void => void failures.push(error);
    for (const deposit of deposits) {
      if (signal.aborted) await deposit.abandon();
      else await this.record(deposit, organisation).catch(failed);
    }
    if (setAside > 0) {
      await this.notify(code, setAsideNotice(setAside, this.clock.now())).catch(failed);
    }
    return { count: deposits.length, failures };
  }

  private async record(spooled: SpooledDeposit, organisation: Organisation): Promise<void> {
    try {
      const actor = this.actorFor(organisation);
      const file = await this.deposit(spooled, actor);
      await this.tellReceipt(organisation.code, file);
      // The same file again, by another channel maybe: its report may be there already.
      await this.reports.execute(file.id, actor);
      await spooled.release();
    } catch (error) {
      await spooled.abandon();
      throw error;
    }
  }

  private async deposit(
    { fileName, manifestText, source, obstacle }: SpooledDeposit,
    actor: FolderActor,
  ): Promise<ExchangeFile> {
    const scopes = await this.scopes.of(actor.organisation, actor.correlationId);
    const deposit = { fileName, manifestText, source, channel: 'spool', scopes } as const;
    if (obstacle === null) return this.depositFile.execute(deposit, actor);
    return this.depositFile.refuse(this.faultOf(obstacle), deposit, actor);
  }

  private faultOf(obstacle: NonNullable<SpooledDeposit['obstacle']>): DoorFault {
    if (obstacle === 'not-ordinary') return doorFault('OBJET_NON_ORDINAIRE', {});
    return doorFault('TAILLE_EXCESSIVE', { limite: this.spool.limitInMegabytes });
  }

  private tellReceipt(code: string, file: ExchangeFile): Promise<void> {
    const said = file.state === 'refused' ? refusalOf(file) : acceptanceOf(file);
    return this.write(code, receiptName(file), said);
  }

  /** Names of files come from outside: they are counted, not repeated. */
  private notify(code: string, { name, said }: SpoolNotice): Promise<void> {
    return this.write(code, name, said);
  }

  private write(code: string, name: string, said: object): Promise<void> {
    return this.spool.write(code, 'comptes_rendus', name, jsonOf(said));
  }

  private actorFor(organisation: Organisation): FolderActor {
    return {
      type: 'system',
      id: 'system',
      task: TASK,
      organisation: scopeOfOrganisation(organisation),
      channel: { kind: 'system', task: TASK },
      correlationId: this.ids.uuid(),
    };
  }
}

async function* jsonOf(said: object): AsyncGenerator<string> {
  yield `${JSON.stringify(said, null, 2)}\n`;
}
