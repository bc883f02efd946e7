/** How a state looks: colour never speaks alone, the label does. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error' | 'new';

/** The label of a state, the same on lists, files, exports and mails. */
export function Badge({ tone, label }: { readonly tone: Tone; readonly label: string }) {
  return (
    <span class={tone === 'neutral' ? 'fr-badge' : `fr-badge fr-badge--${tone}`}>{label}</span>
  );
}
