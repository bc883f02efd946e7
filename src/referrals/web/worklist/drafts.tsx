import type { DraftsPresented } from './drafts.presenter.js';

/** What is typed and not sent yet, above the list. */
export function Drafts({ drafts: { title, rows } }: { readonly drafts: DraftsPresented }) {
  return (
    <section class="app-todo" aria-labelledby="brouillons-titre">
      <h2 class="fr-h4" id="brouillons-titre">
        {title}
      </h2>
      <ul>
        {rows.map(({ href, name, when }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            <span class="app-under">{when}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
