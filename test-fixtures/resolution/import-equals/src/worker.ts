import Mixpanel = require('mixpanel');

const mixpanel = Mixpanel.init('0123456789abcdef0123456789abcdef');

export function indexed(pages: number) {
  mixpanel.track('Site Indexed', { distinct_id: 'indexer', pages });
}
