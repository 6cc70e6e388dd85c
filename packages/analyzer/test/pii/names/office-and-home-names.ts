import { names } from './names.js';

/** Property names of CRM and help desks, calendars, signatures, surveys, auctions, parking, laundries and co-working. */
export const OFFICE_AND_HOME_NAMES = names({
  P0: `
    requester_email, agent_email, attendee_email, organizer_email, signer_email, respondent_email, bidder_email, cc_email_addresses, assigneeEmail, customerEmailAddress, invite_email, guestEmails, forwarded_to_email, owner_email_address, visitor_email,
    requester_phone, callback_phone, signer_phone, respondent_phone_number, bidder_mobile, visitor_phone, dial_in_phone_number, account_phone, secondary_phone_number, whatsapp_number,
    requester_name, organizer_name, signer_name, respondent_name, bidder_name, visitor_name, host_full_name, assigned_agent_full_name, owner_first_name, contact_last_name, invitee_name, attendee_full_name, last_modified_by_name, created_by_full_name, manager_name, account_manager_name, receptionist_name, preferred_name, legalName, nick_name,
    visitor_address, billing_address_line_1, pickup_street_address, delivery_zip_code, company_contact_street, mailing_postal_code, bidder_shipping_address, home_street, respondent_zip, full_address,
    signer_ip, signer_ip_address, respondent_ip, visitor_ip_address, last_login_ip, request_ip, bid_ip,
    signer_ssn, visitor_passport_number, visitor_id_card_number, bidder_tax_id, driver_license_number, national_insurance_number, license_plate_number, tax_identification_number, vat_id_ssn,
    card_number, bidder_credit_card, security_code, account_iban, bank_account_number, sort_code, cardholder_name, card_expiry_date,
    password_hint, account_password, access_pin, meeting_passcode, door_access_code, api_key, client_secret, session_token, verification_code, crm_api_token, calendar_oauth_token,
    sick_note_diagnosis, employee_disability, respondent_health_condition, symptoms, medication_name, respondent_pregnancy_status, mental_health_history, allergies,
    respondent_religion, respondent_ethnicity, respondent_race, political_party, sexual_orientation, biometric_signature, criminal_record, voted_for,
    respondent_dob, signer_date_of_birth, visitor_birthday, contact_birthdate, employee_birth_date, visitor_lat, signer_longitude, check_in_latitude, attendee_coordinates, respondent_location, parked_car_lat
  `,
  P1: `
    respondent_age, visitor_age, contact_age, birth_year, respondent_city, visitor_city, requester_city, contact_region, bidder_city, attendee_city, billing_state_city,
    badge_serial_number, signer_user_agent, visitor_device_id, laptop_serial_number, printer_mac_address, device_fingerprint, advertising_id,
    contact_linkedin_url, agent_avatar, signer_photo, visitor_photo, bidder_username, contact_twitter_handle, respondent_username, profile_photo, owner_avatar_url, facebook_url,
    respondent_gender, contact_job_title, respondent_income, respondent_education, respondent_occupation, attendee_employer, contact_gender, visitor_nationality, respondent_marital_status, annual_salary,
    ticket_body, ticket_comment, ticket_description, agent_reply_text, internal_note, customer_message, survey_response_text, open_text_response, meeting_notes, meeting_transcript, event_description_text, decline_message, bid_comment, contact_notes, call_transcript, chat_message, csat_comment, nps_feedback, verbatim, search_terms, help_center_search_query, macro_text_message_body, suggestion_text, visit_note, private_comment, email_subject, email_body, page_url, referrer
  `,
  P2: `
    requester_email_domain, signer_initials, phone_hash, masked_ssn, card_last4, hashed_user_email, respondent_country, contact_country, ip_hash, email_sha1
  `,
  clean: `
    ticket_id, ticket_status, ticket_priority, ticket_type, ticket_channel, ticket_count, ticket_subject_length, macro_name, macro_id, view_name, queue_name, sla_name, sla_status, agent_id, agent_count, agent_type, agent_status, assignee_id, assignee_type, requester_id, requester_type, tag_name, tag_count, article_name, article_title, article_votes, resolution_time, first_response_ms, reply_count, message_channel, message_count, comment_type, csat_score, csat_rating, bot_name, flow_name, intent_name,
    calendar_name, calendar_id, calendar_provider, event_type_name, event_title_length, event_duration, meeting_type, meeting_length, meeting_provider, meeting_platform, location_type, attendee_count, attendee_status, invite_count, invite_status, invite_method, rsvp_status, recurrence_type, reminder_method, timezone, slot_length, availability_type, booking_page_name, booking_source, cancel_reason_code,
    document_name, document_id, document_type, document_status, envelope_id, envelope_status, signature_type, signature_method, signature_count, signer_count, signer_order, signing_method, template_name, template_id, field_type, field_name, field_count, page_count, audit_enabled, reminder_frequency,
    survey_name, survey_id, survey_type, question_type, question_id, question_index, answer_type, answer_index, response_count, response_rate, completion_rate, logic_type, panel_name, incentive_type, theme_name, respondent_count, respondent_id, respondent_type, survey_language,
    auction_name, auction_id, auction_type, lot_name, lot_id, lot_number, lot_category, bid_amount, bid_count, bid_type, reserve_price, bidder_id, bidder_count, seller_type, item_condition, item_name, hammer_price, watch_count,
    parking_lot_name, parking_zone, space_type, space_count, permit_type, rate_name, session_type, entry_method, plate_detected, vehicle_count, garage_name, level_name,
    laundry_type, machine_name, machine_status, cycle_name, cycle_type, load_size, service_name, service_level, basket_size, pickup_window, delivery_type,
    desk_name, desk_id, floor_name, office_name, office_city, building_name, room_capacity, amenity_name, membership_plan_name, pass_type, pass_count, visitor_type, visitor_count, visit_count, checkin_method, badge_printed, host_notified,
    deal_id, deal_name, deal_size, pipeline_id, account_name, account_id, account_type, account_industry, account_size, company_size, company_industry, contact_id, contact_method, contact_status, lead_type, owner_id, owner_type, import_source, import_row_count, export_format, email_sequence_name, email_template_type, email_sync_enabled, email_provider, phone_provider, phone_call_duration, call_outcome, call_direction, number_type, number_provider, address_type, address_field_enabled, ip_restriction_enabled, password_policy_name, sso_enabled, sso_provider, mfa_method, pin_mode, token_id, api_key_count, api_key_name, webhook_name, secret_type, license_count, license_type, tax_region_code, card_view_enabled, card_layout, note_pinned, notes_tab_opened, feedback_widget_shown, age_verified, gender_question_shown, health_score, health_status, account_health, race_type, religion_question_enabled, location_enabled, latency_ms, state, state_changed, status, title, plan_tier, role_name, workspace_name, team_size, user_id, user_count, user_type, is_admin, has_photo, photo_uploaded, avatar_uploaded, username_style, country_code, language, name_format, name_edited, zip_required, street_required, city_required, birthday_field_shown
  `,
});
