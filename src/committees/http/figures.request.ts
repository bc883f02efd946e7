import { OptionalText } from '../../platform/fields/index.js';

/** Query of `GET /api/v1/indicators`. */
export class FiguresRequest {
  @OptionalText({
    max: 10,
    about: 'Année ou premier semestre clos : 2025, 2026-S1 ; le dernier sinon',
  })
  readonly period?: string | null;

  @OptionalText({ max: 10, about: 'Convention : SMA ou SMV' })
  readonly agreement?: string | null;

  @OptionalText({ max: 60, about: 'Territoire des unités, par son nom : La Réunion' })
  readonly territory?: string | null;

  @OptionalText({ max: 20, about: 'Code de l’unité' })
  readonly unit?: string | null;
}
