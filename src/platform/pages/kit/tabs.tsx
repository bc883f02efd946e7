import { frenchNumber } from '../../french/index.js';

/** One view of a list. */
export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly isCurrent: boolean;
  /** How many rows it holds: the same query as the list. */
  readonly count?: number;
}

/** The views of a list, as links. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <nav class="app-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.isCurrent ? 'true' : undefined}>
              {tab.label}
              {tab.count !== undefined && (
                <>
                  {' '}
                  <span class="app-count">{frenchNumber(tab.count)}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
