'use server';

import { mixpanel } from '@/lib/mixpanel-server';
import { auth } from '@acme/auth';

export async function createTeam(form: FormData) {
  const session = await auth();
  mixpanel.track('Team Created', { distinct_id: session.userId, has_logo: form.has('logo') });
}
