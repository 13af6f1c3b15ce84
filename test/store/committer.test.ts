import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { Committer, type Counters } from '../../src/store/committer.ts';
import { documentCache } from '../../src/store/document-cache.ts';
import { addressOf, bufferPut } from '../../src/store/documents.ts';
import { Keyring } from '../../src/store/keyring.ts';
import type { WriteGroup } from '../../src/store/sqlite/messages.ts';
import { UnitState } from '../../src/store/unit.ts';
import { notes, record } from './fixture.ts';

type Outcome = 'kept' | 'refused' | 'kept without an answer';

/** A committer over a database that does as it is told. */
function committerOver(outcomes: readonly Outcome[]) {
  let counters: Counters = { sequence: 0, pending: 0, outbox: 0 };
  const groups: WriteGroup[] = [];
  const pending: number[] = [];
  const committer = new Committer({
    write: async (group) => {
      const outcome = outcomes[groups.length] ?? 'kept';
      groups.push(group);
      const { sequence = 0, pending: last = 0, outbox = 0 } = group.counters;
      if (outcome !== 'refused') counters = { sequence, pending: last, outbox };
      if (outcome !== 'kept') throw new Error('The store has stopped writing.');
    },
    readCounters: () => counters,
    cache: documentCache(1_000_000),
    keyring: new Keyring({ rootKey: randomBytes(32), check: '' }, []),
    onPending: (number) => pending.push(number),
  });
  return { committer, groups, pending };
}

function unitThatPuts(id: string): UnitState {
  const unit = new UnitState();
  unit.writes.set(addressOf('scope', notes.name, id), bufferPut(notes, 'scope', id, { count: 1 }));
  unit.records.push(record);
  return unit;
}

test('committer: a group that was kept counts, although its answer was lost', async () => {
  const { committer, groups, pending } = committerOver(['kept without an answer']);
  await committer.commit(unitThatPuts('a'));
  await committer.commit(unitThatPuts('b'));
  expect(pending).toEqual([1, 2]);
  expect(groups.map((group) => group.scopeKeys.length)).toEqual([1, 0]);
});

test('committer: a group that failed leaves no gap, and the next one is not harmed', async () => {
  const { committer, groups, pending } = committerOver(['kept', 'refused']);
  await committer.commit(unitThatPuts('a'));
  await expect(committer.commit(unitThatPuts('b'))).rejects.toThrow('stopped writing');
  const unit = unitThatPuts('b');
  expect(committer.hasConflict(unit)).toBe(false);
  await committer.commit(unit);
  expect(pending).toEqual([1, 2]);
  expect(groups.map((group) => group.pending.map(({ number }) => number))).toEqual([[1], [2], [2]]);
  expect(committer.sequence()).toBe(2);
});
