import { describe, expect, it } from 'vitest';
import { classifyName } from '../../src/pii/classify-name.js';
import { toWords } from '../../src/pii/to-words.js';
import { TERMS_BY_PHRASE } from '../../src/pii/words/lexicon.js';
import { CARE_AND_LEARNING_NAMES } from './names/care-and-learning-names.js';
import { CHAIN_AND_KITCHEN_NAMES } from './names/chain-and-kitchen-names.js';
import { FARM_AND_FLEET_NAMES } from './names/farm-and-fleet-names.js';
import { MEDIA_AND_MOBILITY_NAMES } from './names/media-and-mobility-names.js';
import { OFFICE_AND_HOME_NAMES } from './names/office-and-home-names.js';
import { SHOP_AND_STUDIO_NAMES } from './names/shop-and-studio-names.js';
import { STUDIO_AND_CLINIC_NAMES } from './names/studio-and-clinic-names.js';
import { FINANCE_AND_PEOPLE_NAMES } from './names/finance-and-people-names.js';
import { INSURANCE_AND_TRAVEL_NAMES } from './names/insurance-and-travel-names.js';
import { PEOPLE_AND_PERMITS_NAMES } from './names/people-and-permits-names.js';
import { BANKING_AND_COINS_NAMES } from './names/banking-and-coins-names.js';
import { HEALTH_AND_HEARTS_NAMES } from './names/health-and-hearts-names.js';
import { GOODS_AND_PLACES_NAMES } from './names/goods-and-places-names.js';
import { PLAY_AND_WIRES_NAMES } from './names/play-and-wires-names.js';
import { LEGACY_SPELLINGS_NAMES } from './names/legacy-spellings-names.js';
import { TOWN_AND_CLUB_NAMES } from './names/town-and-club-names.js';
import { BUILDERS_AND_MODELS_NAMES } from './names/builders-and-models-names.js';
import { RELATIONS_AND_NEAR_MISSES_NAMES } from './names/relations-and-near-misses-names.js';
import { TRAILS_AND_TRADES_NAMES } from './names/trails-and-trades-names.js';
import { TAXONOMY_NAMES } from './names/shared-names.js';
import { FOURTH_LOOK_NAMES } from './names/fourth-look-names.js';
import { SECOND_LOOK_NAMES } from './names/second-look-names.js';
import { THIRD_LOOK_NAMES } from './names/third-look-names.js';
import { TRACKING_PLAN_NAMES } from './names/tracking-plan-names.js';

/** Severity of a name with nothing else known. */
function severity(name: string): string {
  const verdict = classifyName(name);
  return verdict.kind === 'clean' ? 'clean' : verdict.severity;
}

describe.each([
  ['taxonomy', TAXONOMY_NAMES],
  ['tracking plans', TRACKING_PLAN_NAMES],
  ['a second look', SECOND_LOOK_NAMES],
  ['a third look', THIRD_LOOK_NAMES],
  ['a fourth look', FOURTH_LOOK_NAMES],
  ['insurance and travel', INSURANCE_AND_TRAVEL_NAMES],
  ['finance and people', FINANCE_AND_PEOPLE_NAMES],
  ['care and learning', CARE_AND_LEARNING_NAMES],
  ['chains and kitchens', CHAIN_AND_KITCHEN_NAMES],
  ['farms and clubs', FARM_AND_FLEET_NAMES],
  ['media and mobility', MEDIA_AND_MOBILITY_NAMES],
  ['offices and surveys', OFFICE_AND_HOME_NAMES],
  ['shops and developers', SHOP_AND_STUDIO_NAMES],
  ['studios and clinics', STUDIO_AND_CLINIC_NAMES],
  ['people and permits', PEOPLE_AND_PERMITS_NAMES],
  ['banking and coins', BANKING_AND_COINS_NAMES],
  ['health and hearts', HEALTH_AND_HEARTS_NAMES],
  ['goods and places', GOODS_AND_PLACES_NAMES],
  ['play and wires', PLAY_AND_WIRES_NAMES],
  ['legacy spellings', LEGACY_SPELLINGS_NAMES],
  ['towns and clubs', TOWN_AND_CLUB_NAMES],
  ['builders and models', BUILDERS_AND_MODELS_NAMES],
  ['relations and near misses', RELATIONS_AND_NEAR_MISSES_NAMES],
  ['trails and trades', TRAILS_AND_TRADES_NAMES],
])('names of %s', (_, table) => {
  it.each(
    Object.entries(table).flatMap(([expected, names]) => names.map((name) => [name, expected] as const)),
  )('%s is %s', (name, expected) => {
    expect(severity(name)).toBe(expected);
  });
});

describe('the lexicon', () => {
  it('has each phrase in the form that names are brought to', () => {
    const unreachable = [...TERMS_BY_PHRASE.keys()].filter((phrase) => toWords(phrase).join(' ') !== phrase);
    expect(unreachable).toEqual([]);
  });
});
