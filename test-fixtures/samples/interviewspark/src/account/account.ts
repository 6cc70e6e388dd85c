export interface Account {
  readonly id: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly mobileNumber: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly postalCode: string;
  readonly isPublic: boolean;
  readonly industry: string;
  readonly dreamJob: string;
  readonly plan: 'basic' | 'premium';
  readonly planStatus: 'active' | 'expired' | 'on_hold';
}
