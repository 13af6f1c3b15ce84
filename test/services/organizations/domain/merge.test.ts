import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/core/json.ts';
import { mergePolicies } from '../../../../src/services/organizations/domain/merge.ts';

/** The examples of the Organizations User Guide, "Inheritance examples". */
const A = {
  tag_key: { '@@assign': 'CostCenter' },
  tag_value: { '@@assign': ['Development', 'Support'] },
};
const E = {
  tag_key: { '@@operators_allowed_for_child_policies': ['@@none'], '@@assign': 'Project' },
  tag_value: {
    '@@operators_allowed_for_child_policies': ['@@append'],
    '@@assign': ['Maintenance', 'Escalations'],
  },
};

const CASES: readonly (readonly [string, readonly (readonly JsonObject[])[], JsonObject])[] = [
  [
    'example 1: a child overwrites',
    [
      [A],
      [
        {
          tag_value: { '@@assign': ['Sandbox'] },
          enforced_for: { '@@assign': ['dynamodb:table'] },
        },
      ],
    ],
    { tag_key: 'CostCenter', tag_value: ['Sandbox'], enforced_for: ['dynamodb:table'] },
  ],
  [
    'example 2: a child appends',
    [[A], [{ tag_value: { '@@append': ['Marketing'] } }]],
    { tag_key: 'CostCenter', tag_value: ['Development', 'Support', 'Marketing'] },
  ],
  [
    'example 3: a child removes',
    [
      [A],
      [
        {
          tag_value: { '@@append': ['Marketing'] },
          enforced_for: { '@@append': ['redshift:*'] },
        },
      ],
      [
        {
          tag_value: { '@@remove': ['Development', 'Marketing'] },
          enforced_for: { '@@remove': ['redshift:*'] },
        },
      ],
    ],
    { tag_key: 'CostCenter', tag_value: ['Support'] },
  ],
  [
    'example 4: what children may do is restricted',
    [
      [E],
      [
        {
          tag_key: { '@@assign': 'PROJECT' },
          tag_value: { '@@append': ['Escalations - research'] },
        },
      ],
    ],
    { tag_key: 'Project', tag_value: ['Maintenance', 'Escalations', 'Escalations - research'] },
  ],
  [
    'example 5: restrictions of one level intersect',
    [
      [
        {
          tag_value: {
            '@@operators_allowed_for_child_policies': ['@@append'],
            '@@assign': ['Maintenance'],
          },
        },
        { tag_value: { '@@operators_allowed_for_child_policies': ['@@append', '@@remove'] } },
      ],
      [{ tag_value: { '@@remove': ['Maintenance'] } }, { tag_value: { '@@append': ['More'] } }],
    ],
    { tag_value: ['Maintenance', 'More'] },
  ],
  [
    'example 6: the first attached wins',
    [
      [
        { tag_key: { '@@assign': 'PROJECT' }, tag_value: { '@@append': ['Maintenance'] } },
        { tag_key: { '@@assign': 'project' } },
      ],
    ],
    { tag_key: 'PROJECT', tag_value: ['Maintenance'] },
  ],
];

test('mergePolicies: the examples of the User Guide', () => {
  let ran = 0;
  for (const [name, levels, expected] of CASES) {
    const policies = levels.map((level) => level.map((key) => ({ tags: { key } })));
    const merged = mergePolicies(policies, { foldsCase: true });
    expect(merged, name).toEqual({ tags: { key: expected } });
    ran += 1;
  }
  expect(ran).toBe(6);
});

test('mergePolicies: a closed section takes no new ones; the keys of tag policies fold their case', () => {
  const closed = {
    '@@operators_allowed_for_child_policies': ['@@none'],
    a: { x: { '@@assign': '1' } },
  };
  const child = { a: { x: { '@@assign': '2' } }, b: { x: { '@@assign': '3' } } };
  expect(mergePolicies([[{ s: closed }], [{ s: child }]], { foldsCase: false })).toEqual({
    s: { a: { x: '2' } },
  });
  const upper = { tags: { Cost: { tag_key: { '@@assign': 'COST' } } } };
  const lower = { tags: { cost: { tag_key: { '@@assign': 'cost' } } } };
  expect(mergePolicies([[upper], [lower]], { foldsCase: true })).toEqual({
    tags: { Cost: { tag_key: 'cost' } },
  });
});
