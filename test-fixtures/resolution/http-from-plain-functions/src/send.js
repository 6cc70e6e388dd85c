const TOKEN = '0123456789abcdef0123456789abcdef';

export function send(event, properties) {
  const data = { event, properties: { token: TOKEN, ...properties } };
  return fetch('https://api.mixpanel.com/track/?ip=1&data=' + encodeURIComponent(btoa(JSON.stringify(data))));
}

export const report = (event, properties) =>
  axios.get('https://api.mixpanel.com/track', {
    params: { data: btoa(JSON.stringify({ event, properties })) },
  });

export function beacon(event) {
  navigator.sendBeacon('https://api.example.com/track?data=' + btoa(JSON.stringify({ event })));
}

send('Worker Started', { tabs: 2 });
