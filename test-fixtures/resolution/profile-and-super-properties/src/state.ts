import mixpanel from 'mixpanel-browser';

export function remember() {
  mixpanel.register({ theme: 'dark' });
  mixpanel.register_once({ first_theme: 'dark' });
  mixpanel.people.set('theme', 'dark');
  mixpanel.people.increment('visits');
  mixpanel.people.append({ themes: 'dark' });
  mixpanel.people.union({ badges: ['night'] });
  mixpanel.people.unset('old_theme');
  mixpanel.people.track_charge(25);
  mixpanel.unregister('theme');
  mixpanel.opt_in_tracking();
  mixpanel.opt_out_tracking();
  mixpanel.reset();
}
