import { audit } from './audit';

export async function revokeKey(actorId: string, keyId: string) {
  await audit(actorId, 'Key Revoked', { key_id: keyId });
}
