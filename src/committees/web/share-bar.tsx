/** A quiet bar beside a figure that says the same: the table is its alternative, so it is hidden from readers. */
export function ShareBar({ percent }: { readonly percent: number | null }) {
  if (percent === null) return null;
  const width = `${Math.max(0, Math.min(100, percent)).toFixed(1)}%`;
  return (
    <svg class="app-bar" width="100%" height="12" aria-hidden="true" focusable="false">
      <rect class="app-bar__whole" width="100%" height="12" />
      <rect class="app-bar__part" width={width} height="12" />
    </svg>
  );
}
