const mixpanel = require('mixpanel').init(process.env.MIXPANEL_TOKEN, { host: 'api-eu.mixpanel.com' });

module.exports = async function sendDigest(user) {
  await user.mailer.digest();
  mixpanel.track('Digest Sent', { distinct_id: user.id, frequency: 'weekly' });
};
