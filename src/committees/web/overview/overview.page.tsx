import type { Instant } from '../../../kernel/index.js';
import { typeset } from '../../../platform/french/index.js';
import {
  DataTable,
  Filters,
  Page,
  SelectField,
  TitleBar,
  TwoLines,
  type Column,
} from '../../../platform/pages/index.js';
import type { Period } from '../../domain/periods.js';
import type { Place, Places } from '../../domain/places.js';
import { FIGURES_PATH, figureHref, periodChoices, placeChoices } from '../figure-search.js';
import { cutText, periodLabel, readingNotes, TOGETHER_WORDS } from '../figure-words.js';
import { reportHref } from '../report/report-href.js';
import { ShareBar } from '../share-bar.js';
import type { FigureLine, KeyFigure, ThemeView } from './overview.presenter.js';

/** What the page shows. */
export interface OverviewView {
  readonly periods: readonly Period[];
  readonly period: Period;
  readonly before: Period;
  readonly frozenAt: Instant | null;
  readonly places: Places;
  readonly place: Place;
  readonly keys: readonly KeyFigure[];
  readonly themes: readonly ThemeView[];
}

/** All indicators at one place, with those of a year before. */
export function overviewPage(view: OverviewView): Page {
  const { period, place } = view;
  const title = `Indicateurs ${periodLabel(period)}`;
  const content = (
    <>
      <TitleBar title={title}>
        <p class="app-freshness">{cutText(period, view.frozenAt)}</p>
      </TitleBar>
      <FigureFilters {...view} />
      <h2>{place.label}</h2>
      <ul class="app-figures">
        {view.keys.map(({ label, value, base, before }) => (
          <li key={label}>
            <strong>{value}</strong>
            {` ${typeset(label)}`}
            {base !== '' && <span class="app-change">{base}</span>}
            <span class="app-change">{typeset(`${periodLabel(view.before)} : ${before}`)}</span>
          </li>
        ))}
      </ul>
      <p>{typeset(TOGETHER_WORDS)}</p>
      {view.themes.map((theme) => (
        <ThemeSection key={theme.theme} theme={theme} view={view} />
      ))}
      <Notes view={view} />
    </>
  );
  return new Page(`${title} – ${place.label}`, content);
}

function FigureFilters({ periods, period, places, place }: OverviewView) {
  return (
    <Filters
      action={FIGURES_PATH}
      what="les indicateurs"
      active={[]}
      clearHref={FIGURES_PATH}
      search={
        <>
          <SelectField
            name="periode"
            label="Période"
            value={period.code}
            groups={periodChoices(periods)}
          />
          <SelectField
            name="perimetre"
            label="Convention, territoire ou unité"
            value={place.code}
            groups={placeChoices(places)}
          />
        </>
      }
    />
  );
}

function ThemeSection({ theme, view }: { readonly theme: ThemeView; readonly view: OverviewView }) {
  return (
    <section aria-labelledby={`${theme.theme}-section`}>
      <h2 id={`${theme.theme}-section`}>{theme.title}</h2>
      {theme.lines.length > 0 && (
        <DataTable
          id={`theme-${theme.theme}`}
          caption={typeset(`${theme.title}, ${view.place.label} : ${periodLabel(view.period)}`)}
          columns={columnsOf(view)}
          rows={theme.lines}
          keyOf={({ key }) => key}
        />
      )}
      {theme.missing.length > 0 && (
        <ul>
          {theme.missing.map(({ label, why }) => (
            <li key={label}>{typeset(`${label} : pas encore mesuré. ${why}`)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function columnsOf({ period, before, place }: OverviewView): Column<FigureLine>[] {
  return [
    {
      key: 'indicateur',
      label: 'Indicateur',
      cell: ({ code, label }) => (
        <>
          <a href={figureHref(`${FIGURES_PATH}/${code}`, period, place)}>{code}</a>
          {` ${typeset(label)}`}
        </>
      ),
    },
    {
      key: 'valeur',
      label: periodLabel(period),
      isNumber: true,
      cell: ({ value, base }) => <TwoLines under={base}>{value}</TwoLines>,
    },
    { key: 'part', label: 'Part', cell: ({ percent }) => <ShareBar percent={percent} /> },
    {
      key: 'avant',
      label: periodLabel(before),
      isNumber: true,
      cell: ({ before: value, beforeBase }) => <TwoLines under={beforeBase}>{value}</TwoLines>,
    },
  ];
}

function Notes({ view: { period } }: { readonly view: OverviewView }) {
  return (
    <section aria-labelledby="lire">
      <h2 id="lire">Lire ces chiffres</h2>
      <ul>
        {readingNotes(period).map((note) => (
          <li key={note}>{typeset(note)}</li>
        ))}
      </ul>
      <p>
        <a href={figureHref(`${FIGURES_PATH}.csv`, period)}>Toutes les données, par unité (CSV)</a>
      </p>
      {!period.isHalf && (
        <p>
          <a href={reportHref(period.year)}>{`Rapport annuel ${period.year}`}</a>
        </p>
      )}
    </section>
  );
}
