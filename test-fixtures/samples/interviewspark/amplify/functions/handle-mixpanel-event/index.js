/**
 * InterviewSpark, a sample application.
 *
 * A site for practising job interviews. The browser calls a GraphQL mutation, the mutation calls this Lambda, and the
 * Lambda calls Mixpanel. This file and the events are as the integration's document shows them, mistakes included: the
 * e-mail address identifies people, profiles carry names and addresses, everything is logged, and an error from
 * Mixpanel ends the process. src/ has the callers. amplify/functions/record-practice-time does the same work well.
 */
const MIX_PANEL_TOKEN = process.env.MIX_PANEL_TOKEN;

const Mixpanel = require('mixpanel');
const util = require('util');

const mixpanel = Mixpanel.init(MIX_PANEL_TOKEN);

const trackAsync = util.promisify(mixpanel.track);

const peopleSetAsync = (id, data) => {
  return new Promise((resolve, reject) => {
    mixpanel.people.set(id, data, function (err) {
      if (err) throw err;
      resolve();
    });
  });
};

exports.handler = async (event) => {
  const email = event.userEmail;
  const data = event.data;
  const eventType = event.eventType;

  console.log(email);
  console.log(data);
  console.log(eventType);
  console.log(data.eventName);

  const response = {
    isSuccessful: true,
    error: null,
    info: null,
  };

  if (eventType === 'trackEvent') {
    await trackAsync(data.eventName, {
      distinct_id: email,
      ...data.eventParams,
    });
  } else if (eventType === 'setPeople') {
    await peopleSetAsync(email, {
      ...data,
      $distinct_id: email,
    });
  }

  return response;
};
