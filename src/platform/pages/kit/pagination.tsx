import { frenchNumber } from '../../french/index.js';

interface PaginationProps {
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** Links to the pages of a list; nothing when there is only one. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav class="fr-pagination" aria-label="Pages de la liste">
      <ul class="fr-pagination__list">
        {page > 1 && (
          <li>
            <a class="fr-pagination__link" rel="prev" href={hrefOf(page - 1)}>
              Page précédente
            </a>
          </li>
        )}
        {shownPages(page, pages).map((number, index) => (
          <li key={index}>
            {number === null ? (
              <span>…</span>
            ) : (
              <a
                class="fr-pagination__link"
                href={hrefOf(number)}
                aria-current={number === page ? 'page' : undefined}
                aria-label={`Page ${number}`}
              >
                {frenchNumber(number)}
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a class="fr-pagination__link" rel="next" href={hrefOf(page + 1)}>
              Page suivante
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** First, last and neighbours; `null` where some are left out. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages];
  const kept = [...new Set(wanted)].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
  return kept.flatMap((number, index) => {
    const before = kept[index - 1];
    return before !== undefined && number - before > 1 ? [null, number] : [number];
  });
}
