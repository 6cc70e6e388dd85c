import mixpanel from 'mixpanel-browser';
import { Computed, Events, Group, Inline } from './events';

export function run() {
  mixpanel.track(Events.Shared);
  mixpanel.track(Events['Printed']);
  mixpanel.track(Inline.Copied);
  mixpanel.track(Computed.Moved);
  mixpanel.track(Group.Names.Joined);
}
