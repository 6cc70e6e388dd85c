import mixpanel from 'mixpanel-browser';
import type { TeamFlowUser } from '@/session/user';

/** The profile that the plan allows: plan, team, role, sign-up date, features. */
export function updateProfile(user: TeamFlowUser): void {
  mixpanel.people.set({
    plan_type: user.planType,
    team_size: user.team.size,
    role: user.role,
    features_used: user.featuresUsed,
  });
  mixpanel.people.set_once({ signup_date: user.signupDate });
}

/** Added for a support dashboard. */
export function updateContactCard(user: TeamFlowUser): void {
  mixpanel.people.set({
    $email: user.email,
    $first_name: user.firstName,
    phone_verified: user.phone !== null,
    has_avatar: Boolean(user.avatarUrl),
  });
}

export function rememberVersion(version: string): void {
  mixpanel.register({ app_version: version, mp_release: version });
}
