import { typeset } from '../../../platform/french/index.js';
import {
  DataTable,
  Filters,
  Page,
  SelectField,
  SummaryList,
  TitleBar,
  TwoLines,
  type Column,
} from '../../../platform/pages/index.js';
import { INDICATORS } from '../../domain/indicator-list.js';
import { READ_TOGETHER, type Indicator, type Measure } from '../../domain/indicators.js';
import type { Period } from '../../domain/periods.js';
import type { Place } from '../../domain/places.js';
import type { FiguresRead } from '../../use-cases/figure-reader.js';
import { FIGURES_PATH, figureHref, periodChoices } from '../figure-search.js';
import { baseText, cutText, figureText, MASKING_WORDS, periodLabel } from '../figure-words.js';
import { ShareBar } from '../share-bar.js';

/** One indicator: its definition, then each measure at every place. */
export function indicatorPage(
  indicator: Indicator,
  read: FiguresRead,
  periods: readonly Period[],
): Page {
  const title = `${indicator.code} ${indicator.label}`;
  const together = READ_TOGETHER.includes(indicator.code)
    ? INDICATORS.filter(({ code }) => READ_TOGETHER.includes(code))
    : [indicator];
  const content = (
    <>
      <TitleBar title={title}>
        <p class="app-freshness">{cutText(read.period, read.frozenAt)}</p>
      </TitleBar>
      <SummaryList facts={factsOf(indicator)} />
      <Filters
        action={`${FIGURES_PATH}/${indicator.code}`}
        what="l’indicateur"
        active={[]}
        clearHref={`${FIGURES_PATH}/${indicator.code}`}
        search={
          <SelectField
            name="periode"
            label="Période"
            value={read.period.code}
            groups={periodChoices(periods)}
          />
        }
      />
      {together.length > 1 && (
        <p>
          {typeset(
            'Attrition, taux officiel, taux de cohorte et insertion durable se lisent ensemble : aucun n’est montré seul.',
          )}
        </p>
      )}
      {together.flatMap((one) =>
        one.measures.map((measure, at) => (
          <MeasureSection
            key={`${one.code}-${at}`}
            id={`mesure-${one.code}-${at}`}
            title={`${one.code} ${measure.label}`}
            measure={measure}
            read={read}
          />
        )),
      )}
      <p>{typeset(MASKING_WORDS)}</p>
    </>
  );
  const crumbs = [{ href: figureHref(FIGURES_PATH, read.period), label: 'Indicateurs' }];
  return new Page(title, content, { crumbs });
}

function factsOf({ formula, limits, source, missing }: Indicator) {
  return [
    { label: 'Calcul', value: typeset(formula) },
    ...(limits === undefined ? [] : [{ label: 'À savoir', value: typeset(limits) }]),
    ...(missing === undefined ? [] : [{ label: 'Pas encore mesuré', value: typeset(missing) }]),
    { label: 'Source de la définition', value: typeset(source) },
  ];
}

interface MeasureProps {
  readonly id: string;
  readonly title: string;
  readonly measure: Measure;
  readonly read: FiguresRead;
}

function MeasureSection({ id, title, measure, read }: MeasureProps) {
  const places = read.places.all.filter(
    ({ code }) => read.figures.figure(measure, code).state !== 'elsewhere',
  );
  return (
    <section aria-labelledby={`${id}-section`}>
      <h2 id={`${id}-section`}>{typeset(title)}</h2>
      <DataTable
        id={id}
        caption={typeset(`${title} : par convention et par unité`)}
        columns={columnsOf(measure, read)}
        rows={places}
        keyOf={({ code }) => code}
      />
    </section>
  );
}

function columnsOf(measure: Measure, read: FiguresRead): Column<Place>[] {
  const { figures, figuresBefore, period, before } = read;
  const most = Math.max(1, ...read.places.all.map(({ code }) => valueOf(measure, read, code) ?? 0));
  const isShare = measure.kind === 'rate' || measure.kind === 'medical';
  const percent = (place: Place) => {
    const value = valueOf(measure, read, place.code);
    return value === null || isShare ? value : (value * 100) / most;
  };
  const cell = (of: typeof figures) =>
    function FigureCell({ code }: Place) {
      const figure = of.figure(measure, code);
      return <TwoLines under={baseText(figure)}>{figureText(measure, figure)}</TwoLines>;
    };
  return [
    {
      key: 'perimetre',
      label: 'Périmètre',
      cell: ({ label, territory }) => <TwoLines under={territory ?? ''}>{label}</TwoLines>,
    },
    { key: 'valeur', label: periodLabel(period), isNumber: true, cell: cell(figures) },
    {
      key: 'barre',
      label: isShare ? 'Part' : 'Comparaison',
      cell: (place) => <ShareBar percent={percent(place)} />,
    },
    { key: 'avant', label: periodLabel(before), isNumber: true, cell: cell(figuresBefore) },
  ];
}

function valueOf(measure: Measure, { figures }: FiguresRead, place: string): number | null {
  const figure = figures.figure(measure, place);
  return figure.state === 'shown' ? figure.value : null;
}
