/** Loaded with `--import` into a measured process: writes its peak resident memory (kilobytes) to the file named in PEAK_MEMORY_FILE. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS)));
