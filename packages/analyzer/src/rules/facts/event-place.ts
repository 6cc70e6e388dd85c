import type { TrackingCall } from '../../link/call.js';
import type { Place } from '../../link/value.js';
import { alternatives } from '../../link/build-value.js';
import { stringOf } from './value-options.js';

const isWithin = (inner: Place, outer: Place): boolean =>
  inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;

/**
 * Where a call chooses the event: the argument that holds the name. If a wrapper builds the name, the argument that it
 * builds it from; if no argument tells them apart, the place where the name is built.
 */
export function eventPlace(call: TrackingCall): Place {
  const { event } = call;
  if (event === null) return call.at;
  if (isWithin(event.value.at, call.at)) return event.value.at;
  const argument = call.args.find(
    (arg) =>
      isWithin(arg.at, call.at) &&
      alternatives(arg).some((option) => {
        const text = stringOf(option);
        return text !== null && text !== '' && event.names.some((name) => name.includes(text));
      }),
  );
  return argument?.at ?? event.value.at;
}

/** The name where the call itself writes it, else the whole call. */
export function placeAtCall(call: TrackingCall): Place {
  const place = eventPlace(call);
  return isWithin(place, call.at) ? place : call.at;
}

/** True if the call names one event by something that is defined elsewhere: a constant, an enum's member. */
export function isNamedByConstant({ event, at }: TrackingCall): boolean {
  return event?.name != null && event.value.kind === 'literal' && !isWithin(event.value.at, at);
}
