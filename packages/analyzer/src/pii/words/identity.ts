import type { Term } from './term.js';
import { anywhere, list, ofPerson, onlyAfter } from './term.js';

/** Government identifiers, payment data and credentials. */
export const IDENTITY_TERMS: readonly Term[] = [
  ...anywhere(
    'government-id',
    list(`
    ssn, social security, social security number, social insurance number, passport, passport number, passport id,
    national id, national id number, national identity number, national insurance, national insurance number, insurance
    number, driver license, driver licence, drivers license, drivers licence, driving license, driving licence, driver
    license number, driver licence number, drivers license number, driving license number, driving licence number,
    license number, licence number, tax id, tax number, tax identifier, tax identification number, taxpayer id, itin,
    nino, aadhaar, aadhar, aadhaar number, aadhar number, aadhaar id, cpf, cpf number, nhs, nhs number, curp, dni, nif,
    nric, bsn, pesel, personnummer, codice fiscale, fiscal code, bvn, voter id, voter id number, government id,
    government id number, govt id, identity card, id card, id card number, identity number, id number, citizen id, visa
    number, residence permit, green card number, state id number, pan card, pan number, tfn, identity document, identity
    document number, medicare number, ssn number, dl number, license plate, licence plate, number plate, license plate
    number, personal number, personal id number, alien number, driver license id, identification number, social
    insurance, nin, cnic, emirates id, cedula, cuil, cuit, cnp, egn, jmbg, oib, ahv number, insee number, cpr number, pps number, ppsn, utr number, medicare id, medicaid id, nik, ktp, cnh, steuer id, personalausweis, identification document, id document number, hkid, steuernummer, curp number
  `),
    ['software', 'product', 'vehicle', 'company', 'business', 'device', 'order', 'batch'],
  ),
  ...ofPerson('government-id', ['tin', 'sin', 'rut', 'identity']),
  ...anywhere(
    'payment',
    list(`
    card number, credit card, credit card number, debit card, debit card number, cc number, card pan, cvv, cvc, cvv2,
    cvv 2, cvc 2, card security code, security code, card verification code, card code, iban, iban number, bic, bic
    code, swift, swift code, bank account, bank account number, account number, acct number, routing number, aba number,
    sort code, bank detail, card detail, card expiry, card expiration, card expiry date, card expiration date, card exp,
    card exp month, card exp year, ifsc, ifsc code, upi id, vpa, bank number, clabe, bsb, bsb number, card track data,
    payment card, primary account number, bank info, card cvc, gift card number, payment detail, giro, upi, magstripe,
    card info, pix key, transit number, ach account, ach account number, bank identifier, card pin, aba routing, bank routing
  `),
    ['customer', 'order', 'save', 'last'],
  ),
  ...ofPerson('payment', ['pan', 'csc', 'ccnum', 'cardnumber']),
  ...anywhere(
    'credentials',
    list(`
    password, passwd, pwd, passcode, passphrase, pass phrase, pass word, pass code, secret, client secret, secret key,
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
    link, password reset token, csrf, secret access key, access key id, totp code, reset code, factor code, fa token, authenticator code, one time pin, unlock code, door code, gate code, alarm code, access code, login pin, passkey, master key, master password, user secret, app secret, pin value, secret answer, secret question, auth string, session cookie value, token secret, set cookie, cookie header, db password, private ssh key, keypair
  `),
    ['forgot', 'via', 'by', 'with', 'or', 'booking', 'order'],
  ),
  ...ofPerson(
    'credentials',
    ['cookie', 'pin', 'pass'],
    ['session', 'auth', 'atm', 'card', 'security', 'http', 'raw', 'access', 'sim', 'transaction', 'bank'],
  ),
  ...onlyAfter(
    'credentials',
    ['token'],
    list(`
      private, access, auth, api, bearer, refresh, session, csrf, login, signin, reset, recovery, verification, activation, confirmation,
      magic, invite, oauth, jwt, id, service, deploy, bot, app, client, webhook, security, secret, sso, saml, oidc, cognito, okta, google,
      facebook, github, gitlab, slack, stripe, twilio, plaid, paypal, sendgrid, aws, azure, mfa, otp, authentication, authorization, personal,
      password, link, remember, identity, bank, payment, card
    `),
  ),
];
