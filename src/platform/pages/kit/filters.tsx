import type { ComponentChildren } from 'preact';

/** A filter in force and the address without it. */
export interface ActiveFilter {
  readonly label: string;
  readonly href: string;
}

interface FiltersProps {
  readonly action: string;
  /** What is filtered, for screen readers: `les orientations`. */
  readonly what: string;
  readonly active: readonly ActiveFilter[];
  /** The address without any filter. */
  readonly clearHref: string;
  /** What the address keeps besides the fields: the tab. */
  readonly kept?: Readonly<Record<string, string>>;
  /** The search, always in sight. */
  readonly search: ComponentChildren;
  /** The other fields, folded on narrow screens (they would fill the first one). */
  readonly children?: ComponentChildren;
}

/** Filters of a list: a plain GET form, so that the address can be kept, shared and gone back to. */
export function Filters(props: FiltersProps) {
  const { action, what, active, clearHref, kept = {} } = props;
  return (
    <form
      method="get"
      action={action}
      class="app-filters"
      role="search"
      aria-label={`Filtrer ${what}`}
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="app-filters__row">
        {props.search}
        <button class="fr-btn fr-btn--secondary" type="submit">
          Filtrer
        </button>
      </div>
      {props.children !== undefined && (
        <details class="app-filters__more" open={active.length > 0}>
          <summary>Plus de filtres</summary>
          <div class="app-filters__row">{props.children}</div>
        </details>
      )}
      {active.length > 0 && <ActiveFilters active={active} clearHref={clearHref} />}
    </form>
  );
}

type ActiveProps = Pick<FiltersProps, 'active' | 'clearHref'>;

function ActiveFilters({ active, clearHref }: ActiveProps) {
  return (
    <div class="app-filters__active">
      <p id="filtres-actifs">Filtres appliqués :</p>
      <ul aria-labelledby="filtres-actifs">
        {active.map(({ label, href }) => (
          <li key={label}>
            <a class="app-chip" href={href}>
              <span class="app-sr">Retirer le filtre </span>
              {label}
            </a>
          </li>
        ))}
        <li>
          <a href={clearHref}>Tout effacer</a>
        </li>
      </ul>
    </div>
  );
}
