export interface TeamFlowUser {
  /** UUID. */
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly phone: string | null;
  readonly avatarUrl: string | null;
  readonly planType: 'free' | 'pro' | 'enterprise';
  readonly role: 'admin' | 'member' | 'viewer';
  readonly team: { readonly id: string; readonly size: number };
  /** ISO 8601, as Mixpanel's date type wants it. */
  readonly signupDate: string;
  readonly featuresUsed: readonly string[];
}

export async function fetchUser(): Promise<TeamFlowUser> {
  const response = await fetch('/api/me');
  return (await response.json()) as TeamFlowUser;
}
