export { CodeOf, ListOfCodes, OptionalCodeOf, type ListOptions } from './code-fields.js';
export { fault, FIELD_FAULT_CODES, type FieldFaultCode } from './field-fault.js';
export { field, type FieldOptions } from './field.js';
export { Nested, NestedList, OptionalNested } from './nested-fields.js';
export { Flag, OptionalFlag, OptionalWholeNumber, WholeNumber } from './plain-fields.js';
export { readFields, type FieldsRead } from './read-fields.js';
export { OptionalTextList, TextList } from './text-list.js';
export { isUuid, OptionalText, OptionalUuid, Text, Uuid } from './text-fields.js';
export { Day, MonthField, OptionalDay, OptionalMonth } from './time-fields.js';
