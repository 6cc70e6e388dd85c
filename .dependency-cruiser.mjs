/**
 * The direction of imports, written down. Each rule says why it exists; docs/architecture.md has the picture.
 * Types may be imported where values may not: a type says what is handed over, a value couples what happens.
 */

const STAGES = 'packages/analyzer/src';
const HOSTS = 'packages/(cli|eslint-plugin-mixpanel|review-bot)';

/** Pure questions about values and keys, which whoever is handed a value may ask. */
const VALUES = ['link/build-value\\.ts', 'link/object-entries\\.ts', 'link/module-graph\\.ts'];

/** A stage of the analyzer may import values only from itself and from what it names. */
function stage(name, mayUse, comment) {
  const allowed = [`${name}/`, ...mayUse].join('|');
  return {
    name: `analyzer-${name}`,
    comment,
    severity: 'error',
    from: { path: `^${STAGES}/${name}/` },
    to: { path: `^${STAGES}/`, pathNot: `^${STAGES}/(${allowed})`, dependencyTypesNot: ['type-only'] },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Data flows one way, text → summary → calls → findings → report; a cycle means that two modules are one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'analyzer-knows-no-host',
      comment:
        'The same engine runs in the editor, on the command line and on pull requests, so it knows none of them.',
      severity: 'error',
      from: { path: '^packages/analyzer/src/' },
      to: {
        path: `^${HOSTS}/|node_modules/(eslint|@eslint|@octokit|probot|commander|@typescript-eslint/(utils|parser))(/|$)`,
      },
    },
    {
      name: 'hosts-know-not-each-other',
      comment: 'What two hosts share belongs into the analyzer; otherwise their findings drift apart.',
      severity: 'error',
      from: { path: `^${HOSTS}/` },
      to: { path: `^${HOSTS}/`, pathNot: '^packages/$1/' },
    },
    {
      name: 'analyzer-front-door',
      comment: 'Packages are used through their index, so that what is inside can change.',
      severity: 'error',
      from: { path: `^${HOSTS}/src/` },
      to: {
        path: '^packages/analyzer/',
        pathNot: '^packages/analyzer/(src|dist)/(index|config/load-config|plan/read-plan)\\.(ts|js|d\\.ts)$',
      },
    },
    stage(
      'source',
      [],
      'Where text comes from is the first stage and knows nothing of what is done with it.',
    ),
    stage('parse', ['source/'], 'Text becomes a syntax tree without knowing who asks for it.'),
    stage(
      'summary',
      ['parse', 'source'],
      'A summary is a pure function of one text; only then can it be cached by content.',
    ),
    stage(
      'link',
      ['summary/', 'parse/', 'source/', 'types/', 'sdks/'],
      'Resolution comes before judgement: what is a tracking call must not depend on rules, plan or report.',
    ),
    stage(
      'sdks',
      ['summary/', 'source/', ...VALUES],
      'An SDK adapter is data about one SDK, so that a new one is one file.',
    ),
    stage(
      'pii',
      ['patterns/'],
      'What counts as personal data is decided by words and values, wherever the question comes from.',
    ),
    stage(
      'rules',
      ['pii/', 'plan/', 'sdks/', 'parse/', 'patterns/', ...VALUES],
      'Rules judge resolved calls and find none by themselves, so that all hosts agree on what a call is. Some read the syntax around a call.',
    ),
    stage('report', ['review/'], 'Every format reads one Review value, so that no two formats can disagree.'),
    {
      name: 'declared-dependencies',
      comment: 'What a package imports at run time has to be installed with it.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only', 'npm-peer'],
      },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails only when it runs.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'sources-know-no-tests',
      comment: 'Tests are not published.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: '^packages/[^/]+/test/|^test-fixtures/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'packages/[^/]+/dist'] },
    exclude: {
      path: [
        '(^|/)fixtures/',
        '^test-fixtures/',
        '^packages/[^/]+/dist/(?!index\\.|config/load-config\\.|plan/read-plan\\.)',
      ],
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
    moduleSystems: ['es6', 'cjs'],
  },
};
