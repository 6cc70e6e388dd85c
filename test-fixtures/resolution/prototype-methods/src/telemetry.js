const mixpanel = require('mixpanel');

function Telemetry(token) {
  this.client = mixpanel.init(token);
}

Telemetry.prototype.record = function (userId, name, props) {
  this.client.track(name, Object.assign({ distinct_id: userId }, props));
};

module.exports = Telemetry;
