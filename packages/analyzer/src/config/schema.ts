import { z } from 'zod';
import { globProblem, regexProblem } from './config-patterns.js';

/**
 * The form of the configuration file. The texts here are what editors show: the published JSON Schema is generated
 * from this (`scripts/generate-schemas.mjs`).
 */

const checked = (problem: (text: string) => string | null) => (context: z.core.ParsePayload<string>) => {
  const found = problem(context.value);
  if (found !== null) context.issues.push({ code: 'custom', message: found, input: context.value });
};
const text = z.string().trim().min(1).max(1_000);
const regex = text.check(checked(regexProblem));
const glob = text.check(checked(globProblem));
const severity = z.enum(['P0', 'P1', 'P2', 'P3']);
const ruleLevel = z.enum(['off', 'P0', 'P1', 'P2', 'P3']);
const ruleOptions = z.record(z.string(), z.unknown());

const rule = z
  .union([
    ruleLevel,
    z.tuple([ruleLevel, ruleOptions]),
    z.strictObject({
      severity: ruleLevel.optional().describe('Its severity, or "off"; left out, the rule decides.'),
      options: ruleOptions.optional().describe('Options of the rule; see its page.'),
    }),
  ])
  .meta({ examples: ['off', 'P1', ['P2', { option: true }], { severity: 'P2', options: {} }] });

const allowed = z.strictObject({
  name: text.describe('Name of the property.'),
  methods: z
    .array(text)
    .default([])
    .describe('Only in these SDK methods, such as "people.set"; empty: in all.'),
  events: z.array(text).default([]).describe('Only in these events; empty: in all.'),
});

const category = z.strictObject({
  name: text.describe('Shown in findings.'),
  severity: severity.default('P0'),
  words: z
    .array(text)
    .default([])
    .describe('Words or word sequences of names that mean this kind of data: "badge number".'),
  pattern: regex
    .nullable()
    .default(null)
    .describe('What values of this kind look like; a regular expression of the RE2 syntax.'),
});

const tracker = z.strictObject({
  module: text.describe('What is imported from: a package or a path relative to the root.'),
  name: text.describe('Name of the export; "default" for the default export; with a dot for a member of it.'),
  method: text
    .default('track')
    .describe('The SDK method that it stands for, such as "track" or "people.set".'),
});

/** The file as it may be written. Every key may be left out. */
export const configFileSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Address of this schema, for editors.'),
    plan: z
      .union([
        text,
        z.strictObject({
          path: text.describe('The file.'),
          export: text
            .nullable()
            .default(null)
            .describe('Name of the export that holds the registry; left out, it is searched for.'),
        }),
      ])
      .nullable()
      .default(null)
      .describe('The tracking plan: a TypeScript registry, JSON or YAML; relative to the root.'),
    rules: z.record(z.string(), rule).default({}).describe('Severity and options of single rules, by name.'),
    ignore: z
      .array(glob)
      .default([])
      .describe('Globs of files that are not reviewed, in addition to .gitignore.'),
    pii: z
      .strictObject({
        allow: z
          .array(z.union([text, allowed]))
          .default([])
          .describe(
            'Property names that are not personal data here, everywhere or in some methods and events.',
          ),
        categories: z.array(category).default([]).describe('More kinds of personal data.'),
        neverLog: z
          .array(text)
          .optional()
          .describe('Names that may be sent but never logged. Replaces the default: organization_name.'),
      })
      .optional()
      .describe('Personal data.'),
    distinctId: z
      .strictObject({
        prefixes: z
          .array(text)
          .optional()
          .describe(
            'Prefixes that a distinct id may have. Replaces the default: org_, slack_, apikey_, webhook_.',
          ),
      })
      .optional()
      .describe('Who an event belongs to.'),
    eventNames: z
      .strictObject({
        pattern: regex
          .nullable()
          .default(null)
          .describe('What event names must match as a whole; a regular expression of the RE2 syntax.'),
        prefix: text.nullable().default(null).describe('What event names must start with.'),
      })
      .optional()
      .describe('How events are named.'),
    analyticsModule: glob
      .nullable()
      .default(null)
      .describe('Path or glob of the module that alone may call the SDK; turns on no-direct-sdk.'),
    consent: z
      .enum(['required', 'not-required'])
      .default('not-required')
      .describe('Whether tracking needs consent first; "required" turns on require-consent.'),
    residency: z
      .enum(['us', 'eu', 'in'])
      .nullable()
      .default(null)
      .describe('Where the data must stay; turns on data-residency.'),
    vendors: z
      .array(z.enum(['mixpanel', 'segment']))
      .min(1)
      .default(['mixpanel'])
      .describe(
        'Vendors whose SDKs are looked for. Segment is off unless named: its calls reach many tools.',
      ),
    trackers: z
      .array(tracker)
      .default([])
      .describe('Functions that lead to a tracker in ways that the code does not show.'),
    pullRequests: z
      .strictObject({
        failOn: z
          .enum(['P0', 'P1', 'P2', 'P3', 'never'])
          .default('P0')
          .describe('The mildest severity that fails the check of a pull request; "never": none does.'),
        drafts: z
          .enum(['review', 'skip'])
          .default('review')
          .describe('Whether drafts are reviewed, or only when they are ready.'),
        suppressions: z
          .enum(['gate', 'accept'])
          .default('gate')
          .describe(
            'A suppression comment that a pull request itself adds: "gate" keeps the check failing until someone with write access waives the finding.',
          ),
        inlineComments: z
          .int()
          .min(0)
          .max(30)
          .default(30)
          .describe('So many findings at most get a comment at their line; the report has them all.'),
      })
      .optional()
      .describe('How the bot treats pull requests. Only the base branch counts.'),
    baseline: text.optional().describe('The file with accepted findings. Default: tracklint-baseline.json.'),
  })
  .meta({
    title: 'Tracklint configuration',
    description: 'Everything may be left out. See https://www.npmjs.com/package/tracklint.',
  });

export type ConfigFile = z.output<typeof configFileSchema>;

/** The JSON Schema (draft-07, which editors know best) of the file. Rule names are offered if given. */
export function configJsonSchema(ruleNames: readonly string[] = []): Record<string, unknown> {
  const schema: Record<string, unknown> = z.toJSONSchema(configFileSchema, {
    target: 'draft-7',
    io: 'input',
  });
  const properties = schema['properties'] as Record<string, Record<string, unknown>>;
  const rules = properties['rules'];
  if (rules && ruleNames.length > 0) rules['propertyNames'] = { enum: [...ruleNames].sort() };
  return schema;
}
