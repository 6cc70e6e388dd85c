import { names } from './names.js';

/** Property names of outdoor trips, museums, courts, harbours, trades and studios. */
export const TRAILS_AND_TRADES_NAMES = names({
  P0: `
    subscriberEmail, payrollContactEmail, inspectorEmail, alertEmail, clientEmails, emailOfParent, secondaryEmail, login_email, Employee Email, billingEmail, ownerEmailAddress, chefEmail, tutorEmail, buyerMail, ops_contact_email, inspectorName, tutorFirstName, dispatcherFullName, apprenticeName, hikerName, skipperName, choreographerName, plaintiffName, curatorName, floristFullName, childNickname, firstNameOfGuest, last_name_of_owner, Contact Full Name, receptionistName, midwifeName, archivistName, surveyor_full_name, mediatorName, actuaryName, inspectorPhone, hikerMobile, emergencyMobileNumber, guardianTel, sitePhone, phoneOfBuyer, altPhoneNumber, deskPhone, hotlineCallerPhone, siteStreet, dispatchAddress, postalAddress, parcelZip, clientPostcode, homeStreetName, meterPostcode, invoiceAddress, ticketBuyerIp, gatewayClientIp, botIp, scanIp, lastIp, ipOfUser, trailheadLat, rescueLng, photoLatitude, incidentCoordinates, dropPinLat, userGeohash, passportScanNumber, hunterLicenseNumber, hikerPassportNo, taxNumber, voterId, dlNumber, tipJarIban, payoutAccountNumber, cardVerificationCode, membershipCardCvv, sepaIbanNumber, vaultPassword, cabinPin, inviteSecret, deviceApiKey, loginOtp, stripeApiKey, sessionJwt, masterPassword, zoomToken, injuryDiagnosis, hikerAllergies, inhalerPrescription, bloodGroup, chronicDisease, religion, ethnicity, partyMembership, hikerDob, apprenticeBirthday, birthDate, dateOfBirth
  `,
  P1: `
    hikerAge, clientCity, tutorUsername, apprenticeSalary, gender, clubTwitterHandle, memberAvatarUrl, deviceImei, kioskSerialNumber, complaintText, routeNotes, searchPhrase, tourFeedback, pageUrl, referrerUrl, walletAddress, job_title, maritalStatus, trackerMacAddress, voiceNoteTranscript, annualIncome, currentEmployer, githubHandle, advertisingId
  `,
  P2: `
    clientEmailDomain, ssnLast4, hashedPhoneNumber, emailMd5, guestInitials, maskedIban
  `,
  clean: `
    trailName, trailId, hikeDistance, tourName, tourType, guideId, gearName, permitCount, exhibitName, exhibitId, museumName, ticketTier, galleryName, bouquetName, flowerType, recipeName, dishType, courtName, hearingType, caseNumber, clauseCount, vesselName, vesselType, portName, dockId, shiftCount, danceStyle, classLevel, studioName, appointmentCount, wardName, bedCount, formTitle, widgetName, emailCadence, emailClickRate, phoneCallCount, phoneTreeDepth, addressCheckPassed, zipSearchEnabled, ipAllowlisted, passwordAge, pinAttempts, tokenRotation, cardTheme, cardCount, ibanPresent, ageLimit, ageRestrictionShown, genderNeutralMode, cityCount, usernameColor, avatarFrame, noteType, messagePriority, commentDepth, searchDepth, urlCount, deviceGeneration, serialEpisodeCount, locationMode, latencyBucket, shippingSpeed, scriptVersion, contractType, panelId, nameFormat, namingScheme, fileNameLength, hostnameCount, userSegment, ownerType, clientVersion, driverVersion, readerMode, playerVersion, managerView, workerCount, agentVersion, viewerType, editorTheme, creatorTier, hasDob, isEmailSet, showPhone, numAddresses, totalPatients, doctorsNearby, patientPortalEnabled, ticketHolderType, seatHolderCount
  `,
});
