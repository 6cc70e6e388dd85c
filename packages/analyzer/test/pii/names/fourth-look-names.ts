/** Names in the spellings of forms, tables and CRM exports, written down last. */
const list = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter((name) => name !== '');

export const FOURTH_LOOK_NAMES: Readonly<Record<'P0' | 'P1' | 'P2' | 'clean', readonly string[]>> = {
  P0: list(`
    Subscriber E-Mail, CONTACT_EMAILS, emailaddress, UserEMail, adminEmails, recovery email, secondaryEmailAddress, emailTo, email_from, from_email, to_emails, fallbackEmail, lead.email, mail,
    PhoneNumbers, PHONE, mobilephone, cell no, tel, FaxNumber, userMobile, guestPhoneNumber, contact_no, phoneWork, alt_phone, receiver_mobile_number, MSISDNs, billing.phone, TEL,
    FULLNAME, firstName2, First Name, lastnames, custName, member_full_name, EmployeeName, patient.first_name, clientFullName, sender_display_name, contactName, owner name, beneficiary_full_name, user_real_name, userNickname, mentorName, doctor_name, approverName, SignerName, voterName, visitor_names, salespersonName, teammate_name, inviterFullName, childFirstName,
    HOME_ADDRESS, addressLine, Street 2, ship_to_address, billTo_postal_code, userAddress, permanent_address, ZIPCode, ZIP, Postcode, cust_zip, apartmentNo, houseNo, address_street, full_street_address, poBox, resident_address,
    IPs, ipv4Address, ipAddresses, user_ips, X-Real-IP, realIp, remote_address, lastSeenIp, sourceIp, requestIp,
    SSN, ssns, SocialSecurityNo, passport_numbers, PassportID, taxID, TIN, TaxIdentificationNumber, nationalInsuranceNo, driverLicense, DriversLicenseNumber, aadhaar, CPF, government_id_number, NationalID,
    CreditCardNumber, cardnumbers, card_no, CVV, cvv_code, IBAN, BIC, bankAccountNo, acct_number, routingNo, sortcode, SwiftBic, AccountNumbers, debit_card_no,
    PASSWORD, passwd, newPasswords, PIN, pin_no, ApiKeys, x-api-key, access-token, refreshtoken, SessionCookies, privateKey, OTP, otp_code, authorization, csrf_token, JWT, jwt_token, userSecret, client secret, passphrase,
    Symptom, patient_conditions, medicalRecordNumber, BloodGroup, current_medication, healthInfo, allergens, pregnant, vaccine_name, disability_type,
    Religion, RACE, race_ethnicity, politicalViews, SexualOrientation, union_member, biometric_id, criminalRecords, DNA,
    DOB, dobs, date-of-birth, BirthDates, dateBirth, Birth Day, bday, userDateOfBirth, kids_birthday,
    LAT, Lng, Latitude, gpsCoords, coords, user_coordinates, GPS, pickupLongitude, geoPoint, precise_location, lonLat
  `),
  P1: list(`
    AGE, ages, UserAge, Age (years), born_year, CITY, cities, currentCity, town, Region, home_city, suburb,
    IDFAs, DeviceID, device-ids, IMEIs, UDID, GAID, SerialNo, UserAgent, user-agent, PushToken, fcm_push_token, Mac Addresses, browserFingerprint, AndroidID,
    USERNAME, twitterUsername, LinkedIn URL, linkedInProfileUrl, avatarURL, AvatarUrls, profile-picture, photoURL, GitHubUsername, youtube_profile_url, profilePictures,
    GENDER, genders, Marital Status, incomes, JobTitle, job-title, employers, annualSalary, Nationality, occupation_name, college, education_history, monthlyIncome, sexes,
    Message, messages, COMMENT, userComments, Notes, BIO, searchQueries, SearchTerms, query_string, chat_messages, Transcript, prompts, promptText, feedbacks, FreeText, free_form_text, Referrer, currentUrl, pageUrl, document.referrer, review_texts, user_questions, support_messages, message_content,
    WalletAddress, wallet_addresses, ethAddress, btc_wallet_address, cryptoWalletAddress
  `),
  P2: list(
    'EmailDomain, emailhash, hashed_phone, cardLast4, last4_ssn, masked_email, Country, user_country_name, ip_hash, phoneLast4, nameInitials',
  ),
  clean: list(`
    EmailVerified, isEMailConfirmed, email_toggle, emails_count, EmailType, mailType, emailsPerDay, canEmail, mail_server, mailgun_enabled, email_attachment_count, e_mail_opt_in, email_marketing, EmailOptOut, email_digest, emailProviderName,
    PhoneVerified, phoneOS, mobileOs, telemetry, telescope, phonebook_synced, isMobileDevice, mobileMenuOpen, mobile_web, fax_count, cells, cellular_data, cell_type, telephone_type,
    NameCount, unnamed, filenames, FileName, Display Name Type, appName, PlanName, plan.name, ItemName, tournament_name, device_model_name, FeatureName, className, hostName, domainName, tenantName, SourceName, stepName, job_queue_name, data_source_name, chart_name, workflowName, integrationName, cta_button_name, categoryName, subcategory_name, location_name, city_guide_name, currencyName, ruleName, symptom_checker_name, shift_name, park_name, cafe_name, game_name, hero_name, character_name, ship_name, flightName, folder name, avatarName, modelName, voiceName, trigger_name, session-name, channelName, host_name_length, language_name,
    AddressType, addressBookSize, hasAddress, address_count_total, MemoryAddress, contractAddr, bindAddress, token-address, ip_address_type, street_art_style, zip_uploaded, ZipSize, zipping_time,
    SHIPPING, shipType, clipId, ScriptTag, tooltipText, TripDuration, chips_selected, zipline_type, dip, whipped, hip_size_unit, equipmentType, recipeId, ripeness, flip_count, skipReason, tipAmount, unzipDuration, shippedAt, vipLevel, gossip_count,
    taxRate, tax_total, TaxType, taxi_type, passport_type, licenseType, ssnVerified, insured, insuranceType, nationalHoliday, tinder_clone, martin, destinationType, rating_value, setting_value, tiny,
    CardBrand, card_type_id, cardCount, cvvValid, panels, panorama, Japan_store, ibanValid, bank_type, accountType, AccountStatus, account_age, routing_strategy, swiftui_version, biceps, swift_transfer_count, payment_card_type, card_position_index,
    passwordStrength, PasswordChanged, spinCount, pinCount, pinnedAt, opinionType, mapping_type, tokenCount, TokenType, maxTokens, token_limit, secretary, api_version, apiLatency, key_type, keypress_count, cookieConsent, otpSent, sessionId, session_duration_sec, AuthType, authorized, author_type, authority,
    conditionType, air_conditioner, condition_met, weatherConditions, network_conditions, symptomCount, health_points, healthcheck_status, medicalPlanType, disability_access_filter, diagnosticMode, treatmentArm, prescription_type, heartCount, weight_class, bloodhound,
    RaceId, trace_enabled, raceCategory, bracelet, racing_mode, embraced, traceLevel, religionCount, partySize, political_ads_enabled, biometricEnabled, unionType, genetic_test_type, recordType,
    AgeGroup, age_verified, agency_id, package_count, image_type, page_index, pageTitle, usageCount, message_age_ms, stage, mileage_unit, voyage_id, storageUsed, cabbage, imageAge, messageStatus, mortgage_type, dosageForm, languageId, homepage, ageOfAccount, damage_type, teenage, manager_type, engaged, birthdayOfferShown,
    latencyMs, flatType, platform_version, translationId, plate_count, template_id, long_press, longest_session, balance_bucket, belongings, lateFee, relation_type, ablation, latest, gpsEnabled, LocationType, location_id, geo_enabled_flag, coordinates_type, cityCount, capacity_used, regionCode, region_type, state_code, CountryCode, country_iso2, geoCountry,
    DeviceType, deviceCount, deviceOs, serialPort, agentVersion, userAgentType, adIdEnabled, fingerprintEnabled, macOs, macro_count, hardwareVersion, pushEnabled,
    UsernameAvailable, avatarCount, photosCount, pictureCount, handleType, avatar_style, linkedinConnected, instagramShares, profileType, ProfileId, imageUrl, videoUrl, thumbnail_url, icon_url, productUrl, webhookUrl, docs_url, socialShareType, handlebar_type,
    GenderFilter, incomeBracket, SalaryRange, jobId, jobType, jobsCount, employerCount, EducationLevel, titleLength, sexy_filter, essex_store, incoming_calls, degreesCelsius, title_case,
    MessageId, messageCount, commentId, CommentCount, notesCount, noteId, biography_id, bodyType, feedbackType, promptId, promptTokens, queryTime, searchCount, SearchType, resultsCount, errorMessage, error-message, toastMessage, messageTemplate, transcriptId, urlCount, referrerType, utmSource, page_path, screen_path, messagingEnabled, notebookType, denoted, keynoteId, antibody, everybody, commentsEnabled,
    WalletType, walletCount, contract-address, chainId, tokenSymbol, networkName, walletApp,
    UserId, USER_ID, UserIDs, userRole, userType, customerId, CustomerTier, contactId, patientCount, authorId, OwnerId, memberIds, users, isUser, teamId, OrgName, Company Name, team name, workspaceName, role, plan, PlanType, signupDate, createdAt, eventType, Screen Name, tabIndex, button, duration_ms, price_usd, totalAmount, item_count, currency, locale, timezone, device, browser, os, theme, variant, step, index, level, score, rank, success, error, reason, status, source, medium, campaign, term, channel, feature, action, label, value, category, type, id, uuid, version, count, total, size, length, position, selected, enabled
  `),
};
