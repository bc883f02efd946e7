import type { ComponentChildren } from 'preact';

interface TitleBarProps {
  readonly title: string;
  /** A line above the title: a reference, a step. */
  readonly over?: string | undefined;
  /** On the right: the main action, or the state. */
  readonly children?: ComponentChildren;
}

/** The title of a page, the only `h1`, with what goes beside it. */
export function TitleBar({ title, over, children }: TitleBarProps) {
  return (
    <div class="app-title">
      <div>
        {over !== undefined && <p class="app-step">{over}</p>}
        <h1>{title}</h1>
      </div>
      {children}
    </div>
  );
}
