import { nameWords } from './name-words.js';

/** Words that say how code was started, never what happened. */
const ALONE = new Set(
  'cron cronjob crontab lambda celery sidekiq resque daemon systemd airflow cloudwatch eventbridge serverless'.split(
    ' ',
  ),
);
/** Pairs that do so together; each word alone is ordinary vocabulary of products (a meeting is scheduled). */
const FIRST = new Set(
  'batch background scheduled async queue queued worker nightly daily hourly weekly recurring webhook retry'.split(
    ' ',
  ),
);
const SECOND = new Set(
  'job jobs task run runner worker script retry retries process processor handler consumer'.split(' '),
);
const VIA = new Set(['via', 'by', 'from', 'in']);
const MEANS = new Set('webhook worker queue job scheduler batch backend'.split(' '));
/** After these the word before is what the event is about: a product in which people create cron jobs. */
const DONE_TO_IT =
  /^(?:creat|add|updat|edit|delet|remov|enabl|disabl|paus|resum|view|open|clos|click|select|sav|renam|configur|duplicat|sav|copi|shar|archiv|install|connect|disconnect|test)(?:e|ed|d|s|ing)?$/;

/** The words of an event name that say how the code was started: `cron`, `batch job`; null if there are none. */
export function executionContextOf(name: string): string | null {
  const words = nameWords(name);
  for (const [index, word] of words.entries()) {
    const next = words[index + 1] ?? '';
    const found = ALONE.has(word)
      ? 1
      : (FIRST.has(word) && SECOND.has(next)) || (VIA.has(word) && MEANS.has(next))
        ? 2
        : 0;
    if (found === 0) continue;
    const rest = words.slice(index + found).filter((later) => !SECOND.has(later));
    if (!VIA.has(word) && rest.some((later) => DONE_TO_IT.test(later))) continue;
    return words.slice(index, index + found).join(' ');
  }
  return null;
}
