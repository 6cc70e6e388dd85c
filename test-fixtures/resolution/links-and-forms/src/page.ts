import mixpanel from 'mixpanel-browser';

mixpanel.track_links('#nav a', 'Nav Link Clicked', { area: 'header' });
mixpanel.track_forms('#signup', 'Signup Form Sent');
mixpanel.track_pageview({ page: 'Landing' });
