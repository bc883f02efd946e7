import { ApiProperty } from '@nestjs/swagger';
import type { Figure } from '../domain/figures.js';
import type { Period } from '../domain/periods.js';
import type { Place } from '../domain/places.js';
import type { Report, ReportFigure } from '../domain/report/report.js';
import type { EditionRead } from '../use-cases/read-report.js';

const KINDS = ['count', 'rate', 'median', 'medical'] as const;

/** A year or a first half that is over. */
export class PeriodView {
  @ApiProperty({ example: '2025', description: 'Année, ou premier semestre : 2026-S1' })
  readonly code: string;

  @ApiProperty({ format: 'date' })
  readonly firstOn: string;

  @ApiProperty({ format: 'date', description: 'Arrêté des données' })
  readonly lastOn: string;
}

/** Where figures are shown of. */
export class PlaceView {
  @ApiProperty({ example: 'RSMA-RE', description: 'national, SMA, SMV ou code de l’unité' })
  readonly code: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty({ enum: ['national', 'scheme', 'unit'] })
  readonly level: string;

  @ApiProperty({ type: 'string', enum: ['SMA', 'SMV'], nullable: true })
  readonly agreement: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'La Réunion' })
  readonly territory: string | null;
}

/** A figure as pages show it: what is hidden has no number at all. */
export class FigureView {
  @ApiProperty({
    enum: ['shown', 'masked', 'nobody', 'elsewhere'],
    description:
      'masked : non diffusé ; nobody : personne au dénominateur ; elsewhere : non dit de ce périmètre',
  })
  readonly state: string;

  @ApiProperty({ type: 'number', nullable: true, description: 'Effectif, pour cent ou jours' })
  readonly value: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly numerator: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly denominator: number | null;
}

/** A figure at a place, beside the one of the year before. */
export class PlacedFigureView {
  @ApiProperty({ example: 'RSMA-RE' })
  readonly place: string;

  @ApiProperty({ type: FigureView })
  readonly figure: FigureView;

  @ApiProperty({ type: FigureView, description: 'Même mesure, un an avant' })
  readonly before: FigureView;
}

/** One measure of an indicator. */
export class MeasureView {
  @ApiProperty()
  readonly label: string;

  @ApiProperty({ enum: KINDS, description: 'effectif, pour cent, jours, pour cent national' })
  readonly kind: string;

  @ApiProperty({ type: [PlacedFigureView] })
  readonly figures: readonly PlacedFigureView[];
}

/** An indicator with its one definition. */
export class IndicatorView {
  @ApiProperty({ example: 'K12' })
  readonly code: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty({ description: 'Comment il est calculé' })
  readonly formula: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Ce qu’il faut savoir avant de le lire',
  })
  readonly limits: string | null;

  @ApiProperty({ type: [MeasureView] })
  readonly measures: readonly MeasureView[];
}

/** Figures of a period, masked as on every page. */
export class FiguresView {
  @ApiProperty({ type: PeriodView })
  readonly period: PeriodView;

  @ApiProperty({ type: PeriodView })
  readonly before: PeriodView;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'null tant que les chiffres peuvent encore changer',
  })
  readonly frozenAt: string | null;

  @ApiProperty({ type: [PlaceView] })
  readonly places: readonly PlaceView[];

  @ApiProperty({ type: [IndicatorView] })
  readonly indicators: readonly IndicatorView[];
}

/** A year of the report. */
export class ReportLineView {
  @ApiProperty({ example: 2025 })
  readonly year: number;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly frozenAt: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Empreinte SHA-256 du texte figé' })
  readonly sha256: string | null;
}

/** The years of the report. */
export class ReportListView {
  @ApiProperty({ type: [ReportLineView] })
  readonly items: readonly ReportLineView[];
}

/** The report of a year. */
export class ReportView extends FiguresView {
  @ApiProperty({ type: 'string', nullable: true })
  readonly sha256: string | null;

  @ApiProperty({
    type: 'boolean',
    nullable: true,
    description: 'Le texte conservé donne encore cette empreinte',
  })
  readonly isIntact: boolean | null;

  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'Indicateurs qui seraient différents aujourd’hui ; null si ce n’est pas calculé',
  })
  readonly drift: readonly string[] | null;
}

/** Shows figures, of some places alone. */
export function viewOfFigures(
  { period, before, indicators }: Report,
  places: readonly Place[],
  frozenAt: string | null,
): FiguresView {
  const kept = new Set(places.map(({ code }) => code));
  return {
    period: viewOfPeriod(period),
    before: viewOfPeriod(before),
    frozenAt,
    places: places.map(({ code, label, level, scheme, territory }) => ({
      code,
      label,
      level,
      agreement: scheme,
      territory,
    })),
    indicators: indicators.map(({ code, label, formula, limits, measures }) => ({
      code,
      label,
      formula,
      limits,
      measures: measures.map((measure) => ({
        label: measure.label,
        kind: measure.kind,
        figures: measure.figures.filter(({ place }) => kept.has(place)).map(viewOfPlaced),
      })),
    })),
  };
}

/** Shows the report of a year with what is known of its edition. */
export function viewOfReport(report: Report, edition: EditionRead | null): ReportView {
  return {
    ...viewOfFigures(report, report.places, edition?.frozenAt ?? null),
    sha256: edition?.sha256 ?? null,
    isIntact: edition?.isIntact ?? null,
    drift: edition?.drift ?? null,
  };
}

function viewOfPeriod({ code, firstOn, lastOn }: Period): PeriodView {
  return { code, firstOn, lastOn };
}

function viewOfPlaced({ place, now, before }: ReportFigure): PlacedFigureView {
  return { place, figure: viewOfFigure(now), before: viewOfFigure(before) };
}

function viewOfFigure(figure: Figure): FigureView {
  if (figure.state !== 'shown') {
    const denominator = figure.state === 'nobody' ? 0 : null;
    return { state: figure.state, value: null, numerator: null, denominator };
  }
  const { state, value, part, of } = figure;
  return { state, value, numerator: part, denominator: of };
}
