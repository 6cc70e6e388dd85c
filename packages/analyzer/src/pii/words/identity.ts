import type { Term } from './term.js';
import { anywhere, list, ofPerson, onlyAfter } from './term.js';

/** What is stuck on a map, a board or a circuit. */
const PINNED = list(`
    map, drop, dropped, board, bowling, hair, lapel, enamel, location, gpio, hardware, chat, message, post, video, tab, note, comment, item, un, place, push, safety, tail, cotter,
    input, output, analog, digital, firing, king, rolling, connector, power, ground, is, pinterest, idea, image, story
`);

/** Government identifiers, payment data and credentials. */
export const IDENTITY_TERMS: readonly Term[] = [
  ...anywhere(
    'government-id',
    list(`
    ssn, social security, social security number, social insurance number, passport, passport number, passport id,
    national id, national id number, national identity number, national insurance, national insurance number, insurance
    number, driver license, driver license, driver license, driver license, driving license, driving license, driver
    license number, driver license number, driver license number, driving license number, driving license number,
    license number, license number, tax id, tax number, tax identifier, tax identification number, taxpayer id, taxpayer number, tax payer number, tax payer id, taxpayer identification number, tax payer identification number, tax reference number, taxpayer reference, itin,
    nino, aadhaar, aadhar, aadhaar number, aadhar number, aadhaar id, cpf, cpf number, nhs, nhs number, curp, dni, nif,
    nric, bsn, pesel, personnummer, codice fiscale, fiscal code, bvn, voter id, voter id number, government id,
    government id number, govt id, identity card, id card, id card number, identity number, id number, citizen id, visa
    number, residence permit, green card number, state id number, pan card, pan number, tfn, tfn number, identity document, identity
    document number, medicare number, ssn number, dl number, license plate, license plate, number plate, license plate
    number, personal number, personal id number, alien number, driver license id, identification number, social
    insurance, nin, cnic, emirates id, cedula, cuil, cuit, cnp, egn, jmbg, oib, ahv number, insee number, cpr number, pps number, ppsn, utr number, medicare id, medicaid id, nik, ktp, cnh, steuer id, personalausweis, identification document, id document number, hkid, steuernummer, curp number, nie, nie number,  rg number, ahv, svnr, sozialversicherungsnummer, ird number, sin number, ni number, pps, hetu, henkilotunnus, fodselsnummer,
    personnr, personnummer number, cpr, kennitala, isikukood, asmens koda, rodne cislo, emso, amka,  tckn, tc kimlik, kimlik, nuip, rfc curp, clave elector, ine number,  nid number,
    npwp, mykad, ic number, fin number, sss number, philhealth, philhealth number, pagibig number, rrn, resident registration number, my number, citizen number, national identifier,
    national insurance no, sa id number, omang, ghana card, huduma number, kra pin, alien registration number, alien number, uscis number, sevis id, sevis number, travel document, travel document number, travel document id, traveller document number,
    traveler document number, known traveler number, known traveller number, ktn, redress number, global entry number, tsa precheck number, precheck number, military id, military number, 
    work permit number, work permit, residency permit number, residence card number, dln, driving permit number, tax file number, fiscal id, fiscal number, fiscal identifier, sars number, birth certificate, birth certificate number,
    marriage certificate number, death certificate number, mrz, passport mrz, passport scan, passport copy, passport image, passport country of issue number, passport expiry, passport expiration, passport expiry date, passport issue date, id scan, id document, id document image,
    driver license image, dl no, id front image, id back image, national registration number, rijksregisternummer, insz, niss, avs number, nif number, nie nif, dea number, dea registration, voter number, voter registration number, voter card, ration card number,
    health service number, nhi number, medicare card, medicare card number, ohip number, chi number, phn, social number, social insurance, social id, ssn itin, ssn full, itin number, cpf cnpj, passportno, aadhaarno, panno, licenseno, aadhar card, aadhaar card, pan card number, pan no,
    immigration number, visa id, student visa number, passport book number, identity card number, identity id, legal id number, legal id, dni number, dni nie, cedula number, cuil number, rut number, tin number, pesel number, bsn number, sin no, ein or ssn, foreign id, proof of identity, id proof, id proof number, id type number, bvn number, nin number, oib number, hkid number, nric number, nric fin, cccd, cmnd, jumin number, vehicle registration plate, plate number, numberplate, registration plate, social insurance no
  `),
    ['software', 'product', 'vehicle', 'company', 'business', 'device', 'order', 'batch'],
  ),
  ...ofPerson('government-id', ['tin', 'sin', 'rut', 'identity', 'rg', 'afm', 'nid', 'rfc', 'utr']),
  ...anywhere(
    'payment',
    list(`
    card number, credit card, credit card number, debit card, debit card number, cc number, card pan, cvv, cvc, cvv 2,
    cvv 2, cvc 2, card security code, security code, card verification code, card code, iban, iban number, bic, bic
    code, swift, swift code, bank account, bank account number, account number, account number, routing number, aba number,
    sort code, bank detail, card detail, card expiry, card expiration, card expiry date, card expiration date, card exp,
    card exp month, card exp year, ifsc, ifsc code, upi id, vpa, bank number, clabe, bsb, bsb number, card track data,
    payment card, primary account number, bank info, card cvc, gift card number, payment detail, giro, upi, magstripe,
    card info, pix key, transit number, ach account, ach account number, bank identifier, card pin, aba routing, bank routing, cc num, ccn, cc exp, cc cvv, cc cvc, cc expiry, card cvv, card cvc number, card csc, card number full, card holder name, card expire, card expiration month, card expiration year, card exp date,
    card expiry month, card expiry year, exp month, exp year, expiry month, expiry year, card month, card year, card valid thru, card valid until, card cid, cid code, amex cid, card verification, card verification number, card digit, card track, track 2, track two, emv data,
    bank acc, bank acc number, acc number, account num, beneficiary account, beneficiary iban, payee account, payee account number,   swift bic, bic swift, bic iban, wire number, wire account, wire instruction,
    sepa iban, sepa mandate, cashtag, cash tag, venmo handle, venmo, zelle, paypal handle, upi handle, upi vpa, paytm number, mpesa number, mobile money number, alipay account, wechat pay account, bank branch code number, bank account holder, bank account detail, bank account info, bank account id number, bank statement, checking account number, saving account number,
    checking account, saving account number, brokerage account number, cheque number, check account number, kontonummer, bankleitzahl, blz, numero cuenta, numero tarjeta, cuenta bancaria,   sheba, nuban, sort code number, bank sort code, institution number, branch transit number, cardno, accountno, acctno, pin block, card payload, pan full, full pan, card pan number, card token number, magnetic stripe, billing card, prepaid card number, virtual card number, debit number, credit number, credit account number, loan account number, ewallet number, direct debit, direct debit mandate
  `),
    ['customer', 'order', 'save', 'last'],
  ),
  ...ofPerson('payment', ['aba', 'rtn', 'cbu', 'cvu', 'pan', 'csc', 'ccnum', 'cardnumber']),
  ...anywhere(
    'credentials',
    list(`
    password, password, password, passcode, passphrase, pass phrase, pass word, pass code, secret, client secret, secret key,
    api secret, access token, refresh token, auth token, session token, id token, bearer token, bearer, api token, csrf
    token, xsrf token, oauth token, login token, reset token, verification token, authentication token, authorization
    token, security token, jwt token, jwt, user token, api key, apikey, access key, private key, encryption key, signing
    key, otp, otp code, one time password, one time code, one time passcode, mfa code, fa code, totp, totp secret,
    verification code, auth code, authorization code, authentication code, recovery code, backup code, session cookie,
    auth cookie, auth header, authorization header, authorization, credential, seed phrase, mnemonic, recovery phrase,
    secret phrase, mnemonic phrase, security answer, security question, pin number, login code, magic link, password
    hint, ssh key, webhook secret, signing secret, service account key, confirmation code, magic link token,
    confirmation token, activation token, invite token, invitation token, oauth code, keystore, session key, auth key,
    secret token, personal access token, db url, connection string, sms code, license key, reset link, reset password
    link, password reset token, csrf, secret access key, access key id, totp code, reset code, factor code, fa token, authenticator code, one time pin, unlock code, door code, gate code, alarm code, access code, lock code, door pin code, login pin, passkey, master key, master password, user secret, app secret, pin value, secret answer, secret question, auth string, session cookie value, token secret, set cookie, cookie header, db password, private ssh key, keypair, password confirm, password confirmation, confirm password, password again, password repeat, password plain, password plaintext, password new, password old, password current, temp password, temporary password, pass code number, pin code value, atm pin, upi pin, mpin, tpin,
    two factor code, factor secret, fa secret, fa backup code, tfa code, tfa secret, mfa secret, mfa token, mfa seed, totp seed, otp secret, otp value, otp token, authenticator secret, recovery key, recovery token, recovery code list, backup key, backup phrase, seed word, secret recovery phrase, unlock pin, unlock password, unlock pattern, lock pin, screen lock pin,
    jsessionid, phpsessid, sessid, session secret, session cookie id, session token id, cookie value, auth session, login session token, csrf cookie, basic auth, http auth, auth basic, authorization bearer, authorization code verifier, code verifier, sas token, saml assertion, saml response, oidc token,  deploy key, activation key,  api credential, login credential, user credential, aws secret access key, aws access key, aws access key id, google api key, stripe secret key, stripe key, stripe secret, sendgrid key, twilio auth token, slack token, github token, npm token, bot token, ssh private key, ssh passphrase, gpg key, pgp key,  pem key, rsa key, rsa private key, private pem, key material,  kms key, master secret, shared secret, shared access key, hmac secret, hmac key, jwt secret, jwt value, cookie secret, app password, application password, wifi password, wifi key, wpa key, network password, admin password, root password, ftp password, smtp password, mail password, database password,  database url, mongo uri, redis url, connection uri, session ticket, kerberos ticket, login ticket, verify token, verifier code, verification pin, verification otp, sms otp, email otp, sms pin, phone pin, voucher pin, gift card pin, safe code,  lockbox code, alarm pin,  keypad code, security pin, security phrase, secret word, secret phrase word, memorable word, memorable phrase, mother maiden name answer, password answer, password question, puk, puk code, reset password token, password token, device secret, consumer secret, oauth secret, oauth verifier,  access secret, access credential, secret value, vault secret, vault token, secret hash key, public private key, invitation code secret, contrasena, kennwort, passwort, mot de passe, senha, wachtwoord
  `),
    ['forgot', 'via', 'by', 'with', 'or', 'booking', 'order'],
  ),
  ...anywhere('credentials', ['pin'], PINNED),
  ...ofPerson(
    'credentials',
    ['cookie', 'pass', 'pem', 'pat'],
    ['session', 'auth', 'atm', 'card', 'security', 'http', 'raw', 'access', 'sim', 'transaction', 'bank'],
  ),
  ...onlyAfter(
    'credentials',
    ['token'],
    list(`
      private, access, auth, api, bearer, refresh, session, csrf, login, signin, reset, recovery, verification, activation, confirmation,
      magic, invite, oauth, jwt, id, service, deploy, bot, app, client, webhook, security, secret, sso, saml, oidc, cognito, okta, google,
      facebook, github, gitlab, slack, stripe, twilio, plaid, paypal, sendgrid, aws, azure, mfa, otp, authentication, authorization, personal,
      password, link, remember, identity, bank, payment, card, scim, hubspot, salesforce, notion, airtable, jira, zoom, dropbox, shopify,
      vercel, netlify, heroku, cloudflare, mapbox, sentry, datadog, discord, telegram, twitter, linkedin, instagram, whatsapp, microsoft,
      docker, pypi, openai, anthropic, intercom, zendesk, mailchimp
    `),
  ),
];
