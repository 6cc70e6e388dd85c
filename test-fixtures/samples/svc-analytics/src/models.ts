export interface User {
  /** UUID. */
  readonly id: string;
  readonly organizationId: string;
  readonly email: string;
  readonly fullName: string;
}

export interface Organization {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly employeeCount: number;
}

export interface Survey {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: 'pulse' | 'onboarding' | 'exit';
  readonly questions: readonly string[];
  readonly closedAt: Date;
}

export interface SlackInstallation {
  readonly teamId: string;
  readonly organizationId: string;
  readonly channels: readonly string[];
}

export interface ApiKey {
  readonly id: string;
}
