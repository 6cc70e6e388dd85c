export interface Listing {
  id: string;
  rooms: number;
  furnished?: boolean;
}
