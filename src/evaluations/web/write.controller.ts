import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  addMonths,
  Clock,
  localDateIn,
  monthOf,
  parseMonth,
  type Month,
  type PersonActor,
} from '../../kernel/index.js';
import { OrganisationDirectory } from '../../organisations/index.js';
import { readFields } from '../../platform/fields/index.js';
import { AcceptsForm } from '../../platform/http/index.js';
import {
  attempt,
  formErrors,
  FormValues,
  SeeOther,
  versionOf,
  type Choice,
  type FormErrors,
  type Page,
} from '../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../platform/security/index.js';
import type { EvaluationNote } from '../domain/evaluation-note.js';
import { WriteNoteRequest } from '../http/note.request.js';
import { ConsultNotes } from '../use-cases/consult-notes.js';
import { WriteNote } from '../use-cases/write-note.js';
import { contingentWords, NOTE_PAGE_WRITERS, NOTES_PATH } from './note-words.js';
import { writePage } from './write.page.js';

const NAMES = {
  '/partner': 'partenaire',
  '/contingent': 'mois',
  '/worked': 'bien',
  '/improve': 'mieux',
};
const WORDS = {
  'partenaire required': 'Choisissez un partenaire',
  'mois required': 'Choisissez le mois de fin du contingent',
};
const MONTHS_OFFERED = 12;
const NOTICE = 'Bilan enregistré : votre partenaire le lit aussi.';

/** One side writes its note of a pair and a month, or writes it again. */
@ApiExcludeController()
@Controller('bilans/nouveau')
export class WriteNoteController {
  constructor(
    private readonly consult: ConsultNotes,
    private readonly write: WriteNote,
    private readonly organisations: OrganisationDirectory,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(NOTE_PAGE_WRITERS)
  async page(@Query() query: unknown, @CurrentActor() actor: PersonActor): Promise<Page> {
    const values = new FormValues(query);
    const partner = values.text('partenaire');
    const contingent = parseMonth(values.text('mois')) ?? null;
    const known = await this.known(partner, contingent, actor);
    const typed = known ? typedNote(known) : { version: '0' };
    const form = new FormValues({ ...typed, partenaire: partner, mois: contingent ?? '' });
    return this.form(form, {}, actor);
  }

  @Post()
  @HttpCode(303)
  @Allow(NOTE_PAGE_WRITERS)
  @AcceptsForm()
  async post(@Body() body: unknown, @CurrentActor() actor: PersonActor): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const read = await readFields(WriteNoteRequest, {
      partner: form.optional('partenaire'),
      contingent: form.optional('mois'),
      worked: form.ticked('bien'),
      improve: form.ticked('mieux'),
    });
    if (!read.isRight) return this.form(form, formErrors(read.issues, NAMES, WORDS), actor);
    const { partner, contingent, worked, improve } = read.value;
    const expectedVersion = versionOf(form.text('version'));
    const input = { partner, contingent, worked, improve, expectedVersion };
    const refusal = await attempt(() => this.write.execute(input, actor));
    if (refusal?.kind === 'invalid') {
      return this.form(form, formErrors(refusal.issues, NAMES), actor);
    }
    if (refusal) return this.form(form, { mois: KNOWN }, actor);
    return new SeeOther(NOTES_PATH, { tone: 'success', text: NOTICE });
  }

  private async form(form: FormValues, errors: FormErrors, actor: PersonActor): Promise<Page> {
    const own = await this.organisations.byId(actor.organisation.id);
    const today = localDateIn(this.clock.now(), own?.timeZone ?? 'Europe/Paris');
    const isUnit = actor.organisation.kind === 'unit';
    const conventions = await this.organisations.conventionsOn(today, actor.organisation.id);
    const ids = new Set(conventions.map((one) => (isUnit ? one.missionLocaleId : one.unitId)));
    const partners = (await this.organisations.all(isUnit ? 'mission-locale' : 'unit'))
      .filter(({ id }) => ids.has(id))
      .map(({ code, usualName }): Choice => ({ value: code, label: usualName }))
      .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
    const now = monthOf(today);
    const months = Array.from({ length: MONTHS_OFFERED }, (_, back): Choice => {
      const month = addMonths(now, -back);
      return { value: month, label: contingentWords(month) };
    });
    return writePage({ form, errors, partners, months, isUnit });
  }

  /** The own note of a pair and a month, to be written again. */
  private async known(
    code: string,
    contingent: Month | null,
    { organisation, ...actor }: PersonActor,
  ): Promise<EvaluationNote | null> {
    const partner = await this.organisations.byCode(code);
    if (!partner || contingent === null || organisation.kind === 'national') return null;
    const isUnit = organisation.kind === 'unit';
    const [missionLocaleId, unitId] = isUnit
      ? [partner.id, organisation.id]
      : [organisation.id, partner.id];
    const key = { missionLocaleId, unitId, contingent };
    return this.consult.one(key, organisation.kind, { ...actor, organisation });
  }
}

const KNOWN =
  'Votre organisme a déjà écrit un bilan de ce contingent : modifiez-le depuis la liste des bilans.';

function typedNote({ version, worked, improve }: EvaluationNote): Record<string, string> {
  return Object.fromEntries([
    ['version', String(version)],
    ...worked.map((code) => [`bien.${code}`, 'oui']),
    ...improve.map((code) => [`mieux.${code}`, 'oui']),
  ]);
}
