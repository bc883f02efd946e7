import {
  AuditTrail,
  DomainError,
  UnitOfWork,
  type Actor,
  type AuditEntry,
} from '../../kernel/index.js';
import { recordRefused, type RefusedAct } from './record-refused.js';

class WrongState extends DomainError {
  readonly code = 'wrong-state';
  readonly kind = 'refused';
}

/** Says which unit of work each line was written in. */
class Journal extends AuditTrail {
  readonly lines: { entry: AuditEntry; transaction: number }[] = [];

  constructor(private readonly unitOfWork: CountedUnitOfWork) {
    super();
  }

  override async record(entry: AuditEntry): Promise<void> {
    this.lines.push({ entry, transaction: this.unitOfWork.opened });
  }

  override async recordAll(): Promise<void> {
    throw new Error('one line is written alone');
  }
}

class CountedUnitOfWork extends UnitOfWork {
  opened = 0;

  override run<T>(_actor: Actor, work: () => Promise<T>): Promise<T> {
    this.opened += 1;
    return work();
  }
}

const ACT: RefusedAct = {
  actor: {
    type: 'system',
    id: 'system',
    task: 't',
    organisation: null,
    channel: { kind: 'system', task: 't' },
    correlationId: 'c',
  },
  command: 'referral.withdraw',
  resource: { type: 'referral', id: 'referral-id' },
  organisationId: 'ml-id',
  effectiveOn: null,
};

function journal(): { unitOfWork: CountedUnitOfWork; auditTrail: Journal } {
  const unitOfWork = new CountedUnitOfWork();
  return { unitOfWork, auditTrail: new Journal(unitOfWork) };
}

describe('A refused command', () => {
  it('is journalled with its code in a second transaction, and still refused', async () => {
    const { unitOfWork, auditTrail } = journal();
    const refusal = recordRefused({ unitOfWork, auditTrail }, ACT, () =>
      unitOfWork.run(ACT.actor, () => Promise.reject(new WrongState('Trop tard.'))),
    );
    await expect(refusal).rejects.toThrow(WrongState);
    expect(auditTrail.lines).toEqual([
      { entry: { ...ACT, result: 'refused', detail: 'wrong-state' }, transaction: 2 },
    ]);
  });

  it('leaves no line when the command is done', async () => {
    const { unitOfWork, auditTrail } = journal();
    const done = recordRefused({ unitOfWork, auditTrail }, ACT, () => Promise.resolve('done'));
    await expect(done).resolves.toBe('done');
    expect(auditTrail.lines).toEqual([]);
  });

  it('leaves no line for a fault of ours', async () => {
    const { unitOfWork, auditTrail } = journal();
    const fault = recordRefused({ unitOfWork, auditTrail }, ACT, () =>
      Promise.reject(new TypeError('x is undefined')),
    );
    await expect(fault).rejects.toThrow(TypeError);
    expect(auditTrail.lines).toEqual([]);
  });
});
