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
const TYPED = list(`
    chat, direct, private, sms, custom, gift, feedback, support, invite, invitation, cover, reply, dm, inbox, ticket,
    review, issue, sent, free, survey, cancellation, personalized, personalised, report, bug, contact, outgoing, incoming,
    whatsapp, post, booking, order, delivery, meeting, session, journal,  voice, ai, llm, bot, request, complaint,
    intake, case, matter, complaint, product, story, photo, inquiry, enquiry, internal, additional, freeform, form, open, text, churn, rating, nps, refund, chatbot, gpt,
    assistant, video, thread, conversation, appointment, email, comment, note
  `);

/** What programs say, not people: `error_message`, `release_notes`, `haptic_feedback`, `code_comment`. */
const OF_PRODUCT = list(`
    error, err, toast, alert, warning, success, failure, fail, fatal, exception, validation, system, log, commit, status, push, notification, default, welcome, banner,
    template, commercial, marketing, promo, promotional, promotion, automated, automatic, auto, canned, debug, server, kafka, queue, mqtt, websocket, socket, ws, protocol, api, http, console, info, empty, loading,
    help, tooltip, placeholder, confirmation, consent, cookie, onboarding, upgrade, paywall, app, announcement, broadcast, slack, modal, popup, snackbar, reminder, greeting, goodbye, maintenance, marquee, digest,
    key, keyboard, pin, unread, read, total, pending, no, max, min, pinned, event, legal, release, patch, foot, sticky, credit, debit, promissory, musical, midi, piano, music, bass, tasting, scent, base, top, heart,
    version, change, changelog, thank, code, html, block, line, source, doc, haptic, audio, visual, sensory, tactile, touch, sound, ui, loop, button, biometric, vibration, is, has, step, hint, instruction, bank, dollar, loan, sponsored
`);

/** Device and advertising identifiers, public profiles, free text and wallets. */
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
  ...ofPerson(
    'free-text',
    list(`
    bio, biography, body, prompt, transcription, query, question text, keyword search, caption, body text
  `),
    TYPED,
  ),
  ...anywhere('free-text', ['message', 'comment', 'note', 'feedback', 'transcript'], OF_PRODUCT),
  ...anywhere(
    'free-text',
    list(`
    search query, search term, search text, search string, search phrase, search keyword, search input, search value,
    searched term, searched text, searched query, searched keyword, searched for, search request, query text, query
    string, free text, freetext, free form, free form text, freeform, open text, user input, input text, input value,
    text input, typed text, entered text, message body, message text, message content, comment body, comment text,
    comment content, note body, note text, note content, review text, review body, review content, review comment, reply
    text, reply body, response text, answer text, email body, email subject, email content, message subject, prompt
    text, prompt content, feedback text, feedback message, feedback comment, feedback content, chat transcript, call
    transcript, voice transcript, transcript text, transcription text, about me, about you, about text, bio text, chat
    text, chat content, chat history, conversation text, conversation history, text message, sms text, sms body, post
    body, post text, post content, user text, user message, user query, user prompt, user question, user answer, free
    text answer, free text response, open answer, open ended answer, cover letter, complaint text, description text,
    referrer, referer, referrer url, referring url, referer url, raw url, full url, current url, page url, request url,
    original url, current page url, visited url, landing page url, landing url, location href, window location, deep
    link url, deeplink url, url with param, url query, url param, search param, private note, diary entry, journal
    entry, message draft, caption text, system prompt text, dictation, additional comment, special instruction, delivery
    instruction, special request, other reason text, reason text, additional info, clipboard, clipboard content,
    clipboard text, entered value, raw text, raw input, autocomplete query, autocomplete input, edited text, chat log, subject line text, user comment,
    support message, voice input, keystroke, text content, document text, document content, selected text, signature
    text, testimonial, suggestion text, original message, essay, autobiography, search keyword text, url full, remark, memo, memo text, memo line, narrative, personal statement, statement text, opening line, icebreaker, pickup line, self description, self summary, self introduction, self intro, about text, about section, about me text, intro text, introduction text, gift note, gift message text, engraving, engraving text, inscription, dedication, dedication text, personalization text, personalisation text, special instruction text, order instruction, driver instruction, gate instruction, cooking instruction, courier instruction, care instruction text, shipping instruction, additional instruction, ticket description, issue description, bug description, problem description, claim description, claim description text, incident description, accident description, loss description, event description by user, damage description, complaint description, request description, listing description, item description text, profile description, job description text, inquiry text, enquiry text, inquiry message,
    voicemail, voicemail text, voicemail transcript, chat input, chat body, chat line, chat line text, last message, typed message, typed query, typed value, text entered, text typed, value entered, keyword typed, keyword entered, search keyword entered,  search box text, search box value, search bar text, search field value, search term entered, search word,  search content, searched word, search phrase text, searchterm, searchquery, searchtext,  site search term, site search query, internal search term,  location query, place query,  user typed, user entered, user entered text, user utterance, utterance, voice query,  voice command text, spoken text, spoken phrase, spoken query, speech text, speech transcript, recognized text, ocr text, extracted text, translated text, pasted text, copied text, highlighted text, clipboard data, draft text, draft body, draft content, writing sample, essay text, essay body, assignment text, home work answer, student answer, answer body, answer content, written answer, long answer, short answer, text answer, open question answer, open response, open text response, open feedback, verbatim, verbatim comment, verbatim feedback, survey verbatim, survey answer text, survey response text, survey text, nps comment, csat comment, exit comment, exit reason text, cancel reason text, cancellation reason text, cancellation reason other, other reason, other text, reason other, reason description, refund reason text, return reason text, return comment, decline reason text, rejection reason text, ban reason text, report reason text, report text, report description, appeal text, dispute text, dispute description, review title, review headline, post title, post caption, photo caption, image caption, video caption,  tweet, tweet text, status text, status update text, status message text, story text, blog body, thread text, dm text, dm body, private message, direct message, direct message text, whatsapp message, sms message, sms content, email text, email html, mail body, mail content, mail subject, subject line of email, letter body, letter text, journal text, journal body,  diary, journal entry text, dream description, prayer request, prayer request text, confession text, wish text, wishlist note, todo text, task note, meeting note, call note, visit note, crm note, internal note, customer note, agent note, sale note, lead note, deal note, order note, delivery note, shipping note, driver note, booking note, reservation note, guest note, note to seller, note to driver, note to host, note to self, message to seller, message to host, message to recruiter, message to buyer, message to owner, user generated text, user generated content, ugc text, custom text, custom answer, custom response, custom note, custom reason, custom instruction, custom prompt, subject line, open ended response, open ended question text, llm prompt, llm input, llm output, ai prompt, ai input, ai response text, ai question, ai query, completion text, generated text, chat prompt, image prompt, negative prompt, user instruction, conversation transcript, meeting transcript, interview transcript, session transcript, transcript body, transcript line, subtitle text, lyric text, complaint, grievance, grievance text, testimonial text, endorsement text, recommendation text, objection text, page location, document location, document url, document referrer, page href, page uri, request uri, raw uri, full uri, raw link url, full page url, first url, entry url, exit url, landing page full url, landing page url full,  previous url, previous page url, prev url,         shared url, pasted url, input url, user url, tab url, browser url, current href, current uri, current location url, current page location, link href,  clicked url, click url, outbound url, outbound link url,  href url, query parameter, query param, url parameter, url query string, url search, url hash, url fragment value, querystring, search param string, page referrer, first referrer, initial referrer url, initial referring url, last referrer, session referrer, http referer, referral url, referer header, previous referrer, entry referrer
  `),
    ['sql', 'db', 'graphql', 'media', 'api', 'error', 'job', 'marketing', 'number', 'campaign'],
  ),
  ...ofPerson(
    'free-text',
    ['diary', 'journal', 'q', 'url', 'href', 'search'],
    ['page', 'visited', 'request', 'requested', 'opened', 'viewed', 'browsed', 'searched', 'entered'],
  ),
  ...onlyAfter(
    'free-text',
    ['text', 'content', 'input', 'answer', 'response', 'question', 'description', 'reply'],
    [
      'free',
      'freeform',
      'typed',
      'intake',
      'case',
      'matter',
      'complaint',
      'incident',
      'problem',
      'symptom',
      'bug',
      'self',
      'personal',
      'memory',
      'request',
      'speech',
      'letter',
      'poem',
      'wish',
      'tribute',
      'eulogy',
    ],
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
