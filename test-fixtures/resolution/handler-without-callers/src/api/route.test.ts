import { expect, it } from 'vitest';
import { POST } from './route';

it('answers', async () => {
  const request = new Request('https://example.com', { method: 'POST', body: '{"event":"Signed Up"}' });
  expect(await (await POST(request)).json()).toEqual({ ok: true });
});
