const Telemetry = require('./telemetry');

const telemetry = new Telemetry(process.env.MIXPANEL_TOKEN);

exports.run = (job) => {
  telemetry.record(job.userId, 'Job Completed', { tries: job.tries });
};
