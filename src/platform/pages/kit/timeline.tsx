import type { ComponentChildren } from 'preact';
import type { Instant } from '../../../kernel/index.js';

/** One event of a history. */
export interface TimelineEntry {
  readonly title: string;
  readonly at: Instant;
  /** The instant in words, on the clock of the territory. */
  readonly when: string;
  /** Who, and by which door. */
  readonly who: string;
  readonly details?: readonly (readonly [label: string, value: ComponentChildren])[];
}

/** A history, the latest event first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol class="app-timeline">
      {entries.map((entry, index) => (
        <li key={index}>
          <h3 class="app-timeline__title">{entry.title}</h3>
          <p class="app-timeline__meta">
            <time dateTime={entry.at}>{entry.when}</time>
            {` · ${entry.who}`}
          </p>
          {entry.details !== undefined && entry.details.length > 0 && (
            <dl class="app-timeline__details">
              {entry.details.map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
