import type { Term } from './term.js';
import { anywhere, list, ofPerson, onlyAfter } from './term.js';

const NETWORKS =
  'linkedin twitter x facebook fb instagram insta ig github gitlab tiktok snapchat telegram discord skype youtube twitch reddit pinterest mastodon threads wechat line slack medium dribbble behance bluesky farcaster lens weibo vk social strava spotify steam'.split(
    ' ',
  );
const TYPED = list(`
    chat, direct, private, sms, custom, gift, feedback, support, invite, invitation, cover, reply, dm, inbox, ticket,
    review, sent, free, survey, cancellation, personalized, personalised, report, bug, contact, outgoing, incoming,
    whatsapp, post, booking, order, delivery, meeting, session, journal, diary, voice, ai, llm, bot, request, complaint,
    inquiry, enquiry, internal, additional, freeform, form, open, text, churn, rating, nps, refund, chatbot, gpt,
    assistant, video, thread, conversation, appointment, email, comment, note
  `);

/** Device and advertising identifiers, public profiles, free text and wallets. */
export const ONLINE_TERMS: readonly Term[] = [
  ...anywhere(
    'device-id',
    list(`
    idfa, idfa id, gaid id, idfv, idfv id, udid value, gaid, aaid, gps adid, imei, imei number, imsi, meid, iccid, udid, mac address, mac addr, serial number,
    device serial, device id, device uuid, device identifier, device guid, advertising id, advertiser id, advertisement
    id, advertising identifier, ad tracking id, mobile ad id, google ad id, google advertising id, apple advertising id,
    android id, android device id, android ad id, hardware id, machine id, phone id, user agent, useragent, user agent
    string, ua string, push token, device token, fcm token, apns token, push notification token, expo push token, device
    fingerprint, browser fingerprint, canvas fingerprint, firebase token, registration token, esn, mac id, wifi mac,
    bluetooth mac, bluetooth address, bssid, ssid, hwid, msid, sim serial, visitor fingerprint, adid, oaid, roku ad id,
    tracking cookie
  `),
    ['order', 'product', 'item', 'ticket', 'certificate', 'invoice', 'part'],
  ),
  ...ofPerson(
    'device-id',
    ['fingerprint', 'ua', 'serial', 'mac'],
    ['device', 'browser', 'hardware', 'hw', 'machine', 'phone', 'client', 'canvas', 'sim'],
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
      ...NETWORKS.flatMap((network) =>
        list(`
    url, handle, profile, profile url, username, link, user, page url, id url, user name
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
    message, comment, note, bio, biography, body, feedback, prompt, transcript, transcription, query, question text,
    keyword search
  `),
    TYPED,
  ),
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
    clipboard text, entered value, raw text, raw input, autocomplete query, chat log, subject line text, user comment,
    support message, voice input, keystroke, text content, document text, document content, selected text, signature
    text, testimonial, suggestion text, original message, essay, autobiography, search keyword text, url full
  `),
    ['sql', 'db', 'graphql', 'media', 'api', 'error', 'job', 'marketing', 'number', 'campaign'],
  ),
  ...ofPerson('free-text', ['url', 'href', 'search'], ['page', 'visited', 'request']),
  ...onlyAfter(
    'free-text',
    ['text', 'content', 'input', 'answer', 'response', 'question', 'description', 'reply'],
    ['free', 'freeform', 'typed'],
  ),
  ...anywhere(
    'wallet',
    list(`
    wallet address, crypto address, wallet public key, wallet addr, ens domain, bitcoin address, btc address, eth
    address, ethereum address, solana address, wallet key, public address, xpub, wallet pubkey
  `),
    list(`
    apple, google, connect, digital, create, import, mobile, add, hardware, selected, e, type, has, amazon, samsung, new
  `),
  ),
];
