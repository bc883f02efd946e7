import { READ_TOGETHER, THEMES, type Theme } from '../../domain/indicators.js';
import type { Report, ReportIndicator } from '../../domain/report/report.js';
import { cutText, periodLabel, readingNotes, TOGETHER_WORDS } from '../figure-words.js';
import type { DraftTable, ReportDocument, ReportSection, UnitColumn } from './report-layout.js';
import { definitionTable, keyTable, themeTable, unitTable } from './report-tables.js';

type DraftSection = Omit<ReportSection, 'table'> & { readonly table: DraftTable | null };

/** Puts a report in words: key figures, each theme, each unit, definitions, what to know. */
export function reportDocument(report: Report): ReportDocument {
  const drafts = [
    keySection(report),
    ...themesOf(report).map((theme) => themeSection(report, theme)),
    ...themesOf(report).flatMap((theme) => unitSection(report, theme)),
    definitionSection(report),
    noteSection(report),
  ];
  let number = 0;
  return {
    title: `Rapport annuel ${report.period.year}`,
    lead: [
      'Partenariat entre les missions locales, le service militaire adapté (SMA) et le service militaire volontaire (SMV) : comité de suivi et rapport annuel des conventions.',
      `${cutText(report.period)} À côté : ${periodLabel(report.before)}.`,
    ],
    sections: drafts.map(({ table, ...section }) => ({
      ...section,
      table: table && { ...table, number: (number += 1) },
    })),
  };
}

function themesOf({ indicators }: Report): Theme[] {
  const present = new Set(indicators.map(({ theme }) => theme));
  return (Object.keys(THEMES) as Theme[]).filter((theme) => present.has(theme));
}

function keySection(report: Report): DraftSection {
  return {
    id: 'chiffres-cles',
    title: 'Chiffres clés',
    lead: [TOGETHER_WORDS],
    table: keyTable(report),
    notes: [],
  };
}

function themeSection(report: Report, theme: Theme): DraftSection {
  const own = report.indicators.filter((indicator) => indicator.theme === theme);
  return {
    id: theme,
    title: THEMES[theme],
    lead: own.some(({ code }) => READ_TOGETHER.includes(code)) ? [TOGETHER_WORDS] : [],
    table: own.some(({ measures }) => measures.length > 0) ? themeTable(report, theme, own) : null,
    notes: own.flatMap(({ code, label, missing }) =>
      missing === null ? [] : [`${code} ${label} : pas encore mesuré. ${missing}`],
    ),
  };
}

/** The first measure of each indicator, unit by unit: the others are in the files. */
function unitSection(report: Report, theme: Theme): DraftSection[] {
  const columns = report.indicators
    .filter((indicator) => indicator.theme === theme)
    .flatMap((indicator) => firstByUnit(indicator));
  if (columns.length === 0) return [];
  return [
    {
      id: `unites-${theme}`,
      title: `${THEMES[theme]} par unité`,
      lead: [],
      table: unitTable(report, theme, columns),
      notes: [],
    },
  ];
}

function firstByUnit(indicator: ReportIndicator): UnitColumn[] {
  const measure = indicator.measures.find(({ kind }) => kind !== 'medical');
  return measure ? [{ indicator, measure }] : [];
}

function definitionSection(report: Report): DraftSection {
  return {
    id: 'definitions',
    title: 'Définitions',
    lead: [],
    table: definitionTable(report),
    notes: [],
  };
}

function noteSection({ period }: Report): DraftSection {
  return {
    id: 'lire',
    title: 'Lire ces chiffres',
    lead: [],
    table: null,
    notes: [
      ...readingNotes(period),
      'Au-delà de six mois après la sortie, les réponses au suivi sont plus rares.',
      'Le tableur et le fichier CSV donnent toutes les mesures pour chaque unité, masquées de la même façon.',
    ],
  };
}
