import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadIndex, loadModel } from '../../src/model/load.ts';
import type { Shape } from '../../src/model/types.ts';
import { compactModels } from './compact-models.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the generated models', () => {
  test('have so many operations and shapes each', () => {
    const counted = compactModels().map(({ id, operations, shapes }) => [
      id,
      Object.keys(operations).length,
      Object.keys(shapes).length,
    ]);
    expect(counted.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual(COUNTS);
    expect(COUNTS).toHaveLength(54);
  });

  test('agree with the index', () => {
    for (const model of compactModels()) {
      const entry = loadIndex().find(({ id }) => id === model.id);
      expect(entry?.operations, model.id).toBe(Object.keys(model.operations).length);
      expect(entry?.signingName, model.id).toBe(model.signingName);
    }
  });

  test('link: every shape an operation reaches can be had', () => {
    const reached = new Set<Shape>();
    for (const { id } of loadIndex()) {
      for (const { input, output, errors } of loadModel(id).operations.values()) {
        const open: Shape[] = [input, output, ...errors];
        for (let shape = open.pop(); shape !== undefined; shape = open.pop()) {
          if (reached.has(shape)) continue;
          reached.add(shape);
          open.push(...partsOf(shape));
        }
      }
    }
    expect(reached.size).toBeGreaterThan(15_000);
  });

  test('hold no prose', () => {
    for (const { id, shapes } of compactModels()) {
      for (const [name, shape] of Object.entries(shapes)) {
        expect('documentation' in shape, `${id} ${name}`).toBe(false);
      }
    }
  });

  test('are what their pinned sources generate', ({ skip }) => {
    const script = join(root, 'scripts', 'generate-models', 'main.mjs');
    const ran = spawnSync(process.execPath, [script, '--check'], { cwd: root, encoding: 'utf8' });
    if (ran.status === 2) skip(ran.stderr.trim());
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
  });
});

function partsOf(shape: Shape): readonly Shape[] {
  switch (shape.type) {
    case 'structure':
    case 'union':
      return shape.members.map((member) => member.shape);
    case 'list':
      return [shape.member];
    case 'map':
      return [shape.key, shape.value];
    default:
      return [];
  }
}

/** Service, operations, shapes: a change of these is a change of the API, made knowingly. */
const COUNTS = [
  ['access-analyzer', 39, 321],
  ['acm', 17, 141],
  ['acm-pca', 23, 149],
  ['apigateway', 124, 276],
  ['apigatewayv2', 103, 422],
  ['appsync', 74, 317],
  ['cloudformation', 90, 663],
  ['cloudfront', 167, 824],
  ['cloudtrail', 60, 381],
  ['cloudtrail-data', 1, 20],
  ['cloudwatch', 46, 321],
  ['cognito-identity-provider', 122, 590],
  ['config-service', 97, 582],
  ['cost-explorer', 47, 393],
  ['detective', 29, 149],
  ['dynamodb', 57, 489],
  ['dynamodb-streams', 4, 56],
  ['ebs', 6, 57],
  ['ec2', 765, 4014],
  ['ecr', 58, 404],
  ['elbv2', 51, 416],
  ['events', 57, 354],
  ['firehose', 12, 296],
  ['fms', 42, 300],
  ['global-accelerator', 56, 217],
  ['guardduty', 87, 663],
  ['iam', 176, 571],
  ['inspector2', 75, 727],
  ['kinesis', 39, 158],
  ['kms', 56, 259],
  ['lambda', 85, 556],
  ['logs', 113, 678],
  ['macie2', 81, 449],
  ['network-firewall', 79, 462],
  ['organizations', 63, 275],
  ['ram', 35, 157],
  ['rds', 164, 787],
  ['rds-data', 6, 79],
  ['resource-groups-tagging-api', 9, 78],
  ['route53', 71, 410],
  ['route53resolver', 68, 283],
  ['s3', 111, 690],
  ['s3control', 97, 543],
  ['scheduler', 12, 118],
  ['secretsmanager', 23, 140],
  ['securityhub', 109, 1393],
  ['service-quotas', 26, 146],
  ['shield', 36, 181],
  ['sns', 42, 174],
  ['sqs', 23, 114],
  ['ssm', 146, 1290],
  ['stepfunctions', 37, 274],
  ['sts', 11, 98],
  ['wafv2', 59, 521],
];
