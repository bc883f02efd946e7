import { typeset } from '../../../platform/french/index.js';
import { Alert, Page, TitleBar, type Crumb } from '../../../platform/pages/index.js';

interface ShownOnce {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** What to do with the secret, as a title. */
  readonly todo: string;
  readonly secret: string;
  readonly about: string;
  /** Where to go then. */
  readonly next: { readonly href: string; readonly label: string };
}

/** After a creation: a code or a secret that no page will show again. */
export function shownOncePage({ title, crumbs, todo, secret, about, next }: ShownOnce): Page {
  const content = (
    <div class="app-column">
      <TitleBar title={title} />
      <Alert tone="info" title={todo}>
        <p>
          <code>{secret}</code>
        </p>
        <p>{typeset(about)}</p>
      </Alert>
      <p>
        <a href={next.href}>{next.label}</a>
      </p>
    </div>
  );
  return new Page(title, content, { crumbs });
}
