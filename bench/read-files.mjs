/** Lists and reads every source file below the working directory: the floor for a tool that looks at each file in Node. */
import { readdirSync, readFileSync } from 'node:fs';

const paths = readdirSync('packages', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`);
const characters = paths.reduce((sum, path) => sum + readFileSync(path, 'utf8').length, 0);
console.log(`${paths.length} files, ${characters} characters`);
