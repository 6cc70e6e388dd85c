import type { Term } from './term.js';
import { anywhere, list, ofPerson, onlyAfter } from './term.js';

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

/** What people type, and full URLs, which carry it. */
export const TYPED_TERMS: readonly Term[] = [
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
    search query, search term, search text, search string, search phrase, search keyword, search input, search value, searched
    term, searched text, searched query, searched keyword, searched for, search request, query text, query string, free text,
    freetext, free form, free form text, freeform, open text, user input, input text, input value, text input, typed text, entered
    text, message body, message text, message content, comment body, comment text, comment content, note body, note text, note
    content, review text, review body, review content, review comment, reply text, reply body, response text, answer text, email
    body, email subject, email content, message subject, prompt text, prompt content, feedback text, feedback message, feedback
    comment, feedback content, chat transcript, call transcript, voice transcript, transcript text, transcription text, about me,
    about you, about text, bio text, chat text, chat content, chat history, conversation text, conversation history, text message,
    sms text, sms body, post body, post text, post content, user text, user message, user query, user prompt, user question, user
    answer, free text answer, free text response, open answer, open ended answer, cover letter, complaint text, description text,
    private note, diary entry, journal entry, message draft, caption text, system prompt text, dictation, additional comment,
    special instruction, delivery instruction, special request, other reason text, reason text, additional info, clipboard,
    clipboard content, clipboard text, entered value, raw text, raw input, autocomplete query, autocomplete input, edited text,
    chat log, subject line text, user comment, support message, voice input, keystroke, text content, document text, document
    content, selected text, signature text, testimonial, suggestion text, original message, essay, autobiography, search keyword
    text, remark, memo, memo text, memo line, narrative, personal statement, statement text, opening line, icebreaker, pickup
    line, self description, self summary, self introduction, self intro, about text, about section, about me text, intro text,
    introduction text, gift note, gift message text, engraving, engraving text, inscription, dedication, dedication text,
    personalization text, personalisation text, special instruction text, order instruction, driver instruction, gate instruction,
    cooking instruction, courier instruction, care instruction text, shipping instruction, additional instruction, ticket
    description, issue description, bug description, problem description, claim description, claim description text, incident
    description, accident description, loss description, event description by user, damage description, complaint description,
    request description, listing description, item description text, profile description, job description text, inquiry text,
    enquiry text, inquiry message, voicemail, voicemail text, voicemail transcript, chat input, chat body, chat line, chat line
    text, last message, typed message, typed query, typed value, text entered, text typed, value entered, keyword typed, keyword
    entered, search keyword entered, search box text, search box value, search bar text, search field value, search term entered,
    search word, search content, searched word, search phrase text, searchterm, searchquery, searchtext, site search term, site
    search query, internal search term, location query, place query, user typed, user entered, user entered text, user utterance,
    utterance, voice query, voice command text, spoken text, spoken phrase, spoken query, speech text, speech transcript,
    recognized text, ocr text, extracted text, translated text, pasted text, copied text, highlighted text, clipboard data, draft
    text, draft body, draft content, writing sample, essay text, essay body, assignment text, home work answer, student answer,
    answer body, answer content, written answer, long answer, short answer, text answer, open question answer, open response, open
    text response, open feedback, verbatim, verbatim comment, verbatim feedback, survey verbatim, survey answer text, survey
    response text, survey text, nps comment, csat comment, exit comment, exit reason text, cancel reason text, cancellation reason
    text, cancellation reason other, other reason, other text, reason other, reason description, refund reason text, return reason
    text, return comment, decline reason text, rejection reason text, ban reason text, report reason text, report text, report
    description, appeal text, dispute text, dispute description, review title, review headline, post caption, photo
    caption, image caption, video caption, tweet, tweet text, status text, status update text, status message text, story text,
    blog body, thread text, dm text, dm body, private message, direct message, direct message text, whatsapp message, sms message,
    sms content, email text, email html, mail body, mail content, mail subject, subject line of email, letter body, letter text,
    journal text, journal body, diary, journal entry text, dream description, prayer request, prayer request text, confession
    text, wish text, wishlist note, todo text, task note, meeting note, call note, visit note, crm note, internal note, customer
    note, agent note, sale note, lead note, deal note, order note, delivery note, shipping note, driver note, booking note,
    reservation note, guest note, note to seller, note to driver, note to host, note to self, message to seller, message to host,
    message to recruiter, message to buyer, message to owner, user generated text, user generated content, ugc text, custom text,
    custom answer, custom response, custom note, custom reason, custom instruction, custom prompt, subject line, open ended
    response, open ended question text, llm prompt, llm input, llm output, ai prompt, ai input, ai response text, ai question, ai
    query, completion text, generated text, chat prompt, image prompt, negative prompt, user instruction, conversation transcript,
    meeting transcript, interview transcript, session transcript, transcript body, transcript line, subtitle text, lyric text,
    complaint, grievance, grievance text, testimonial text, endorsement text, recommendation text, objection text
  `),
    ['sql', 'db', 'graphql', 'media', 'api', 'error', 'job', 'marketing', 'number', 'campaign'],
  ),
  ...anywhere(
    'raw-url',
    list(`
    referrer, referer, referrer url, referring url, referer url, raw url, full url, current url, page url, request url, original
    url, current page url, visited url, landing page url, landing url, location href, window location, deep link url, deeplink
    url, url with param, url query, url param, search param, url full, page location, document location, document url, document
    referrer, page href, page uri, request uri, raw uri, full uri, raw link url, full page url, first url, entry url, exit url,
    landing page full url, landing page url full, previous url, previous page url, prev url, shared url, pasted url, input url,
    user url, tab url, browser url, current href, current uri, current location url, current page location, link href, clicked
    url, click url, outbound url, outbound link url, href url, query parameter, query param, url parameter, url query string, url
    search, url hash, url fragment value, querystring, search param string, page referrer, first referrer, initial referrer url,
    initial referring url, last referrer, session referrer, http referer, referral url, referer header, previous referrer, entry
    referrer
  `),
    ['sql', 'db', 'graphql', 'media', 'api', 'error', 'job', 'marketing', 'number', 'campaign'],
  ),
  ...ofPerson('free-text', ['diary', 'journal', 'q', 'search'], ['page', 'visited', 'request']),
  ...ofPerson(
    'raw-url',
    ['url', 'href'],
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
];
