export { ActionForm, buttonClass } from './action-form.js';
export { Alert } from './alert.js';
export { Badge, type Tone } from './badge.js';
export { ActionButtons, FactsSection, HistorySection, type FileAction } from './case-file.js';
export { DataTable, type Column } from './data-table.js';
export { EmptyState } from './empty-state.js';
export { ErrorSummary } from './error-summary.js';
export {
  CheckboxesField,
  DateField,
  RadioField,
  SelectField,
  TextField,
  type Choice,
  type ChoiceGroup,
  type TypedDate,
} from './fields.js';
export { FileField } from './file-field.js';
export { Filters, type ActiveFilter } from './filters.js';
export { Pagination, shownPages } from './pagination.js';
export { reasonGroups, reasonInWords } from './reasons.js';
export { RefusedAct } from './refused-act.js';
export { sortLink, type SortWord } from './sort-link.js';
export { SummaryList, type Fact } from './summary-list.js';
export { Tabs, type Tab } from './tabs.js';
export { Timeline, type TimelineEntry } from './timeline.js';
export { TextAreaField } from './text-area-field.js';
export { TitleBar } from './title-bar.js';
export { TwoLines } from './two-lines.js';
export { Worklist, type EmptyWords } from './worklist.js';
