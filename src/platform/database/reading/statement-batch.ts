import type { Connection, Submittable } from 'pg';
import { valueTypes } from '../value-types.js';
import type { KnownStatements } from './known-statements.js';
import { toText, type SqlValue } from './sql-value.js';

/** One statement of a batch. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  /** Role that will run it: a plan under row-level security is good for one role only. */
  readonly role: string;
}

export type Row = Record<string, unknown>;

/** A column of an answer, and how its text is read. */
export interface Field {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** What is awaited of a statement that was sent. */
interface Sent {
  readonly name: string;
  fields: readonly Field[];
}

/**
 * Several statements in one round trip, for `client.query`. PostgreSQL runs what comes before one
 * `Sync` as one transaction: all of it or nothing, and a setting made local by the first statement
 * holds for the others and ends with them.
 *
 * After an error the connection must be closed: which statements it knows is then uncertain.
 */
export class StatementBatch implements Submittable {
  private readonly answers: Row[][] = [];
  private readonly sent: Sent[] = [];
  private rows: Row[] = [];

  constructor(
    private readonly statements: readonly Statement[],
    private readonly known: KnownStatements,
    private readonly done: (error: Error | null, answers: Row[][]) => void,
  ) {}

  /** Called by the driver once the connection is free. */
  submit(connection: Connection): void {
    connection.stream.cork();
    for (const statement of this.statements) this.send(connection, statement);
    connection.sync();
    connection.stream.uncork();
  }

  private send(connection: Connection, statement: Statement): void {
    const { name, fields, isNew } = this.known.take(statement);
    if (isNew) connection.parse({ name, text: statement.sql, types: [] }, true);
    connection.bind({ statement: name, values: statement.values.map(toText) }, true);
    if (fields === undefined) connection.describe({ type: 'P' }, true);
    connection.execute({}, true);
    this.sent.push({ name, fields: fields ?? [] });
  }

  /** Only of a statement whose columns were not known. */
  handleRowDescription(message: {
    readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  }): void {
    const current = this.sent[this.answers.length];
    if (!current) return;
    current.fields = message.fields.map(({ name, dataTypeID }) => ({
      name,
      parse: valueTypes.getTypeParser(dataTypeID),
    }));
  }

  handleDataRow({ fields: values }: { readonly fields: readonly (string | null)[] }): void {
    const { fields = [] } = this.sent[this.answers.length] ?? {};
    const row: Row = {};
    for (const [index, field] of fields.entries()) {
      const text = values[index];
      row[field.name] = text === null || text === undefined ? null : field.parse(text);
    }
    this.rows.push(row);
  }

  handleCommandComplete(): void {
    const current = this.sent[this.answers.length];
    if (current) this.known.learn(current.name, current.fields);
    this.answers.push(this.rows);
    this.rows = [];
  }

  handleError(error: Error): void {
    this.done(error, []);
  }

  handleReadyForQuery(): void {
    this.done(null, this.answers);
  }
}
