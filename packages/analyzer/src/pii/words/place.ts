import type { Term } from './term.js';
import { anywhere, list, ofPerson, onlyAfter } from './term.js';
import { THING_WORDS } from './things.js';

const HOME = list(`
    address, location, geo, geoip, ip, birth, hometown, state, postal, living, residing, native, mp
  `);

/** A city after one of these, or after a thing, is not where a person is. */
const OF_PLACES = list(`
    airport, arena, stadium, museum, park, flight, train, tour, tourist, capital, sister, sim, smart, fictional, supported, popular, top, featured,
    per, no, by, server, search, searched, selected, max, min, target, holy, mega, open, inner
  `);

/** Coordinates that are not on the globe, or those of a thing. */
const ON_SCREEN = list(`
    mouse, cursor, pointer, click, tap, touch, drag, scroll, screen, pixel, canvas, grid, tile, board, texture, uv, node, element, camera, x, y, z,
    polar, cell, chart, viewport, map, venue, store, shop, restaurant, airport, hotel, event, page, window, sprite, vertex, mesh, world, block
`);

/** Coordinates of what stands where everybody may know. */
const OF_PUBLIC_PLACES = ['viewport', 'map', 'venue', 'store', 'restaurant', 'airport', 'hotel', 'event'];

/** Postal and network addresses, coordinates, cities and countries, apart from `address` itself. */
export const PLACE_TERMS: readonly Term[] = [
  ...anywhere(
    'postal-address',
    list(`
    street, street address, street line, street name, street number, zip code, zipcode, postcode, post code, postal
    code, pincode, pin code, plz, apartment, apartment number, apartment number, house number, house name, address line, address line, address street, suite number, unit number, door number, flat number, po box, postal address, building number,
    mailing address, street address, cross street, eircode, address postal, address suffix, home address, postal code ext, postal code extension, zip extension, zip plus, plus four, zip 4, houseno, flatno, building name and number,
    calle,  strasse, hausnummer, anschrift, adresse, direccion, endereco, indirizzo, postleitzahl, codigo postal, code postal,   street
    1, street 2, street 3, line one, address full, address text, full address, address string, address formatted, formatted address,
    address one, address two,  address raw, postal delivery, home delivery address, thoroughfare,  house no, room number of home, 
      postal box, mailbox number, mail stop, postbox, zip code plus, postal number, delivery point, eir code, alamat, indirizzo casa, block and lot, plot number, address detail, address info
  `),
  ),
  ...anywhere('postal-address', ['zip'], ['file', 'as', 'in', 'to', 'download', 'wall']),
  ...ofPerson('postal-address', [
    'address',
    'residence',
    'line 1',
    'line 2',
    'place of residence',
    'domicile',
    'postal',
    'cep',
    'rue',
  ]),
  ...anywhere(
    'network-address',
    list(`
    ip, ip address, ip address, ipv, ipv 4, ipv 6, inet, remote ip, client ip, forwarded for, remote address, remote address,
    client address, peer address, connecting ip, client address, source ip, origin ip, x forwarded for, ipaddr, ipaddress, ipv, ipv 4, ipv 6, true client ip, x real ip, wan ip, lan ip, visitor ip, ip string, ip raw, internet protocol address, remote host ip, geo ip address, ip octet, forwarded ip,`),
    list(`
    server, host, proxy, gateway, dns, pod, node, load, balancer, voice, over, cluster, router, bind, instance
  `),
  ),
  ...anywhere(
    'precise-location',
    list(`
    lat, lon, latitude, longitude, gps, geohash, geolocation, geo location, geo point, geopoint, lat long, lat lng,
    lat lon, latlng, latlon, latlong, gps location, gps position, geo coordinate, geo coord, what 3 word, plus code,
    geoposition, geo position, place coordinate, lnglat, longlat, lonlat, lng lat, lon lat, geocode, geo coordinate, precise location, exact location, location lat, location lng, lat lng pair, latitude longitude, coordinate pair, gps coordinate, gps coord, gps point, gps track, gps trace,
    location coordinate, location coord, lat 1, lng 1, live location, home location, work location point, location point, location trace, location history, geo pin, dropped pin, location pin, location fix, s 2 cell, h 3 cell, open location code, mgrs, utm coordinate,
    geo lat long, latitude degree, longitude degree, lat degree, lng degree, lon degree, gps long, geo long, breitengrad, längengrad, latitud, longitud, geofix,  geo json point, wgs 84, latdegree,  whereabouts
  `),
    OF_PUBLIC_PLACES,
  ),
  // A language in i18next and what is built on it.
  ...anywhere(
    'precise-location',
    ['lng'],
    [
      ...OF_PUBLIC_PLACES,
      'i18n',
      'i18next',
      'fallback',
      'supported',
      'default',
      'preferred',
      'detected',
      'ui',
      'app',
      'interface',
    ],
  ),
  ...anywhere('precise-location', ['coordinate', 'coord'], ON_SCREEN),
  ...onlyAfter(
    'precise-location',
    ['location', 'whereabout', 'geo', 'position'],
    [
      'home',
      'current',
      'work',
      'live',
      'gps',
      'pickup',
      'dropoff',
      'exact',
      'precise',
      'last',
      'known',
      'seen',
      'shared',
    ],
  ),
  ...anywhere(
    'area',
    [
      'city',
      'town',
      'city name',
      'town name',
      'city of residence',
      'town of residence',
      'state of residence',
    ],
    [...[...THING_WORDS].filter((word) => word !== 'tenant' && word !== 'service'), ...OF_PLACES],
  ),
  ...ofPerson(
    'area',
    list(`
    district, parish, county name, province name, district name, arrondissement, colonia, bairro, barangay, kelurahan, kecamatan, ciudad, ville, stadt, cidade, wohnort, localidad, commune, prefecture name, post town, postal town, city or town, city town, city state, city and state, state city, city country, metro, subregion, sub region, administrative area, admin area, subadministrative area, sublocality, sub locality, area name, location city, state or province, state province, state region,
    hometown, home town, village, region, county, province, suburb, neighborhood, neighborhood,
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
