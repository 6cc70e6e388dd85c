/**
 * Git asks the filters of `.gitattributes` (`filter.<driver>.clean` of the configuration) whenever it compares a file
 * on disk with a blob. These are programs, and a repository can bring its own configuration, so all of them are taken
 * away; the files they are about then count as modified, which is a matter of speed alone.
 */

const DRIVER = /^filter\.([\s\S]+)\.[^.]+$/;
const TAKEN_AWAY = [
  ['clean', ''],
  ['smudge', ''],
  ['process', ''],
  ['required', 'false'],
] as const;

export interface Settings {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The settings that take away filters.
 * @param keys The keys of the configuration that start with `filter.`, as `git config --name-only` gives them.
 */
export function withoutFilters(keys: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const drivers = new Set(keys.flatMap((key) => DRIVER.exec(key)?.[1] ?? []));
  const settings = [...drivers].flatMap((driver) =>
    TAKEN_AWAY.map(([name, value]) => ({ key: `filter.${driver}.${name}`, value })),
  );
  // `-c` cannot say a name that holds an equals sign; the environment can, since git 2.31.
  const inArgs = settings.filter(({ key }) => !key.includes('='));
  const inEnv = settings.filter(({ key }) => key.includes('='));
  const count = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  const entries = inEnv.flatMap(({ key, value }, index) => [
    [`GIT_CONFIG_KEY_${count + index}`, key],
    [`GIT_CONFIG_VALUE_${count + index}`, value],
  ]);
  return {
    args: inArgs.flatMap(({ key, value }) => ['-c', `${key}=${value}`]),
    env:
      inEnv.length === 0
        ? {}
        : { ...Object.fromEntries(entries), GIT_CONFIG_COUNT: String(count + inEnv.length) },
  };
}
