import { typeset } from '../../../../platform/french/index.js';
import { Alert, Page, SummaryList, TitleBar } from '../../../../platform/pages/index.js';
import type { Warning } from '../../../domain/referral.rules.js';
import { WORKLIST_PATH } from '../../worklist/worklist-search.js';
import { checkPath, detailsPath, REFER_CRUMBS } from '../refer-paths.js';
import type { KnownPresented } from '../start/known-people.presenter.js';
import type { AnswerGroup } from './check.presenter.js';

/** What the last page is made from. */
export interface CheckProps {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly unit: string;
  readonly groups: readonly AnswerGroup[];
  readonly warnings: readonly Warning[];
  /** Those on file who look alike and have a referral under way: nobody has two. */
  readonly open: readonly KnownPresented[];
  /** Why it was not sent. */
  readonly refusal?: string;
}

const TITLE = 'Vérifier avant de transmettre';

/** Everything again, before it leaves the mission locale. */
export function checkPage(props: CheckProps): Page {
  const { refusal } = props;
  return new Page(TITLE, <Check {...props} />, {
    crumbs: [...REFER_CRUMBS, { href: detailsPath(props.id), label: 'Orienter un jeune' }],
    ...(refusal === undefined ? {} : { isError: true, status: 409 }),
  });
}

function Check({ id, version, name, unit, groups, warnings, open, refusal }: CheckProps) {
  return (
    <div class="app-column">
      {refusal !== undefined && (
        <Alert tone="error" title="L’orientation n’a pas été transmise">
          <p>{typeset(refusal)}</p>
        </Alert>
      )}
      <TitleBar title={TITLE} over={`Étape 3 sur 3 – ${name}`} />
      {open.map((one) => (
        <Alert key={one.id} tone="warning" title={`${one.name} a déjà une orientation en cours`}>
          <p>{typeset(one.facts)}</p>
          {one.open !== null && (
            <p>
              <a href={one.open.href}>{one.open.label}</a>
            </p>
          )}
        </Alert>
      ))}
      {warnings.length > 0 && (
        <Alert tone="warning" title="À vérifier">
          {warnings.map(({ code, detail }) => (
            <p key={code}>{typeset(detail)}</p>
          ))}
        </Alert>
      )}
      {groups.map(({ title, answers }) => (
        <section key={title}>
          <h2>{title}</h2>
          <SummaryList
            facts={answers.map(({ label, value, field }) => ({
              label,
              value,
              action: (
                <a href={`${detailsPath(id)}#${field}`}>
                  Modifier<span class="app-sr">{` : ${label}`}</span>
                </a>
              ),
            }))}
          />
        </section>
      ))}
      <h2>Transmettre</h2>
      <p>
        {typeset(
          `${unit} recevra ces informations et celles-ci seulement. Vous pourrez retirer l’orientation tant qu’elle n’est pas décidée.`,
        )}
      </p>
      <form method="post" action={checkPath(id)}>
        <input type="hidden" name="version" value={String(version)} />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            Transmettre l’orientation
          </button>
          <a class="fr-btn fr-btn--secondary" href={detailsPath(id)}>
            Modifier
          </a>
          <a class="fr-btn fr-btn--tertiary" href={WORKLIST_PATH}>
            Garder en brouillon
          </a>
        </div>
      </form>
    </div>
  );
}
