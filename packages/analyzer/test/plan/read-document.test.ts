import { describe, expect, it } from 'vitest';
import { PlanError } from '../../src/plan/plan-error.js';
import type { JsonSchema } from '../../src/plan/plan.js';
import { readDocument } from '../../src/plan/read-document.js';

const YAML = `version: 1
base:
  properties:
    platform:
      type: string
      required: true
events:
  task_created:
    description: When a task is saved for the first time.
    owner: growth
    since: 2026-01-20
    aliases: [Task Created]
    properties:
      task_type: { type: string, enum: [bug, story], required: true, description: Kind of task }
      due: datetime
      size: { type: [integer, 'null'], minimum: 0, maximum: 9 }
  export_generated:
    status: deprecated
`;

const JSON_TEXT = `{
  // The same plan.
  "version": 1,
  "base": { "properties": { "platform": { "type": "string", "required": true } } },
  "events": {
    "task_created": {
      "description": "When a task is saved for the first time.",
      "owner": "growth",
      "since": "2026-01-20",
      "aliases": ["Task Created"],
      "properties": {
        "task_type": { "type": "string", "enum": ["bug", "story"], "required": true, "description": "Kind of task" },
        "due": "datetime",
        "size": { "type": ["integer", "null"], "minimum": 0, "maximum": 9 },
      },
    },
    "export_generated": { "status": "deprecated" },
  },
}
`;

describe.each([
  ['tracking-plan.yaml', YAML],
  ['tracking-plan.json', JSON_TEXT],
])('%s', (file, text) => {
  const plan = readDocument(file, text);
  const [created, exported] = plan.events;

  it('has the events with what is said about them', () => {
    expect(plan.issues).toEqual([]);
    expect(created).toMatchObject({
      name: 'task_created',
      description: 'When a task is saved for the first time.',
      owner: 'growth',
      since: '2026-01-20',
      aliases: ['Task Created'],
      status: 'active',
      schema: {
        type: 'object',
        properties: {
          platform: { type: 'string' },
          task_type: { type: 'string', enum: ['bug', 'story'], description: 'Kind of task' },
          due: { type: 'string', format: 'date-time' },
          size: { type: ['integer', 'null'], minimum: 0, maximum: 9 },
        },
        required: ['platform', 'task_type'],
        additionalProperties: false,
      },
    });
    expect(exported).toMatchObject({ name: 'export_generated', status: 'deprecated', schema: null });
  });

  it('knows where they are written', () => {
    const at = (place: { start: number; end: number } | null | undefined): string =>
      text.slice(place?.start, place?.end);
    expect(at(created?.at).replaceAll('"', '')).toBe('task_created');
    expect(at(created?.propertyPlaces['task_type']).replaceAll('"', '')).toBe('task_type');
    expect(at(created?.propertyPlaces['platform']).replaceAll('"', '')).toBe('platform');
  });
});

describe('JSON Schema in an event', () => {
  const schemaOf = (schema: object): JsonSchema | null | undefined =>
    readDocument('tracking-plan.json', JSON.stringify({ events: { a: { schema } } })).events[0]?.schema;

  it.each<[object, JsonSchema]>([
    [
      {
        $schema: 'http://json-schema.org/draft-07/schema#',
        type: 'object',
        properties: { id: { type: 'string', minLength: 1 } },
        required: ['id'],
        additionalProperties: false,
      },
      {
        type: 'object',
        properties: { id: { type: 'string' } },
        required: ['id'],
        additionalProperties: false,
      },
    ],
    [
      {
        type: 'object',
        properties: { id: { $ref: '#/$defs/id' } },
        $defs: { id: { type: 'string', format: 'uuid' } },
      },
      { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } },
    ],
    [
      {
        allOf: [
          { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
          { properties: { b: { type: 'number' } }, required: ['b'] },
        ],
      },
      { type: 'object', properties: { a: { type: 'string' }, b: { type: 'number' } }, required: ['a', 'b'] },
    ],
    [
      { oneOf: [{ type: 'string' }, { type: 'number' }] },
      { anyOf: [{ type: 'string' }, { type: 'number' }] },
    ],
    [{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
  ])('%j', (schema, expected) => {
    expect(schemaOf(schema)).toEqual(expected);
  });

  it.each([
    [{ properties: { a: { $ref: 'https://example.com/a.json' } } }, 'leads nowhere'],
    [{ properties: { a: { $ref: '#/$defs/missing' } } }, 'leads nowhere'],
    [{ properties: { a: { $ref: '#' } } }, 'refers to itself'],
    [{ properties: { a: 'string' } }, 'is an object'],
  ])('%j is named', (schema, message) => {
    const { issues } = readDocument('tracking-plan.json', JSON.stringify({ events: { a: { schema } } }));
    expect(issues.map((issue) => issue.message)).toEqual([expect.stringContaining(message)]);
    expect(issues[0]).toMatchObject({ file: 'tracking-plan.json', line: 1 });
  });
});

describe('mistakes', () => {
  it.each([
    ['a.json', '{\n "events": {', 'a.json:2 cannot be parsed: close brace expected.'],
    ['a.json', '', 'a.json:1 cannot be parsed: value expected.'],
    [
      'a.json',
      '{ "events": { "a": {}, "a": {} } }',
      'a.json:1 cannot be parsed: the key "a" is there twice.',
    ],
    ['a.yaml', 'events:\n  a: [', 'a.yaml:2 cannot be parsed'],
    ['a.yaml', 'events:\n  a: {}\n  a: {}\n', 'a.yaml:3 cannot be parsed: Map keys must be unique.'],
    ['a.yaml', 'event:\n  a: {}\n', 'a.yaml:1 is not valid'],
    [
      'a.yaml',
      'events:\n  a:\n    descripton: x\n',
      'a.yaml:3 is not valid: unknown key "descripton"; did you mean "description"?',
    ],
    [
      'a.yaml',
      'events:\n  a:\n    properties:\n      id: { type: string, requierd: true }\n',
      'a.yaml:4 is not valid: unknown key "requierd"; did you mean "required"?',
    ],
    ['a.yaml', 'events:\n  a:\n    zzzzzzzzzz: 1\n', 'a.yaml:3 is not valid: unknown key "zzzzzzzzzz".'],
    ['a.yaml', 'events:\n  a:\n    owner: 7\n', 'a.yaml:3 is not valid: "events.a.owner"'],
    [
      'a.yaml',
      'events:\n  a:\n    properties:\n      id: strng\n',
      'a.yaml:4 is not valid: "events.a.properties.id"',
    ],
    ['a.json', '[]', 'a.json:1 is not valid: "the document"'],
    ['a.yaml', '', 'a.yaml:1 is not valid'],
  ])('%s %j', (file, text, message) => {
    const read = (): unknown => readDocument(file, text);
    expect(read).toThrow(PlanError);
    expect(read).toThrow(message);
    expect(read).toThrow(/^[^\n]+$/);
  });
});
