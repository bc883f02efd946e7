import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PersonActor } from '../../../kernel/index.js';
import { readFields } from '../../../platform/fields/index.js';
import { AcceptsForm } from '../../../platform/http/index.js';
import {
  attempt,
  formErrors,
  FormValues,
  SeeOther,
  versionOf,
  type FormErrors,
  type Page,
} from '../../../platform/pages/index.js';
import { Allow, CurrentActor } from '../../../platform/security/index.js';
import type { OfferSheet } from '../../domain/offer-sheet.js';
import { readIncorporations, typedIncorporation } from '../../domain/typed-incorporations.js';
import { contentOf } from '../../http/offer-sheets.controller.js';
import { PublishSheetRequest } from '../../http/sheet.request.js';
import { ConsultSheets } from '../../use-cases/consult-sheets.js';
import { PublishSheet } from '../../use-cases/publish-sheet.js';
import { PUBLISHERS, sheetPath } from '../sheet-words.js';
import { publishPage } from './publish.page.js';

const NAMES = {
  '/tracks': 'filieres',
  '/conditions': 'conditions',
  '/contactService': 'service',
  '/contactPhone': 'telephone',
  '/contactEmail': 'courriel',
  '/incorporations': 'incorporations',
};
const WORDS = { 'service required': 'Dites quel service joindre' };
const NOTICE = 'Fiche publiée : les missions locales la lisent dès maintenant.';
const LATE = {
  '': 'Une autre version a été publiée entre-temps : relisez-la, puis recommencez.',
};

/** A unit writes the next version of its sheet, from the one in force. */
@ApiExcludeController()
@Controller('offres/nouvelle')
export class PublishSheetController {
  constructor(
    private readonly consult: ConsultSheets,
    private readonly publish: PublishSheet,
  ) {}

  @Get()
  @Allow(PUBLISHERS)
  async page(@CurrentActor() actor: PersonActor): Promise<Page> {
    const [latest] = await this.consult.versionsOf(actor.organisation.id, actor);
    return publishPage(new FormValues(latest ? typedSheet(latest) : { version: '0' }), {});
  }

  @Post()
  @HttpCode(303)
  @Allow(PUBLISHERS)
  @AcceptsForm()
  async post(@Body() body: unknown, @CurrentActor() actor: PersonActor): Promise<Page | SeeOther> {
    const form = new FormValues(body);
    const again = (errors: FormErrors) => publishPage(form, errors);
    const { incorporations, issues } = readIncorporations(linesOf(form, 'incorporations'));
    const read = await readFields(PublishSheetRequest, {
      tracks: linesOf(form, 'filieres'),
      conditions: linesOf(form, 'conditions'),
      contactService: form.optional('service'),
      contactPhone: form.optional('telephone'),
      contactEmail: form.optional('courriel'),
      incorporations,
    });
    const wrong = [...issues, ...(read.isRight ? [] : read.issues)];
    if (!read.isRight || wrong.length > 0) return again(errorsOf(wrong));
    const version = versionOf(form.text('version'));
    let id = '';
    const refusal = await attempt(async () => {
      ({ id } = await this.publish.execute(contentOf(read.value), actor, version));
    });
    if (refusal?.kind === 'invalid') return again(errorsOf(refusal.issues));
    if (refusal) return again(LATE);
    return new SeeOther(sheetPath(id), { tone: 'success', text: NOTICE });
  }
}

function errorsOf(issues: Parameters<typeof formErrors>[0]): FormErrors {
  // The place of an incorporation is one level deeper than the list that the form shows.
  const flat = issues.map(({ pointer, ...issue }) => ({
    ...issue,
    pointer: pointer.replace(/^(\/incorporations\/\d+)\/.*$/, '$1'),
  }));
  return formErrors(flat, NAMES, WORDS);
}

/** The lines of a text, without those that say nothing. */
function linesOf(form: FormValues, name: string): string[] {
  const lines = form.text(name).split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function typedSheet(sheet: OfferSheet): Record<string, string> {
  return {
    version: String(sheet.number),
    filieres: sheet.tracks.join('\n'),
    conditions: sheet.conditions.join('\n'),
    service: sheet.contactService,
    telephone: sheet.contactPhone ?? '',
    courriel: sheet.contactEmail ?? '',
    incorporations: sheet.incorporations.map(typedIncorporation).join('\n'),
  };
}
