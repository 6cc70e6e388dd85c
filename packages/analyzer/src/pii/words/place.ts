import type { Term } from './term.js';
import { anywhere, list, ofPerson, onlyAfter } from './term.js';

const HOME = list(`
    address, location, geo, geoip, ip, birth, hometown, state, postal, living, residing, native, mp
  `);

/** Postal and network addresses, coordinates, cities and countries, apart from `address` itself. */
export const PLACE_TERMS: readonly Term[] = [
  ...anywhere(
    'postal-address',
    list(`
    street, street address, street line, street name, street number, zip code, zipcode, postcode, post code, postal
    code, pincode, pin code, plz, apartment, apartment number, apt number, house number, house name, address line, addr
    line, address street, suite number, unit number, door number, flat number, po box, postal address, building number,
    mailing address, street addr, cross street, eircode, address postal, address suffix, home addr
  `),
  ),
  ...anywhere('postal-address', ['zip'], ['file', 'as', 'in', 'to', 'download', 'wall']),
  ...ofPerson('postal-address', [
    'addr',
    'residence',
    'line 1',
    'line 2',
    'place of residence',
    'domicile',
    'postal',
  ]),
  ...anywhere(
    'network-address',
    list(`
    ip, ip address, ip addr, ipv, ipv 4, ipv 6, inet, remote ip, client ip, forwarded for, remote addr, remote address,
    client address, peer address, connecting ip, client addr, source ip, origin ip
  `),
    list(`
    server, host, proxy, gateway, dns, pod, node, load, balancer, voice, over, cluster, router, bind, instance
  `),
  ),
  ...anywhere(
    'precise-location',
    list(`
    lat, lng, lon, latitude, longitude, gps, geohash, geolocation, geo location, geo point, geopoint, lat long, lat lng,
    lat lon, latlng, latlon, latlong, gps location, gps position, geo coordinate, geo coord, what3words, plus code,
    geoposition, geo position, place coordinate, lnglat, longlat, lonlat, lng lat, lon lat, geocode, geo coordinates, precise location, exact location
  `),
    ['viewport', 'map', 'venue', 'store', 'restaurant', 'airport', 'hotel', 'event'],
  ),
  ...ofPerson(
    'precise-location',
    ['coordinate', 'coord'],
    ['location', 'gps', 'geo', 'pickup', 'dropoff', 'position'],
  ),
  ...onlyAfter(
    'precise-location',
    ['location', 'whereabout'],
    ['home', 'current', 'work', 'live', 'gps', 'pickup', 'dropoff', 'exact', 'precise', 'last', 'known'],
  ),
  ...ofPerson(
    'area',
    list(`
    city, town, hometown, home town, village, region, county, province, suburb, neighborhood, neighbourhood,
    municipality, borough, locality, prefecture, postal area, city name, region name, metro area
  `),
    HOME,
  ),
  ...ofPerson(
    'country',
    ['country', 'country name', 'country of residence'],
    ['address', 'residence', 'birth', 'citizenship', 'origin'],
  ),
];

/** Words before `address` that make it something other than where a person lives. */
export const ADDRESS_OF_THING: ReadonlySet<string> = new Set(
  `contract memory bind base register token program pool vault mint server host listen proxy node router gateway heap stack virtual
  pointer bus start end segment offset function instruction multicast broadcast loopback subnet dns web url site website page factory
  nft hash collection spender module package object bridge escrow treasury governance dao implementation asset coin pair lp staking hotel venue`.split(
    /\s+/,
  ),
);

/** Words before `address` that make it a wallet. */
export const ADDRESS_OF_WALLET: ReadonlySet<string> = new Set(
  `wallet crypto btc bitcoin eth ethereum evm solana sol polygon blockchain onchain chain deposit withdrawal withdraw receive receiving
  segwit taproot ens metamask stacks tron ripple xrp litecoin doge ledger payout ordinals cosmos cardano near aptos sui ton signer`.split(
    /\s+/,
  ),
);

/** Words before `address` that make it a network address. */
export const ADDRESS_OF_NETWORK: ReadonlySet<string> = new Set(
  'ip ipv remote peer socket network internet inet'.split(/\s+/),
);
