const Mixpanel = require('mixpanel');

const client = Mixpanel.init(process.env.MIXPANEL_TOKEN);

function trackServer(name, props) {
  client.track(name, { ...props, source: 'server' });
}

module.exports = { client, trackServer };
