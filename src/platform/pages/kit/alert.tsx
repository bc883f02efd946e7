import type { ComponentChildren } from 'preact';

interface AlertProps {
  readonly tone: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** A message of the page; it has no live role, it is there when the page is read. */
export function Alert({ tone, title, children }: AlertProps) {
  return (
    <div class={`fr-alert fr-alert--${tone} fr-mb-3w`}>
      <p class="fr-alert__title">{title}</p>
      {children}
    </div>
  );
}
