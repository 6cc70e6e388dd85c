import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createModuleResolver } from '../../src/link/resolve-module.js';
import { memorySource } from '../../src/source/memory.js';

const segment = fc.constantFrom('a', 'b', 'src', 'dist', 'lib', 'index', '@x', '.', '..', '*', '@', '~', '');
const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
const target = fc.oneof(
  path,
  path.map((each) => `./${each}`),
  path.map((each) => `${each}.js`),
);
const folder = fc.constantFrom('', 'a/', 'a/b/', 'src/');
const code = fc.tuple(
  folder,
  fc.constantFrom('a', 'b', 'index'),
  fc.constantFrom('.ts', '.js', '.vue', '.d.ts', '.native.tsx'),
);
const anything = fc.oneof(target, fc.jsonValue({ maxDepth: 2 }));
const map = fc.dictionary(fc.oneof(path, target), fc.oneof(target, fc.array(target), anything), {
  maxKeys: 4,
  noNullPrototype: true,
});
const config = fc.record(
  {
    extends: fc.oneof(target, fc.array(target), fc.constantFrom('./tsconfig.json', '../tsconfig.json')),
    references: fc.array(fc.record({ path: target })),
    compilerOptions: fc.record(
      { baseUrl: anything, paths: fc.oneof(map, anything) },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const manifest = fc.record(
  {
    name: fc.oneof(path, anything),
    main: anything,
    exports: fc.oneof(map, anything),
    imports: map,
    dependencies: map,
    babel: anything,
    alias: map,
  },
  { requiredKeys: [], noNullPrototype: true },
);

test('every specifier in every tree has one answer, and files in it exist', () => {
  const trees = fc.record({
    files: fc.array(code, { maxLength: 8 }),
    configs: fc.array(fc.tuple(folder, config), { maxLength: 3 }),
    manifests: fc.array(fc.tuple(folder, manifest), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(
      trees,
      fc.array(fc.oneof(path, target, fc.string()), { maxLength: 6 }),
      ({ files, configs, manifests }, specifiers) => {
        const source = memorySource(
          Object.fromEntries([
            ...files.map(([base, name, extension]) => [base + name + extension, '']),
            ...configs.map(([base, json]) => [`${base}tsconfig.json`, JSON.stringify(json)]),
            ...manifests.map(([base, json]) => [`${base}package.json`, JSON.stringify(json)]),
          ]) as Record<string, string>,
        );
        const [one, other] = [createModuleResolver(source), createModuleResolver(source)];
        for (const from of ['a/b/x.ts', 'src/x.ts', 'x.ts']) {
          for (const specifier of specifiers) {
            const answer = one.resolve(from, specifier);
            expect(other.resolve(from, specifier)).toEqual(answer);
            if (answer.kind === 'file') expect(source.has(answer.path)).toBe(true);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
