import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/plan/read-document.js';
import type { PlanEvent } from '../../src/plan/plan.js';

const page = readFileSync(new URL('../../../../docs/tracking-plan.md', import.meta.url), 'utf8');

/** The code blocks of a language that hold a plan. */
const planBlocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))]
    .map((match) => match[1] ?? '')
    .filter((block) => block.includes('events'));

/** What the three forms of the example agree on; places and the order of fields differ. */
const essence = (events: readonly PlanEvent[]): object =>
  events.map(({ name, description, owner, since, aliases, schema }) => ({
    ...{ name, description, owner, since, aliases },
    fields: Object.keys(schema?.properties ?? {}).sort(),
    required: [...(schema?.required ?? [])].sort(),
    isStrict: schema?.additionalProperties === false,
  }));

describe('docs/tracking-plan.md', () => {
  const [yaml] = planBlocks('yaml').map((block) => readDocument('tracking-plan.yaml', block));
  const [json] = planBlocks('json').map((block) => readDocument('tracking-plan.json', block));

  it('shows the same plan in YAML and in JSON', () => {
    expect(yaml?.events.map(({ name }) => name)).toEqual(['task_created', 'task_completed']);
    expect(essence(json?.events ?? [])).toEqual(essence(yaml?.events ?? []));
    expect([yaml?.issues, json?.issues]).toEqual([[], []]);
  });
});
