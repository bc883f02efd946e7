import { labelOf } from '../../../kernel/index.js';
import { listedName } from '../../../people/index.js';
import { longDate, typeset } from '../../../platform/french/index.js';
import {
  DateField,
  ErrorSummary,
  Page,
  reasonGroups,
  SelectField,
  SummaryList,
  TitleBar,
  type ChoiceGroup,
  type FormErrors,
  type FormValues,
} from '../../../platform/pages/index.js';
import {
  CONTRACT_END_REASONS,
  CONTRACT_END_TREE,
  CONTRACT_SCHEMES,
  EXTENSION_MOTIVES,
} from '../../domain/code-lists.js';
import { EXTENSION_RULE } from '../../domain/extension-rule.js';
import { contractPath } from '../cej-words.js';
import type { ContractFile } from '../contract/contract-files.js';
import { CONTRACT_CRUMBS } from '../contract/contract.page.js';
import { ContractDatesFields } from './contract-dates-fields.js';
import type { ContractAct } from './acts.js';

interface ActPageProps {
  readonly file: ContractFile;
  readonly act: ContractAct;
  readonly path: string;
  readonly form: FormValues;
  readonly errors?: FormErrors;
}

/** The page that says what an act does, and asks what it needs. */
export function actPage({ file, act, path, form, errors = {} }: ActPageProps): Page {
  const { contract } = file;
  const href = contractPath(contract.id);
  const isError = Object.keys(errors).length > 0;
  const over = `${listedName(file.person?.identity ?? null)} – ${labelOf(CONTRACT_SCHEMES, contract.scheme)}`;
  const content = (
    <div class="app-column">
      <ErrorSummary errors={errors} />
      <TitleBar title={act.title} over={over} />
      <p>{typeset(act.about)}</p>
      <form method="post" action={`${href}/${path}`} noValidate>
        <input type="hidden" name="version" value={form.text('version')} />
        <Fields file={file} act={act} form={form} errors={errors} />
        <div class="app-buttons">
          <button class="fr-btn" type="submit">
            {act.button}
          </button>
          <a class="fr-btn fr-btn--tertiary" href={href}>
            Revenir au contrat
          </a>
        </div>
      </form>
    </div>
  );
  const crumbs = [...CONTRACT_CRUMBS, { href, label: 'Contrat' }];
  return new Page(act.title, content, isError ? { crumbs, isError, status: 422 } : { crumbs });
}

type FieldsProps = Omit<Required<ActPageProps>, 'path'>;

function Fields({ file, act, form, errors }: FieldsProps) {
  switch (act.fields) {
    case 'dates':
      return <ContractDatesFields form={form} errors={errors} />;
    case 'extension':
      return (
        <>
          <DateField
            name="jusqu-au"
            label="Dernier jour de la prolongation"
            hint={typeset(`Fin prévue aujourd’hui : ${longDate(file.contract.plannedEndOn)}`)}
            value={form.typedDate('jusqu-au')}
            error={errors['jusqu-au']}
          />
          <Motive list={EXTENSION_MOTIVES} groups={MOTIVES} form={form} errors={errors} />
        </>
      );
    case 'end':
      return (
        <>
          <DateField
            name="fin"
            label="Fin réelle du contrat"
            hint={typeset(`Par exemple : ${longDate(file.today)}`)}
            value={form.typedDate('fin')}
            error={errors['fin']}
          />
          <Motive
            list={CONTRACT_END_REASONS}
            groups={reasonGroups(CONTRACT_END_TREE)}
            form={form}
            errors={errors}
          />
        </>
      );
    case 'confirmation':
      return <Confirmation file={file} form={form} />;
    case 'nothing':
      return null;
  }
}

interface MotiveProps extends Pick<FieldsProps, 'form' | 'errors'> {
  readonly list: typeof EXTENSION_MOTIVES | typeof CONTRACT_END_REASONS;
  readonly groups: readonly ChoiceGroup[];
}

/** Why a contract goes on: the plain list, because every motive is the young person's own path. */
const MOTIVES: readonly ChoiceGroup[] = [
  {
    title: null,
    choices: EXTENSION_MOTIVES.values.map(({ code, label }) => ({
      value: code,
      label: typeset(label),
    })),
  },
];

function Motive({ list, groups, form, errors }: MotiveProps) {
  return (
    <SelectField
      name="motif"
      label={list.about}
      emptyLabel="Choisissez un motif"
      groups={groups}
      value={form.text('motif')}
      error={errors['motif']}
    />
  );
}

function Confirmation({ file, form }: Pick<FieldsProps, 'file' | 'form'>) {
  const { extension } = file.standing;
  return (
    <>
      <input type="hidden" name="jusqu-au" value={form.text('jusqu-au')} />
      {extension !== null && (
        <SummaryList
          facts={[
            { label: 'Sortie de l’unité', value: longDate(extension.servedUntil) },
            { label: 'Prolongation jusqu’au', value: longDate(extension.until) },
          ]}
        />
      )}
      <p>{typeset(EXTENSION_RULE)}</p>
    </>
  );
}
