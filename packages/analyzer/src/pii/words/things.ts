/** Things that carry a `display name` or `legal name` of their own, so that the name is not a person's. */
export const THING_WORDS: ReadonlySet<string> = new Set(
  `event file feature plan product page screen button class host domain organization organisation org company business corporate team project
  workspace campaign step tab table model experiment variant role app application brand category channel city cluster collection
  column community component container content country course coupon currency dashboard database dataset department deployment device
  document element endpoint entity environment field filter flag flow folder font form function funnel game group hotel icon image
  instance institution integration issue item job key kit label language layer layout lesson level library link list listing location market
  menu merchant message method metric module network node object offer office package panel partner payment pet pipeline pixel playlist
  plugin policy pool port post preset process program promotion property provider query queue quiz recipe region report repo repository
  resource restaurant room route rule school section segment server service session setting shop site skill skin slot song space
  sport stage status storage store stream style subject subscription supplier survey system tag target task template tenant test theme
  tier tool topic track tracker tutorial type unit university variable vehicle vendor venue version video view virtual wallet webhook
  website widget window workflow zone agency account brand api artist album book movie show series episode podcast hospital clinic bank
  token coin chain contract nft asset fund stock exchange`.split(/\s+/),
);

/** Words that turn a person word into software: `api_client`, `video_player`, `device_driver`. */
export const SOFTWARE_WORDS: ReadonlySet<string> = new Set(
  `api http https oauth web rest graphql grpc sdk video media audio music email mail push redis kafka mqtt db database sql printer print usb device
  gpu graphics network ssh ftp vpn ai bot pdf document screen browser rss event message queue log stream test data file image markdown state service
  tcp udp websocket socket ble nfc card barcode qr code git cache task job background batch cron query schema html xml json csv text`.split(
    /\s+/,
  ),
);
