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
interface Field {
  readonly name: string;
  readonly parse: (text: string) => unknown;
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
  private fields: readonly Field[] = [];
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
    const { name, isNew } = this.known.nameOf(statement);
    if (isNew) connection.parse({ name, text: statement.sql, types: [] }, true);
    connection.bind({ statement: name, values: statement.values.map(toText) }, true);
    connection.describe({ type: 'P' }, true);
    connection.execute({}, true);
  }

  handleRowDescription(message: {
    readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  }): void {
    this.fields = message.fields.map(({ name, dataTypeID }) => ({
      name,
      parse: valueTypes.getTypeParser(dataTypeID),
    }));
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const row: Row = {};
    for (let index = 0; index < this.fields.length; index += 1) {
      const field = this.fields[index];
      const text = fields[index];
      if (field) row[field.name] = text === null || text === undefined ? null : field.parse(text);
    }
    this.rows.push(row);
  }

  handleCommandComplete(): void {
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
