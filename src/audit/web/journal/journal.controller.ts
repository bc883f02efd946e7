import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock, localDateIn, type PersonActor } from '../../../kernel/index.js';
import { writeCsv } from '../../../platform/csv/index.js';
import { counted } from '../../../platform/french/index.js';
import { SeeOther, viewerOf, type Page } from '../../../platform/pages/index.js';
import { Allow, CountedAs, CurrentActor } from '../../../platform/security/index.js';
import { JOURNAL_READERS, reachOf } from '../../domain/journal.js';
import { ConsultJournal, LONGEST_JOURNAL_EXPORT } from '../../use-cases/consult-journal.js';
import { JOURNAL_HEADER, journalExportRow } from './journal-export.js';
import {
  journalHref,
  readJournalAddress,
  searchOf,
  type JournalAddress,
} from './journal-search.js';
import { journalPage } from './journal.page.js';
import { presentJournal } from './journal.presenter.js';

const READERS = { roles: JOURNAL_READERS };

const TOO_MANY = {
  tone: 'warning',
  text: `Un export compte au plus ${counted(LONGEST_JOURNAL_EXPORT, 'ligne', 'lignes')}. Réduisez la période ou ajoutez un filtre, puis recommencez.`,
} as const;

/** The journal, for whoever answers for security, for personal data or for an organisation. */
@ApiExcludeController()
@Controller()
export class JournalController {
  constructor(
    private readonly journal: ConsultJournal,
    private readonly clock: Clock,
  ) {}

  @Get('admin/journal')
  @Allow(READERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const { address, timeZone } = this.asked(query, actor);
    const page = await this.journal.page(searchOf(address, timeZone), address.after, actor);
    const reach = reachOf(actor) ?? 'own';
    return journalPage(address, presentJournal(address, page, { reach, timeZone }));
  }

  @Get('admin/journal.csv')
  @CountedAs('export')
  @Allow(READERS)
  async file(
    @Query() query: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile | SeeOther> {
    const { address, timeZone } = this.asked(query, actor);
    const lines = await this.journal.all(searchOf(address, timeZone), actor);
    if (lines === null) return new SeeOther(journalHref(address), TOO_MANY);
    const rows = lines.map(journalExportRow);
    return new StreamableFile(Readable.from(writeCsv(JOURNAL_HEADER, rows, { bom: true })), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="journal.csv"',
    });
  }

  private asked(
    query: unknown,
    actor: PersonActor,
  ): { readonly address: JournalAddress; readonly timeZone: string } {
    const timeZone = viewerOf(actor)?.timeZone ?? 'Europe/Paris';
    const today = localDateIn(this.clock.now(), timeZone);
    return { address: readJournalAddress(query, today), timeZone };
  }
}
