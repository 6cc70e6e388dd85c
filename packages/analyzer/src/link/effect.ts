import type { SdkCallParts } from '../sdks/index.js';
import type { ViaStep } from './call.js';
import type { Place, Value } from './value.js';

/** An SDK call as seen from some place of the code: directly, or through the wrappers in `via`. */
export interface Effect {
  readonly sdk: string;
  readonly parts: SdkCallParts;
  readonly sdkCall: Place;
  readonly isGuarded: boolean;
  /** Wrappers between the place and the SDK, outermost first. */
  readonly via: readonly ViaStep[];
  /** The event (or what stands for it) is already decided further inside. */
  readonly isNamedInside: boolean;
  /** Nothing happens until a function that is returned is called, too. */
  readonly isDeferred: boolean;
  /** Functions on the way whose body only tracks. */
  readonly isPurposeNamed: boolean;
}

/** Values of a call's parts that decide whether the call is named, by kind. */
export function namingValue(parts: SdkCallParts): Value | null {
  switch (parts.kind) {
    case 'track':
    case 'import':
    case 'time_event':
    case 'track_links':
      return parts.event;
    case 'identify':
    case 'alias':
      return parts.distinctId;
    case 'people':
    case 'register':
    case 'track_pageview':
      return parts.properties;
    case 'group':
      return parts.group?.id ?? parts.properties;
    case 'reset':
    case 'opt_in':
    case 'opt_out':
      return null;
  }
}

export function mapParts(parts: SdkCallParts, map: (value: Value) => Value): SdkCallParts {
  return {
    ...parts,
    event: parts.event && map(parts.event),
    properties: parts.properties && map(parts.properties),
    distinctId: parts.distinctId && map(parts.distinctId),
    group: parts.group && { key: map(parts.group.key), id: map(parts.group.id) },
  };
}

/** The same SDK call reached over two ways with the same values is one effect. */
export function distinctEffects(effects: readonly Effect[]): readonly Effect[] {
  const seen = new Set<string>();
  return effects.filter((effect) => {
    const event = effect.parts.event?.kind === 'literal' ? String(effect.parts.event.value) : '';
    const key = `${effect.sdkCall.file}:${effect.sdkCall.start}:${effect.parts.method}:${event}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
