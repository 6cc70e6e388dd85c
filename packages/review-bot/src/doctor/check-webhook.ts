import type { GitHubClient } from '../github/github-client.js';
import { ask, ONCE, refused } from './ask.js';
import { note, ok, problem } from './line.js';
import type { Line } from './line.js';

export interface WebhookCheck {
  readonly lines: readonly Line[];
  /** Where GitHub delivers to; null if that is not set. */
  readonly url: string | null;
}

/** Is the webhook of the App set up as the bot needs it? */
export async function checkWebhook(
  client: GitHubClient,
  { host, webhookPath }: { readonly host: string; readonly webhookPath: string },
): Promise<WebhookCheck> {
  const answer = await ask(host, () => client.rest.apps.getWebhookConfigForApp({ request: ONCE }));
  if (answer.kind === 'failure') return { lines: [problem('webhook', answer.sentence)], url: null };
  if (answer.kind === 'refusal' && answer.status !== 404)
    return { lines: [problem('webhook', refused('the webhook of the App', answer))], url: null };
  const config = answer.kind === 'answer' ? answer.data : {};
  const { url } = config;
  if (!url || !URL.canParse(url)) {
    const text = `The App has no webhook URL, so it is told of nothing; make its webhook active and set the URL to where this bot is reached, with ${webhookPath} at the end.`;
    return { lines: [problem('webhook', text)], url: null };
  }
  const { protocol, pathname } = new URL(url);
  const lines: Line[] = [];
  if (config.content_type !== 'json')
    lines.push(
      problem(
        'webhook',
        'It sends forms, which the bot cannot read; set its content type to application/json.',
      ),
    );
  if (!config.secret)
    lines.push(
      problem(
        'webhook',
        'It has no secret, so the bot refuses its deliveries; set it to that of WEBHOOK_SECRET.',
      ),
    );
  if (protocol === 'https:' && String(config.insecure_ssl ?? '0') !== '0')
    lines.push(
      problem(
        'webhook',
        'GitHub does not look at the certificate of the URL, so anybody in between could read along; enable SSL verification.',
      ),
    );
  if (protocol !== 'https:')
    lines.push(
      note('webhook', 'The URL is not https, so anybody in between can read along; put TLS before the bot.'),
    );
  if (pathname !== webhookPath)
    lines.push(
      note(
        'webhook',
        `The path of the URL is ${pathname}, and the bot listens at ${webhookPath}; that is right only if something in between translates.`,
      ),
    );
  return { lines: lines.some(isProblem) ? lines : [ok('webhook', `It delivers to ${url}.`), ...lines], url };
}

const isProblem = ({ status }: Line): boolean => status === 'problem';

const PER_PAGE = 100;

/** Did the deliveries of the last three days arrive? GitHub keeps no older ones. */
export async function checkDeliveries(client: GitHubClient, host: string): Promise<Line> {
  const topic = 'deliveries';
  const answer = await ask(host, () =>
    client.rest.apps.listWebhookDeliveries({ per_page: PER_PAGE, request: ONCE }),
  );
  if (answer.kind === 'failure') return problem(topic, answer.sentence);
  if (answer.kind === 'refusal') return problem(topic, refused('about deliveries', answer));
  const [newest] = answer.data;
  if (!newest)
    return note(topic, 'There were none yet; open a pull request, or look whether the webhook is active.');
  const arrived = new Set(
    answer.data.filter(({ status_code }) => hasArrived(status_code)).map(({ guid }) => guid),
  );
  const lost = answer.data.filter(({ guid }) => !arrived.has(guid));
  const count = new Set(lost.map(({ guid }) => guid)).size;
  const [latest] = lost;
  if (!latest) return ok(topic, `The newest ${arrived.size} arrived.`);
  const why = `the newest of them ended with ${latest.status_code || 'no answer'}${meaningOf(latest.status_code)}`;
  if (!hasArrived(newest.status_code))
    return problem(topic, `${count} of the newest ${arrived.size + count} did not arrive; ${why}.`);
  return note(
    topic,
    `${count} of the newest ${arrived.size + count} did not arrive; ${why}. Newer ones did, and the bot asks for the lost ones again by itself.`,
  );
}

const hasArrived = (status: number): boolean => status >= 200 && status < 300;

/** What a status says about the cause, and what to do. */
function meaningOf(status: number): string {
  if (status === 401)
    return ': its secret is not WEBHOOK_SECRET; set the same in the settings of the App and here';
  if (status === 400)
    return ': its content type or its secret is not set as it should; see the line about the webhook';
  if (status === 404) return `: nothing is at its path; the URL has to end with the path of WEBHOOK_PATH`;
  if (status === 413) return ': something in between takes no large requests; allow 25 MB';
  if (status === 500)
    return ': the bot could not store it; look at the line about the database and at its log';
  if (status === 0 || status >= 502)
    return ': GitHub did not reach the bot; look at DNS, TLS and what is in between';
  return '; look at the answer under "Advanced" in the settings of the App';
}
