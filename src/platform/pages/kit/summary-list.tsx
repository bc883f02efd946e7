import type { ComponentChildren } from 'preact';

/** One fact: what it is, what it says, and maybe a way to change it. */
export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly action?: ComponentChildren;
}

/** Facts, one under the other; a missing value shows as a dash. */
export function SummaryList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="app-dl">
      {facts.map(({ label, value, action }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{isEmpty(value) ? '–' : value}</dd>
          {action !== undefined && <dd>{action}</dd>}
        </div>
      ))}
    </dl>
  );
}

function isEmpty(value: ComponentChildren): boolean {
  return value === null || value === undefined || value === '';
}
