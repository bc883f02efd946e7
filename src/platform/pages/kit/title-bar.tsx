import type { ComponentChildren } from 'preact';

interface TitleBarProps {
  readonly title: string;
  /** A line above the title: a reference, a step. */
  readonly over?: string | undefined;
  /** On the right: the actions, or the states. */
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
      {children !== undefined && <div class="app-title__side">{children}</div>}
    </div>
  );
}
