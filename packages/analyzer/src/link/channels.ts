import { alternatives } from './build-value.js';
import type { FunctionValue, Value } from './value.js';

/**
 * Named channels between the processes of an Electron application and on event emitters: what is sent on one reaches
 * the functions that listen on it, wherever they are.
 */

/** All processes of an Electron application share their channels. */
export const PROCESSES = 'electron';

const LISTENING = new Set(['on', 'once', 'addListener', 'prependListener', 'handle', 'handleOnce']);
const SENDING = new Set(['send', 'sendSync', 'invoke', 'emit', 'emitAsync']);

const EMITTER = /^(?:event-?emitter\d?|emitter|mitt|emittery|nanoevents|createNanoEvents)$/i;

export interface ChannelUse {
  readonly kind: 'listening' | 'sending';
  readonly channel: string;
  /** Whose channels: the processes, or the place where an emitter is made. */
  readonly bus: string;
}

/** What makes an emitter: the place tells one from another. Null if a value is none. */
export function emitterIdentity(value: Value): string | null {
  if (value.kind !== 'call') return null;
  const { callee } = value;
  const last =
    callee.kind === 'external' ? callee.path.at(-1) : callee.kind === 'unknown' ? callee.name : null;
  const name =
    callee.kind === 'external' && (last === undefined || last === 'default') ? callee.package : last;
  return name && EMITTER.test(name) ? `${callee.at.file}:${callee.at.start}` : null;
}

function busOf(receiver: Value): string | null {
  // A window's `webContents` is the other end of the same channels.
  if (receiver.kind === 'member') return receiver.name === 'webContents' ? PROCESSES : null;
  if (receiver.kind === 'external')
    return receiver.package === 'electron' && /^ipc(?:Main|Renderer)$/.test(receiver.path.at(-1) ?? '')
      ? PROCESSES
      : null;
  return emitterIdentity(receiver);
}

function receiverOf(callee: Value): { readonly receiver: Value; readonly method: string } | null {
  if (callee.kind === 'member' && callee.name !== null)
    return { receiver: callee.object, method: callee.name };
  const method = callee.kind === 'external' ? callee.path.at(-1) : undefined;
  return callee.kind === 'external' && method !== undefined
    ? { receiver: { ...callee, path: callee.path.slice(0, -1) }, method }
    : null;
}

/** How a call uses a channel; null if it does not, or if its name is not known. */
export function channelUse(callee: Value, args: readonly Value[]): ChannelUse | null {
  const used = receiverOf(callee);
  const [channel] = args;
  if (!used || channel?.kind !== 'literal' || typeof channel.value !== 'string') return null;
  const kind = LISTENING.has(used.method) ? 'listening' : SENDING.has(used.method) ? 'sending' : null;
  const bus = alternatives(used.receiver)
    .map(busOf)
    .find((each) => each !== null);
  return kind && bus ? { kind, channel: channel.value, bus } : null;
}

/** What listeners are called with; those of the processes get an event first. */
export function sentArguments(use: ChannelUse, args: readonly Value[]): readonly Value[] {
  const [channel, ...sent] = args;
  if (use.bus !== PROCESSES || !channel) return sent;
  return [{ kind: 'unknown', name: null, reason: 'event of a process', at: channel.at }, ...sent];
}

/** The functions that an argument of a listening call can be. */
export const listenersIn = (args: readonly Value[]): readonly FunctionValue[] =>
  args.slice(1, 2).flatMap((arg) => alternatives(arg).filter((option) => option.kind === 'function'));

/** `contextBridge.exposeInMainWorld('api', …)` makes a member of `window`; its name and value. */
export function exposedGlobal(
  callee: Value,
  args: readonly Value[],
): { readonly name: string; readonly value: Value } | null {
  const [name, value] = args;
  const isExposing =
    callee.kind === 'external' && callee.package === 'electron' && callee.path.at(-1) === 'exposeInMainWorld';
  return isExposing && name?.kind === 'literal' && typeof name.value === 'string' && value
    ? { name: name.value, value }
    : null;
}
