import { UsageService } from './usage.service';

export class SignInComponent {
  constructor(private usage: UsageService) {}

  onSignIn(member: { Id: string }) {
    this.usage.start(member.Id);
    this.usage.track('Signed In');
  }
}
