import { expect, it } from 'vitest';
import { stage, tracking } from './bot-process.js';

it('follows commands of those who may give them, and answers each once', async () => {
  const { github, repository, bot } = await stage();
  repository.commit('feature', { files: { 'src/steps.ts': tracking("plan: 'free'", 'email: user.email') } });
  const pull = repository.openPullRequest({ head: 'feature' });
  await bot.idle();
  const [report] = pull.comments();
  const [inline] = pull.reviewComments();
  const id = /id `([0-9a-f]{8})`/.exec(report!.body)![1]!;
  const run = () =>
    repository
      .checkRuns(pull.headSha)
      .filter(({ name }) => name === 'Tracklint')
      .at(-1);
  const answersTo = async (login: string, body: string) => {
    const before = pull.comments().length;
    const comment = pull.comment(login, body);
    await bot.idle();
    const reactions = comment.reactions.map(({ content }) => content);
    return {
      reactions,
      answers: pull
        .comments()
        .slice(before + 1)
        .map((own) => own.body),
    };
  };

  expect(await answersTo('author', 'Thanks, nice /tracklint help')).toEqual({ reactions: [], answers: [] });
  expect((await answersTo('author', '/tracklint help')).answers[0]).toContain(
    '/tracklint waive <id> <reason>',
  );
  expect((await answersTo('author', '/tracklint dance')).answers).toHaveLength(1);
  expect((await answersTo('author', `/tracklint explain ${id}`)).answers[0]).toMatch(/\*\*Evidence\*\*/);
  expect((await answersTo('stranger', `/tracklint explain ${id}`)).reactions).toEqual(['confused']);
  expect((await answersTo('author', '/tracklint explain 00000000')).answers[0]).toContain('no such finding');

  // Waiving needs write access, and a reason.
  const refused = await answersTo('author', `/tracklint waive ${id} I say so`);
  expect([refused.reactions, refused.answers[0]]).toEqual([
    ['confused'],
    expect.stringContaining('needs write access'),
  ]);
  expect((await answersTo('maintainer', `/tracklint waive ${id}`)).answers[0]).toContain('needs a reason');
  expect(run()).toMatchObject({ conclusion: 'failure' });

  // In an answer to a comment on a line the id is known.
  const asked = pull.reply(inline!.id, 'author', '/tracklint explain');
  await bot.idle();
  expect(asked.updatedAt).not.toBe(asked.createdAt);
  expect(pull.reviewComments().at(-1)).toMatchObject({
    ...{ inReplyTo: inline!.id, login: 'tracklint[bot]' },
    body: expect.stringContaining('**Evidence**') as string,
  });

  // Handing in the review that it is part of does not make it an edited one; a later change does.
  pull.edit(pull.reply(inline!.id, 'maintainer', 'Fine.'), '/tracklint waive I did not say so');
  expect((await answersTo('author', '/tracklint review')).reactions).toEqual(['+1']);
  expect(run()).toMatchObject({ conclusion: 'failure', title: '1 P0' });
  const waiver = pull.reply(inline!.id, 'maintainer', '/tracklint waive invented data');
  await bot.idle();
  expect(waiver.reactions).toMatchObject([{ content: '+1' }]);
  expect(run()).toMatchObject({ conclusion: 'success', title: '1 waived' });
  waiver.isDeleted = true;
  expect((await answersTo('author', '/tracklint review')).reactions).toEqual(['+1']);
  expect(run()).toMatchObject({ conclusion: 'failure', title: '1 P0' });

  // While it is paused the check goes on, and comments do not.
  expect((await answersTo('maintainer', '/tracklint pause')).reactions).toEqual(['+1']);
  repository.push('feature', {
    files: { 'src/steps.ts': tracking('phone: user.phone', 'email: user.email') },
  });
  await bot.idle();
  expect(run()).toMatchObject({ conclusion: 'failure', title: '2 P0' });
  expect(pull.reviews()).toHaveLength(1);
  expect((await answersTo('maintainer', '/tracklint resume')).reactions).toEqual(['+1']);
  expect(pull.reviews()).toHaveLength(2);

  expect((await answersTo('maintainer', `/tracklint waive ${id} invented data`)).reactions).toEqual(['+1']);
  expect(run()).toMatchObject({ conclusion: 'failure', title: '1 P0, 1 waived' });
  expect(pull.reviewComments()[0]?.body).toMatch(/^\*\*Waived\*\* by `maintainer`: invented data/);

  const runs = repository.checkRuns(pull.headSha).length;
  expect((await answersTo('author', '/tracklint review')).reactions).toEqual(['+1']);
  expect(repository.checkRuns(pull.headSha)).toHaveLength(runs + 1);
  expect((await answersTo('author', '/tracklint full')).reactions).toEqual(['+1']);
  expect(repository.checkRuns(pull.headSha).at(-1)).toMatchObject({
    name: 'Tracklint (everything)',
    conclusion: 'neutral',
  });
  github.assertNoViolations();
}, 180_000);
