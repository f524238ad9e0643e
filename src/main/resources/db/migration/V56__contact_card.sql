-- The number that somebody of staff has printed on the contact card (民情联系卡) that residents are given. His own to say; what he is told by the
-- system he has by another (notice_setting).
create table contact_card_phone (
  person     text        primary key,
  phone      text        not null,
  changed_at timestamptz not null
);
