import type { ReportIndicator, ReportMeasure } from '../../domain/report/report.js';

/** A cell of the report, in words; a bar stands for a share that a cell beside it says. */
export interface ReportCell {
  readonly text: string;
  readonly under: string;
  readonly bar?: number | null;
}

export interface ReportColumn {
  readonly label: string;
  /** Share of the width, on paper. */
  readonly share: number;
  readonly isNumber?: boolean;
  readonly isBar?: boolean;
}

/** A table before it has its number. */
export interface DraftTable {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** `Tableau 3 – …`. */
export interface ReportTable extends DraftTable {
  readonly number: number;
}

/** A part of the report: a title, what to know first, a table, what to know after. */
export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly lead: readonly string[];
  readonly table: ReportTable | null;
  readonly notes: readonly string[];
}

/** The report in words, the same on the page and on paper. */
export interface ReportDocument {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly ReportSection[];
}

/** An indicator with the measure that stands for it. */
export interface UnitColumn {
  readonly indicator: ReportIndicator;
  readonly measure: ReportMeasure;
}
