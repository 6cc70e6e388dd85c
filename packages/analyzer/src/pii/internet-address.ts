/** True for an IPv4 address that can belong to a person: no loopback, mask or broadcast, and not a version like 2.4.1.0. */
export function isIpv4OfSomeone(text: string): boolean {
  const octets = text.split('.').map(Number);
  if (octets.length !== 4 || octets.some((octet) => !Number.isInteger(octet) || octet > 255)) return false;
  const [first = 0] = octets;
  if (first === 0 || first === 127 || first === 255) return false;
  return octets.some((octet) => octet >= 20);
}

/** True for an IPv6 address other than the loopback; times and MAC addresses are not. */
export function isIpv6OfSomeone(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false;
  if (halves.length === 1) return groups.length === 8;
  return groups.length >= 3 && groups.length < 8 && /\d/.test(text);
}
