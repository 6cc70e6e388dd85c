import mixpanel from 'mixpanel-browser';

export default function setUser(id: string) {
  mixpanel.identify(id);
}
