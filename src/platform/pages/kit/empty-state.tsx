import type { ComponentChildren } from 'preact';

/** What a list says when it has no row: why, and what to do. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="app-empty">
      <h2 class="fr-h4">{props.title}</h2>
      {props.children}
    </div>
  );
}
