import type { ComponentChildren } from 'preact';

interface TwoLinesProps {
  /** Under the first line, in small; left out when empty. */
  readonly under: string;
  readonly children: ComponentChildren;
}

/** A cell of a list with a second, quieter line. */
export function TwoLines({ under, children }: TwoLinesProps) {
  return (
    <>
      {children}
      {under !== '' && <span class="app-under">{under}</span>}
    </>
  );
}
