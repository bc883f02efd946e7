import type { ComponentChildren } from 'preact';

interface ActionFormProps {
  readonly action: string;
  readonly label: string;
  readonly kind?: 'primary' | 'secondary' | 'tertiary';
  /** Values sent with the button. */
  readonly values?: Readonly<Record<string, string>>;
  readonly children?: ComponentChildren;
}

/** A button that does something at once: a form of its own, without script. */
export function ActionForm({ action, label, kind, values = {}, children }: ActionFormProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button class={buttonClass(kind)} type="submit">
        {label}
      </button>
    </form>
  );
}

/** The look of a link or button that acts. */
export function buttonClass(kind: ActionFormProps['kind'] = 'primary'): string {
  return kind === 'primary' ? 'fr-btn' : `fr-btn fr-btn--${kind}`;
}
