import type { Term } from './term.js';
import { anywhere, list, ofPerson, onlyAfter } from './term.js';

const NETWORKS =
  'linkedin twitter x facebook fb instagram insta ig github gitlab tiktok snapchat telegram discord skype youtube twitch reddit pinterest mastodon threads wechat line slack medium dribbble behance bluesky farcaster lens weibo vk social strava spotify steam'.split(
    ' ',
  );
/** Networks whose names are words: `line_name`, `medium_tag`. */
const WORDS_TOO: ReadonlySet<string> = new Set(
  'line x medium threads lens slack steam social ig fb vk reddit twitch'.split(' '),
);
/** Device and advertising identifiers, public profiles and wallets. */
export const ONLINE_TERMS: readonly Term[] = [
  ...anywhere(
    'device-id',
    list(`
    idfa, idfa id, gaid id, idfv, idfv id, udid value, gaid, aaid, gps adid, imei, imei number, imsi, meid, iccid, udid, mac address, mac address, serial number,
    device serial, device id, device uuid, device identifier, device guid, advertising id, advertiser id, advertisement
    id, advertising identifier, ad tracking id, mobile ad id, google ad id, google advertising id, apple advertising id,
    android id, android device id, android ad id, hardware id, machine id, phone id, user agent, useragent, user agent
    string, ua string, push token, device token, fcm token, apns token, push notification token, expo push token, device
    fingerprint, browser fingerprint, canvas fingerprint, firebase token, registration token, esn, mac id, wifi mac,
    bluetooth mac, bluetooth address, bssid, ssid, hwid, msid, sim serial, visitor fingerprint, adid, oaid, roku ad id,
    tracking cookie, identifier for advertiser, identifier for advertising, idfa value, apple idfa, google gaid, firetv ad id, fire tv ad id, amazon ad id, amazon advertising id, tv ad id, ctv device id, device ad id, device advertising id, device advertisement id, machine guid, machine uuid, machine serial, cpu serial, disk serial, hard drive serial, motherboard serial, hardware serial, hardware uuid, hardware address, hardware fingerprint, serial no, sim number, sim card number, sim id, eid number, imei 1, imei 2, imei no, imei sv, imeisv, wifi bssid, wifi ssid, wlan mac, wifi mac address, router mac, mac address hash value, physical address of device, bt mac, ble mac, ble address, device mac, device mac address, device udid, device imei, telematics device id, tracker imei, wearable serial, watch serial, sensor serial, meter serial, meter serial number, gcm token, gcm registration id, fcm id, fcm registration id, fcm registration token, apns device token, apns id token, voip token, voip push token, push registration id, push subscription id, push subscription endpoint, push endpoint, web push token, push device token, notification token, one signal id, onesignal id, onesignal player id, onesignal token, device key id, android hardware id, android serial, secure android id, ssaid, widevine id, drm device id, webgl fingerprint, audio fingerprint, tls fingerprint, ja 3 fingerprint, font fingerprint, device print, browser print, ua header, browser ua, http user agent, client user agent, cookie id, device cookie, persistent cookie id, third party cookie id, ga cookie, device hash id, vehicle serial number, vin, vin number, vehicle identification number, cpuid, console serial, headset serial
  `),
    ['order', 'product', 'item', 'ticket', 'certificate', 'invoice', 'part'],
  ),
  ...anywhere(
    'device-id',
    ['serial'],
    ['order', 'product', 'item', 'ticket', 'invoice', 'part', 'tv', 'podcast', 'crime', 'is'],
  ),
  ...ofPerson(
    'device-id',
    ['fingerprint', 'ua', 'mac'],
    [
      'device',
      'browser',
      'hardware',
      'hw',
      'machine',
      'phone',
      'client',
      'canvas',
      'sim',
      'camera',
      'kiosk',
      'robot',
      'bike',
      'scooter',
      'battery',
      'charger',
      'router',
      'modem',
      'meter',
      'sensor',
      'console',
      'tablet',
      'laptop',
      'computer',
      'hub',
      'watch',
      'wearable',
      'tracker',
      'tv',
      'printer',
      'scanner',
      'terminal',
      'reader',
      'headset',
      'drone',
      'disk',
      'unit',
    ],
  ),
  ...anywhere(
    'social-profile',
    [
      'username',
      'avatar',
      'avatar url',
      'avatar image',
      'avatar image url',
      'avatar link',
      'avatar uri',
      'avatar src',
      'gravatar',
      'gravatar url',
      'profile picture',
      'profile picture url',
      'profile photo',
      'profile photo url',
      'profile image',
      'profile image url',
      'profile pic',
      'profile pic url',
      'profile url',
      'profile link',
      'photo url',
      'picture url',
      'headshot',
      'headshot url',
      'selfie',
      'selfie url',
      'social handle',
      'social profile',
      'social media handle',
      'social link',
      'social media link',
      'profile avatar',
      'personal website',
      'personal url',
      'portfolio url',
      'gamertag',
      'user photo',
      'user picture',
      'resume url',
      'cv url',
      'profile slug',
      'vanity url',
      'vanity name',
      'user slug',
      'login name',
      'logon name',
      'user handle',
      'selfie image',
      'user login',
      'twitch channel',
      'resume',
      'discord tag',
      'ens name',
      'face image',
      'face photo',
      'id photo',
      'passport photo',
      ...list(`pfp, pfp url, dp url, display picture, display picture url, profile image, profile image url, profile image src, profile image uri, profile photo uri, profile photo link, profile photo src, profile pic link, profile picture link, profile picture uri,
      profile thumbnail, profile thumbnail url, profile cover photo, profile cover url, cover photo url, user image, user image url, user image, user pic, user pic url, user picture url, user photo uri, user avatar url, user thumbnail, photo uri, photo link, photo src, selfie photo, selfie video, selfie video url, portrait url, portrait photo, face picture, face pic, face selfie, author image, author photo, avatar path, avatar base, avatar file, avatar photo, avatar picture, avatar thumbnail, avatar image src, avatar image, dating photo,
      gamer tag, psn id, psn name, psn username, xbox gamertag, xbox live id, battletag, battle tag, battlenet id, battlenet tag, riot id, riot tag, epic username, epic game name, steam name, steam persona, steam profile, steam id url, in game name, ign, ingame name, summoner name, player tag, player handle, origin username, uplay name, nintendo friend code, friend code, discord user, discord name, discord username, discord user tag, tinder username, bumble username,
      screen handle, user alias, account username, user id name, login username, login handle, public profile, public profile url, public profile link, public handle, personal site, personal page, personal homepage, personal blog, personal link, website url of user, portfolio link, portfolio website, portfolio site, blog link of user, resume link, resume file, resume file url, resume text, cv link, cv file, cv text, cv file url, curriculum vitae, link in bio, linktree, linktree url, about me url, onlyfans url, bereal username, clubhouse handle, orcid, orcid id, google scholar url, google scholar, stackoverflow url, stack overflow url, kaggle username, leetcode username, hackerrank username, codeforces handle, chess username, letterboxd username, goodreads profile, last fm username, soundcloud username, soundcloud url, bandcamp url, patreon url, ko fi url, messenger id, messenger username, signal username, viber id, line id, wechat id, qq number, kakao id, kakaotalk id, zoom id name, skype name, skype username, social handle url, social username, social account, social media account, social media url, social media profile, social media username, social url, social network url, vkontakte url, xing url, xing profile`),
      ...NETWORKS.filter((network) => !WORDS_TOO.has(network)).flatMap((network) =>
        list(`
    login, account, account name, account url, name, screen name, profile name, nick, nickname, tag, page
  `).map((head) => `${network} ${head}`),
      ),
      ...NETWORKS.flatMap((network) =>
        list(`
    url, handle, profile, profile url, username, link, user, page url, id url, user name, profile link, profile picture, profile id url
  `).map((head) => `${network} ${head}`),
      ),
    ],
    ['default', 'product', 'company', 'team', 'bot', 'group', 'org', 'organization', 'share', 'generated'],
  ),
  ...ofPerson(
    'social-profile',
    list(`
    handle, photo, picture, pic, portrait, headline, linkedin, twitter, instagram, telegram, skype
  `),
    NETWORKS,
  ),
  ...onlyAfter(
    'social-profile',
    ['website', 'blog', 'facebook', 'github', 'homepage', 'image', 'image url', 'cv'],
    [],
  ),
  ...anywhere(
    'wallet',
    list(`
    wallet address, crypto address, wallet public key, wallet address, ens domain, bitcoin address, btc address, eth
    address, ethereum address, solana address, wallet key, public address, xpub, wallet pubkey, wallet, wallet account address, wallet account, connected wallet, connected address, eth wallet, btc wallet, sol wallet, solana wallet, crypto wallet, ethereum wallet, bitcoin wallet, evm wallet, wallet string, wallet public address, wallet ens, public wallet, crypto account, coin address, payout wallet, funding wallet, sender wallet, recipient wallet, user wallet, blockchain account, onchain address, wallet xpub, ypub, zpub, trx address, bnb address, usdt address, lightning address, ln address, lnurl, deposit wallet, nostr pubkey, npub
  `),
    list(`
    apple, google, connect, digital, create, import, mobile, add, hardware, selected, e, type, has, amazon, samsung, new
  `),
  ),
];
