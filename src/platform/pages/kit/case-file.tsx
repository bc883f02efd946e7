import type { ComponentChildren } from 'preact';
import { ActionForm, buttonClass } from './action-form.js';
import { SummaryList, type Fact } from './summary-list.js';
import { Timeline, type TimelineEntry } from './timeline.js';

interface FactsProps {
  /** Names the section: `sortie` gives the id `sortie-titre`. */
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly children?: ComponentChildren;
}

/** One part of a file: its title, what is known, and what belongs below. */
export function FactsSection({ id, title, facts, children }: FactsProps) {
  return (
    <section aria-labelledby={`${id}-titre`}>
      <h2 id={`${id}-titre`}>{title}</h2>
      <SummaryList facts={facts} />
      {children}
    </section>
  );
}

/** What was done with a file, the latest first. */
export function HistorySection({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <section aria-labelledby="historique-titre">
      <h2 id="historique-titre">Historique</h2>
      {entries.length === 0 ? <p>Rien n’a encore été transmis.</p> : <Timeline entries={entries} />}
    </section>
  );
}

/** What may be done with a file: on a page of its own, or at once by a button. */
export interface FileAction {
  readonly href: string;
  readonly label: string;
  readonly isAtOnce?: boolean;
}

interface ActionButtonsProps {
  readonly actions: readonly FileAction[];
  /** Of the file that was looked at: what is done at once says on which one it was decided. */
  readonly version?: number;
  /** Only a step that is due stands out. */
  readonly isDue?: boolean;
}

/** What may be done next; the first stands out when something is due. */
export function ActionButtons({ actions, version = 0, isDue = true }: ActionButtonsProps) {
  if (actions.length === 0) return null;
  const kindOf = (index: number) => (isDue && index === 0 ? 'primary' : 'secondary');
  return (
    <div class="app-buttons">
      {actions.map(({ href, label, isAtOnce = false }, index) =>
        isAtOnce ? (
          <ActionForm
            key={href}
            action={href}
            label={label}
            kind={kindOf(index)}
            values={{ version: String(version) }}
          />
        ) : (
          <a key={href} class={buttonClass(kindOf(index))} href={href}>
            {label}
          </a>
        ),
      )}
    </div>
  );
}
