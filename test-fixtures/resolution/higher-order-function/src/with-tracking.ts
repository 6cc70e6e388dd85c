import mixpanel from 'mixpanel-browser';

/** Runs a function and says that it ran. */
export function withTracking<A extends unknown[], R>(eventName: string, fn: (...args: A) => R) {
  return (...args: A): R => {
    const result = fn(...args);
    mixpanel.track(eventName);
    return result;
  };
}
