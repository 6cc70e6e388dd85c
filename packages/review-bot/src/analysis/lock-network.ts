import { syncBuiltinESMExports } from 'node:module';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/**
 * Takes the network away from this process, as far as JavaScript can: every way to a connection or a name ends in an error.
 * Nothing of a reviewed repository is executed anyway; this is for the day on which that should turn out wrong. Where the
 * operating system can do it as well, `sandbox.ts` asks it to.
 */
export function lockNetwork(): void {
  const refuse = (): never => {
    throw new Error('The analysis has no network.');
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  dgram.Socket.prototype.send = refuse as never;
  dgram.Socket.prototype.bind = refuse;
  for (const object of [dns, dns.promises] as unknown as Record<string, unknown>[]) {
    for (const [name, value] of Object.entries(object)) {
      if (typeof value === 'function' && /^(?:lookup|resolve|reverse)/.test(name)) object[name] = refuse;
    }
  }
  for (const name of ['fetch', 'WebSocket', 'EventSource'])
    Object.defineProperty(globalThis, name, { value: refuse, configurable: false, writable: false });
  syncBuiltinESMExports();
}
