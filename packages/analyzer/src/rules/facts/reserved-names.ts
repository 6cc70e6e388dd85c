import type { CallKind, TrackingCall } from '../../link/call.js';

/**
 * Names that Mixpanel gives a meaning.
 * https://docs.mixpanel.com/docs/data-structure/property-reference/reserved-properties
 * https://docs.mixpanel.com/docs/data-structure/property-reference/default-properties
 */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Part of the protocol: what the ingestion API reads from an event's properties. */
const PROTOCOL = new Set(
  words('token time distinct_id ip $insert_id $device_id $user_id $distinct_id $ip $time $token'),
);

/** Set by the SDKs or by connectors; setting them by hand is documented. */
const EVENT_DEFAULTS = new Set(
  words(`
    $city $region $country_code mp_country_code $latitude $longitude $timezone $locale
    $os $os_version $browser $browser_version $device $device_type $manufacturer $brand $model $carrier $radio $wifi
    $bluetooth_enabled $bluetooth_version $has_nfc $has_telephone $google_play_services $user_agent
    $screen_height $screen_width $screen_dpi $screen_orientation $viewport_height $viewport_width
    $app_build_number $app_version $app_version_string $app_release $app_namespace $app_name
    $lib_version mp_lib $lib $current_url $referrer $referring_domain $initial_referrer $initial_referring_domain
    $search_engine mp_keyword $import $api_endpoint $api_timestamp $mp_api_endpoint $mp_api_timestamp_ms
    mp_processing_time_ms mp_sent_by_lib_version $mp_replay_id $mp_event_size $session_id $user_groups $groups
    $group_key $group_id $experiment_id $experiment_name $variant_name $experiment_type
    $failure_reason $failure_description $had_persisted_distinct_id $duration $amount $currency $email_subject
    $campaign_id $message_id $message_type $subject $from_version $to_version $ae_first_app_open_date
    $ae_total_app_sessions $ae_total_app_session_length $ae_session_length $ae_updated_version $ae_crashed_reason
    $mp_autocapture $title $url $host $pathname $el_id $el_tag_name $el_text $el_classes $attr-href
  `),
);

const PROFILE_DEFAULTS = new Set(
  words(`
    $name $first_name $last_name $email $phone $avatar $created $distinct_id $token $user_id $device_id $ip $city $region
    $country_code $timezone $locale $last_seen $ignore_time $ignore_alias $ignore_disabled $transactions $amount $time
    $initial_referrer $initial_referring_domain $browser $browser_version $os $os_version $unsubscribed $bounced $spam
    $email_subscribed $push_subscribed $marketing $geo_source $predict_grade $churn $latitude $longitude $campaigns
    $ios_devices $ios_app_version $ios_app_release $ios_version $ios_device_model $ios_lib_version $ios_ifa $swift_lib_version
    $android_devices $android_os $android_os_version $android_app_version $android_app_version_code $android_manufacturer
    $android_brand $android_model $android_lib_version $ae_first_app_open_date $ae_total_app_sessions
    $ae_total_app_session_length $onesignal_user_id $braze_device_id $braze_external_id $set $set_once $add $append $union
    $remove $unset $delete $merged_distinct_id $identified_id $anon_id $group_key $group_id
  `),
);

/** Names that make Mixpanel hide, drop or recompute something. Why, for each. */
export const HARMFUL_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['bucket', 'Mixpanel hides events that carry it'],
  ['$bucket', 'Mixpanel hides events that carry it'],
  ['$ignore', 'Mixpanel silently drops events that carry it'],
  ['$event_name', 'it replaces the name of the event'],
  ['$identified_id', 'it merges users'],
  ['$anon_id', 'it merges users'],
  ['alias', 'it merges users'],
  ['$distinct_ids', 'it merges users'],
  ['$source', 'Mixpanel sets it itself'],
  ['$duration_s', 'Mixpanel computes it for sessions'],
  ['$event_count', 'Mixpanel computes it for sessions'],
]);

/** Events that Mixpanel or its SDKs send; sending some of them by hand is documented. */
const OWN_EVENTS =
  /^\$(?:identify|create_alias|merge|mp_web_page_view|web_page_view|mp_[a-z_]+|ae_[a-z_]+|session_start|session_end|experiment_started|campaign_delivery|campaign_open|campaign_bounced|app_open|signup|unsubscribe|page_leave)$|^mp_page_view$/;

/** Events of Mixpanel's own that may be sent by hand. */
export const isKnownReservedEvent = (name: string): boolean => OWN_EVENTS.test(name);

const isProfileKind = (kind: CallKind): boolean => kind === 'people' || kind === 'group';

/** True for names with a documented meaning where they stand: `$email` on a profile, `distinct_id` on an event. */
export function isKnownReservedProperty(name: string, call: Pick<TrackingCall, 'kind' | 'runtime'>): boolean {
  if (isProfileKind(call.kind))
    return PROFILE_DEFAULTS.has(name) || PROTOCOL.has(name) || EVENT_DEFAULTS.has(name);
  return PROTOCOL.has(name) || EVENT_DEFAULTS.has(name) || name.startsWith('$mp_');
}

/** True for names in the form that Mixpanel keeps to itself. */
export const hasReservedForm = (name: string): boolean => name.startsWith('$') || /^mp_/i.test(name);
