import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/doctor/index.js';

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
const running = read('docs/review-bot.md');
const security = read('docs/review-bot-security.md');

describe('the pages about the bot', () => {
  it('have every variable of the environment', () => {
    const names = [...read('packages/review-bot/.env.example').matchAll(/^([A-Z_]+)=/gm)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(running).toContain(`\`${name}\``);
  });

  it('give a reason for every permission and event of app.yml', () => {
    const { default_permissions: permissions, default_events: events } = readManifest();
    for (const [name, level] of Object.entries(permissions))
      expect(security).toMatch(`| \`${name}: ${level}\``);
    for (const event of events) expect(security).toContain(`\`${event}\``);
  });

  it('name metrics that there are', () => {
    const source = read('packages/review-bot/src/server/metrics.ts');
    const named = new Set(running.match(/\b(?:tracklint|github)_[a-z_]+/g));
    const metrics = [...named].filter((name) => /_(?:jobs|seconds|total|remaining)(?:_|$)/.test(name));
    expect(metrics.length).toBeGreaterThan(5);
    for (const name of metrics) {
      const own = name.replace(/^tracklint_/, '').replace(/_(?:bucket|count)$/, '');
      expect(source).toContain(own);
    }
  });

  it('have every command and the same people for it as the help', () => {
    const help = read('packages/review-bot/src/delivery/replies.ts');
    const rows = [...help.matchAll(/'\| (`\/tracklint [^|]+?) +\| [^|]+ \| ([^|]+?) \|'/g)];
    expect(rows.length).toBe(5);
    for (const [, command = '', who = ''] of rows) {
      const row = running.split('\n').find((line) => line.startsWith(`| ${command}`));
      expect(row).toContain(who);
    }
  });

  it('link to what there is', () => {
    for (const page of [running, security]) {
      const anchors = new Set(
        [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
          title
            .toLowerCase()
            .replace(/[^\w\- ]/g, '')
            .replaceAll(' ', '-'),
        ),
      );
      for (const [, target = ''] of page.matchAll(/\]\(#([\w-]+)\)/g)) expect(anchors).toContain(target);
      for (const [, file = ''] of page.matchAll(/\]\((?!https?:|#)([^)#]+)/g))
        expect(() => read(`docs/${file}`), file).not.toThrow();
    }
  });
});
