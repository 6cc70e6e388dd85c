import mixpanel from 'mixpanel-browser';
import { expect, it, vi } from 'vitest';
import { notify } from './notify';

vi.mock('mixpanel-browser');

it('tracks', () => {
  notify('hello');
  mixpanel.track('Mocked Event', { email: 'person@example.com' });
  expect(mixpanel.track).toHaveBeenCalledWith('Mocked Event', expect.anything());
});
