import { names } from './names.js';

/** Property names of veterinary and dental practices, salons, photo and music apps, museums, weddings, genealogy and job boards. */
export const STUDIO_AND_CLINIC_NAMES = names({
  P0: `
    bride_email, groomEmail, wedding_guest_emails, stylist_email, dentist_email, museum_member_email, relative_email, jobseeker_email, client_contact_email, musician_email, plus_one_email, emergency_contact_email, gift_registry_email, alt_email_address,
    bride_phone, stylist_mobile, dental_patient_phone, salon_client_phone, jobseeker_phone_number, planner_phone, daytimePhone, phone_home, tel_work,
    bride_name, groom_first_name, guest_last_name, plus_one_name, stylist_name, dentist_name, hygienist_name, hairdresser_name, ancestor_name, grandmother_maiden_name, relative_full_name, jobseeker_first_name, photographer_full_name, client_full_name, pet_owner_last_name, musician_legal_name, witness_full_name, officiant_name, birth_name, fullName2,
    venue_delivery_zip, invitation_mailing_address, salon_client_address, patient_street, donor_postal_code, ancestor_birth_place, applicant_home_address, addressLine2, residence_street,
    guest_ip, uploader_ip, sourceIP, ip_address_last, download_ip,
    patient_ssn, passport_no, jobseeker_national_id, donor_tax_id, marriage_certificate_number, insurance_number, cedula, id_card_number, pps_number,
    deposit_card_number, salon_card_cvv, registry_bank_account, artist_payout_iban, routing_no, payout_account_number, cc_number,
    gallery_password, album_passcode, wifi_password, studio_door_code, upload_token_secret, api_secret, id_token, remember_token, totp_secret,
    dental_diagnosis, tooth_condition_diagnosis, skin_allergies, hair_loss_medical_condition, patient_symptoms, genetic_disease, cause_of_death_disease, blood_group, pregnancy_status, xray_diagnosis, patient_medications, anxiety_level, therapy_notes, insulin_dose, skin_disease,
    ethnicity_estimate_ethnicity, ancestor_religion, dna_result, dna_sample_id_dna, haplogroup, applicant_race, face_embedding, religious_affiliation, criminal_conviction,
    ancestor_birth_date, birthdate, patient_dob, bride_birthday, applicant_date_of_birth, photo_latitude, photo_gps, exif_gps_latitude, image_lng, stylist_location, guest_coordinates
  `,
  P1: `
    patient_age, bride_age, ancestor_birth_year, jobseeker_city, guest_city, patient_city, salon_client_city, hometown, applicant_region,
    camera_serial_number, instrument_serial_number, exif_camera_serial, tablet_udid, device_imei, headset_mac_address, ad_tracking_id, expo_push_token,
    stylist_instagram, client_selfie_url, musician_handle, soundcloud_username, artist_twitter_url, applicant_cv_url, applicant_resume_url, avatar_image_url, photographer_website_url_portfolio_url, jobseeker_linkedin_profile, user_photo_url, author_username,
    patient_gender, applicant_gender, current_salary, expected_salary, desired_job_title, applicant_university, work_history, highest_education, citizenship, jobseeker_occupation, bride_occupation, marital_status, income,
    guest_message, rsvp_note, song_request_message, toast_speech_text, stylist_notes, client_notes, appointment_comment, review_content, photo_caption, comment_text, lyrics_search_query, museum_feedback, donor_message, memory_text, family_story_text, cover_letter_text, application_answer_text, image_prompt, generated_prompt_text, voice_note_transcript, search_phrase, guestbook_comment, dietary_note, custom_request_text
  `,
  P2: `
    guest_email_domain, patient_initials, donor_initials, hashed_phone_number, card_last4, email_sha1, masked_phone_number, jobseeker_country, applicant_country, ip_hash
  `,
  clean: `
    wedding_date, wedding_style, venue_name, venue_type, venue_capacity, guest_count, guest_list_size, table_count, table_name, seating_type, registry_name, registry_item_count, gift_type, invitation_style, invitation_template_name, rsvp_status, rsvp_count, budget_range, vendor_category, vendor_name, checklist_item_name, theme_name, color_palette_name, song_title, playlist_name, ceremony_type,
    salon_name, salon_id, service_name, service_duration, stylist_id, stylist_level, chair_count, product_used_name, treatment_room_name, package_name, add_on_name, hair_type, nail_shape, appointment_status, appointment_source, no_show_count, rebooking_rate, loyalty_points, tip_percent, deposit_required,
    practice_name, practice_id, tooth_number, procedure_code_type, xray_count, scan_type, insurance_provider_name, coverage_type, claim_status, recall_type, chair_id, operatory_name, species, breed, pet_name, animal_type, vaccine_reminder_enabled, visit_reason_code, prescription_status, lab_partner_name, form_type,
    photo_id, photo_count, photo_format, photo_width, album_name, album_size, filter_name, filter_type, preset_name, edit_type, export_quality, export_format, camera_model, camera_mode, lens_model, lens_type, aperture, image_format, image_size, image_name, storage_used, storage_plan, share_type, share_link_type, face_count, face_grouping_enabled, face_filter_name, watermark_enabled,
    instrument_name, instrument_type, genre, tempo, key_signature, time_signature, track_count, track_length, stem_name, plugin_name, project_name, project_type, sample_rate, bit_depth, midi_enabled, note_velocity, note_length, chord_name, scale_name, lesson_name, song_name, composer_mode_enabled, artist_name, mix_name,
    museum_name, exhibit_name, exhibition_title, gallery_name, artwork_title, artwork_id, audio_guide_language, tour_name, tour_type, ticket_type, membership_level, donation_tier, collection_name, floor_number, map_opened,
    tree_id, tree_name, tree_size, record_type, record_count, record_collection_name, hint_type, hint_count, relative_count, generation_count, match_count, match_type, kit_type, kit_status, dna_kit_status, dna_test_type, ethnicity_report_viewed, census_year_filter, source_type,
    job_id, job_category, job_type, job_source, job_alert_frequency, company_name, company_size, company_rating, industry, salary_range, salary_min_filter, experience_level, education_level, skill_name, skill_count, resume_uploaded, resume_count, resume_score, resume_template_name, application_id, application_status, application_method, apply_type, saved_search_count, search_radius_km, search_sort_type, remote_type, location_filter_type, city_page_name, profile_strength, profile_visibility, profile_status, email_alert_enabled, email_alert_frequency, phone_required, phone_field_shown, sms_reminder_enabled, address_lookup_provider, street_view_opened, zip_filter_enabled, ip_license_type, lat_filter_enabled, birthday_field_enabled, age_limit, age_filter_type, gender_option_type, religion_filter_enabled, health_form_status, allergy_count, diagnosis_status, medication_count, symptom_type_count, password_protected, password_type, token_count, pin_required, secret_album_enabled, message_type, message_sent, comment_enabled, comment_count, note_count, feedback_shown, caption_enabled, prompt_style, prompt_length, prompt_count, search_count, url_type, url_count, referrer_type, username_available, handle_type, avatar_style, social_login_provider, linkedin_import_used, device_type, device_orientation, serial_format, country_code, state, locale, language, role, plan_name
  `,
});
