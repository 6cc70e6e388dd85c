import { archive } from './actions';

export function archiveAll(ids: string[]) {
  for (const id of ids) archive(id);
}
