import mixpanel from 'mixpanel-browser';

export function visited(section: { title: string }, query: URLSearchParams) {
  mixpanel.track(`Visited ${section.title}`);
  mixpanel.track('Campaign ' + query.get('utm_campaign') + ' Seen');
}
