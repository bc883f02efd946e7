import { availableCommands, ROLES } from '../../kernel/index.js';
import { cejContractMachine, type ContractRole } from './cej-contract.machine.js';
import { CONTRACT_STATES } from './contract.js';

const EVERY_ROLE: readonly ContractRole[] = [
  ...ROLES,
  'ml-machine',
  'unit-machine',
  'national-machine',
  'ml-file',
  'unit-file',
  'system',
  'referral',
];

function row(role: ContractRole): string {
  const cells = CONTRACT_STATES.map((state) => {
    const commands = availableCommands(cejContractMachine, { state }, role, undefined);
    return `${state}: ${commands.join(' ') || '-'}`;
  });
  return `${role.padEnd(18)}| ${cells.join(' | ')}`;
}

describe('The life-cycle of a CEJ contract', () => {
  it('lets each role do this in each state', () => {
    expect(`\n${EVERY_ROLE.map(row).join('\n')}\n`).toMatchSnapshot();
  });
});
