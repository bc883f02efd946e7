import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { LocalDate, PersonActor } from '../../../kernel/index.js';
import { csvLine, spreadsheetText } from '../../../platform/csv/index.js';
import {
  AcceptsForm,
  AcceptsMultipart,
  receiveOneFile,
  ResourceId,
  type OneFile,
} from '../../../platform/http/index.js';
import {
  attempt,
  FormValues,
  SeeOther,
  viewerOf,
  type FormErrors,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import { ReferenceFileUnknown } from '../../domain/errors.js';
import { readDay } from '../../domain/organisation-text.js';
import { REFERENCE_SETS, type ReferenceSetName } from '../../domain/reference-table.js';
import {
  ConsultReferenceData,
  type StandingSet,
} from '../../use-cases/reference/consult-reference-data.js';
import {
  ImportReferenceFile,
  type AppliedFile,
} from '../../use-cases/reference/import-reference-file.js';
import { setPage } from './set.page.js';
import { setsPage } from './sets.page.js';
import { REFERENCE_PATH } from './set-words.js';
import { waitingFilePage } from './waiting-file.page.js';

const ADMINISTRATORS = { roles: ['admin'] } as const;
const MEGABYTE = 1024 * 1024;
/** The coverage of all 35,000 communes takes six. */
const MOST_BYTES = 16 * MEGABYTE;
const LAST_PAGE = 100_000;

/** Reference data as files: exported, corrected, put down, compared, then applied or abandoned. */
@ApiExcludeController()
@Controller('admin/referentiels')
export class ReferencePagesController {
  constructor(
    private readonly consult: ConsultReferenceData,
    private readonly files: ImportReferenceFile,
  ) {}

  @Get()
  @Allow(ADMINISTRATORS)
  async list(@CurrentActor() actor: PersonActor): Promise<Page> {
    return setsPage(await this.consult.sets(actor), timeZoneOf(actor));
  }

  @Get('fichiers/:id')
  @Allow(ADMINISTRATORS)
  async waiting(
    @ResourceId() id: string,
    @Query() query: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page> {
    const waiting = await this.files.waiting(id, actor);
    return waitingFilePage({ waiting, page: pageOf(query) });
  }

  @Post('fichiers/:id')
  @HttpCode(303)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async apply(
    @ResourceId() id: string,
    @Body() body: unknown,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const base = new FormValues(body).text('version');
    const done: AppliedFile[] = [];
    const refusal = await attempt(async () => done.push(await this.files.apply(id, base, actor)));
    const [applied] = done;
    if (!applied) {
      const waiting = await this.files.waiting(id, actor);
      const reason = refusal?.kind === 'late' ? refusal.reason : '';
      return waitingFilePage({ waiting, page: 1, refusal: reason });
    }
    const text = `Version ${applied.number} appliquée.`;
    return new SeeOther(`${REFERENCE_PATH}/${applied.set}`, { tone: 'success', text });
  }

  @Post('fichiers/:id/abandon')
  @HttpCode(303)
  @Allow(ADMINISTRATORS)
  @AcceptsForm()
  async abandon(@ResourceId() id: string, @CurrentActor() actor: PersonActor): Promise<SeeOther> {
    const set = await this.files.abandon(id, actor);
    const text = 'Fichier effacé : rien n’a été appliqué.';
    return new SeeOther(`${REFERENCE_PATH}/${set}`, { tone: 'info', text });
  }

  @Get(':jeu')
  @Allow(ADMINISTRATORS)
  async one(@Param('jeu') name: string, @CurrentActor() actor: PersonActor): Promise<Page> {
    const standing = await this.consult.one(setOf(name), actor);
    return setPage({ standing, timeZone: timeZoneOf(actor) });
  }

  @Post(':jeu')
  @HttpCode(303)
  @Allow(ADMINISTRATORS)
  @AcceptsMultipart()
  async put(
    @Param('jeu') name: string,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: PersonActor,
  ): Promise<Page | SeeOther> {
    const standing = await this.consult.one(setOf(name), actor);
    const upload = await receiveOneFile(request, 'fichier', MOST_BYTES);
    const form = new FormValues(upload.fields);
    const validFrom = standing.isDated ? (readDay(form.date('debut') ?? '') ?? null) : null;
    const view = { standing, timeZone: timeZoneOf(actor), typedDate: form.typedDate('debut') };
    const errors = errorsOf(upload, standing, validFrom);
    const { content } = upload;
    if (!content || Object.keys(errors).length > 0) return setPage({ ...view, errors });
    const { set } = standing;
    const { id, checked } = await this.files.hold({ set, content, validFrom }, actor);
    if (id === null) return setPage({ ...view, faults: checked.faults });
    return new SeeOther(`${REFERENCE_PATH}/fichiers/${id}`);
  }

  @Get(':jeu/liste.csv')
  @Allow(ADMINISTRATORS)
  async file(
    @Param('jeu') name: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    const set = setOf(name);
    const rows = await this.consult.exported(set, actor);
    const lines = rows.map((cells) => csvLine(cells.map(spreadsheetText)));
    return csvFile(Buffer.from(`\uFEFF${lines.join('')}`), `${set}.csv`);
  }

  @Get(':jeu/versions/:numero')
  @Allow(ADMINISTRATORS)
  async version(
    @Param('jeu') name: string,
    @Param('numero') numero: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<StreamableFile> {
    const set = setOf(name);
    if (!/^\d{1,9}$/.test(numero)) throw new ReferenceFileUnknown();
    const content = await this.consult.version(set, Number(numero), actor);
    return csvFile(content, `${set}-version-${numero}.csv`);
  }
}

/** @throws ReferenceFileUnknown */
function setOf(name: string): ReferenceSetName {
  const set = REFERENCE_SETS.find((one) => one === name);
  if (set === undefined) throw new ReferenceFileUnknown();
  return set;
}

function errorsOf(
  { content, isTooLarge }: OneFile,
  { isDated }: StandingSet,
  validFrom: LocalDate | null,
): FormErrors {
  const tooLarge = `Le fichier dépasse ${MOST_BYTES / MEGABYTE} Mo.`;
  const missing = isTooLarge ? tooLarge : 'Choisissez le fichier à comparer.';
  return {
    ...(content ? {} : { fichier: missing }),
    ...(isDated && validFrom === null
      ? { debut: 'Le premier jour doit être une date réelle, par exemple 01 01 2027.' }
      : {}),
  };
}

function pageOf(query: unknown): number {
  const page = Number(new FormValues(query).text('page'));
  return Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1;
}

function timeZoneOf(actor: PersonActor): string {
  return viewerOf(actor)?.timeZone ?? 'Europe/Paris';
}

function csvFile(content: Buffer, name: string): StreamableFile {
  return new StreamableFile(content, {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}"`,
  });
}
