export interface Contact {
  readonly id: string;
  readonly email: string;
  readonly fullName: string;
}

export interface Link {
  readonly url: string;
  readonly campaign: string;
  readonly contact: Contact;
}

export declare function findLink(id: string): Promise<Link>;
