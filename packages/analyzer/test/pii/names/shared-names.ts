/** The names that the taxonomy itself gives as examples. */
const list = (text: string): readonly string[] => text.split(',').map((name) => name.trim());

export const TAXONOMY_NAMES: Readonly<Record<'P0' | 'P1' | 'P2' | 'clean', readonly string[]>> = {
  P0: list(`userEmail, USER_EMAIL, $email, e_mail, recipientEmails, workEmail, phone, msisdn, contactNumber, displayName, $name, nickname, fname,
assignee_name, patientName, ip, clientIP, remoteIp, shippingAddress, zip, zipCode, address_line1, lat, lng, latitude, dob, taxId, cardNumber, cvv,
iban, accessToken, apiKey, diagnosis`),
  P1: list(
    'username, city, birthYear, age, idfa, deviceId, mac_address, walletAddress, avatarUrl, linkedinUrl, searchQuery, messageBody, freeText',
  ),
  P2: list('email_domain, email_hash, hashedEmail'),
  clean: list(`email_verified, hasEmail, isEmailValid, email_count,
emailTemplateId, emailType, phoneType, phone_verified, is_mobile, smartphone_model, event_name, file_name, feature_name, product_name, class_name,
host_name, session_name, lesson, passenger_count, contract_address, memoryAddress, organization_name, company_name, funnel_name, tooltip, clip_id,
trip_id, script, shipping, shippingMethod, address_type, hasAddress, geo_country, state, latency_ms, ageGroup, page, usage, image, language,
racePosition, passed, card_brand, discount_count, token_count, trace_id, tip_amount, userId, organizationId, country_code, plan_type, role`),
};
