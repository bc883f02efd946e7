import {
  DomainError,
  type AuditEntry,
  type AuditTrail,
  type UnitOfWork,
} from '../../kernel/index.js';

/** The act a refusal is about; its result and its code come from the error. */
export type RefusedAct = Omit<AuditEntry, 'result' | 'detail'>;

/** What a refusal is written with. */
export interface RefusalJournal {
  readonly unitOfWork: UnitOfWork;
  readonly auditTrail: AuditTrail;
}

/**
 * Runs `work` and, when it is refused by a `DomainError`, journals the refusal in a transaction of its
 * own: that of the act is rolled back and would take the line with it. Call it outside any unit of
 * work; `work` opens its own. Other errors are faults of ours and pass untouched.
 *
 * @throws whatever `work` throws.
 */
export async function recordRefused<T>(
  { unitOfWork, auditTrail }: RefusalJournal,
  act: RefusedAct,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) {
      const { code } = error;
      await unitOfWork.run(act.actor, () =>
        auditTrail.record({ ...act, result: 'refused', detail: code }),
      );
    }
    throw error;
  }
}
