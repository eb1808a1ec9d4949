"""The tables of a workspace, as version 1 made them; never edited once shipped."""

V1 = """
create table setting (key text primary key, value text not null) strict;
create table secret (key text primary key, value blob not null) strict;

create table root (n integer primary key, ref text not null unique) strict;

create table change (n integer primary key, id blob not null unique,
  root integer not null references root, body blob not null) strict;
create trigger change_altered before update on change begin
  select raise(abort, 'the journal is append-only'); end;
create trigger change_removed before delete on change begin
  select raise(abort, 'the journal is append-only'); end;

create table touch (root integer not null references root,
  change integer not null references change,
  primary key (root, change)) strict, without rowid;
create table awaited (id blob not null, by integer not null references change,
  primary key (id, by)) strict, without rowid;
create table wanted (id blob primary key) strict, without rowid;

create table entity (n integer primary key, ref text not null unique,
  root integer not null references root, home integer not null references root,
  born integer not null references change, fields blob) strict;
create index entity_root on entity (root);
create table head (entity integer not null references entity, field text not null,
  change integer not null references change, value text,
  primary key (entity, field, change)) strict, without rowid;
create table conflict (entity integer not null references entity,
  field text not null, primary key (entity, field)) strict, without rowid;

create table placed (root integer not null references root, village text not null,
  primary key (root, village)) strict, without rowid;
create table feed (village text not null, n integer not null,
  change integer not null references change, digest blob not null,
  primary key (village, n)) strict, without rowid;
create unique index feed_change on feed (change, village);

create table peer (n integer primary key, device text not null unique,
  card blob not null) strict;
create table came (peer integer not null references peer,
  change integer not null references change,
  primary key (peer, change)) strict, without rowid;
create table receipt (peer integer not null references peer, side text not null,
  village text not null, count integer not null, digest text not null,
  primary key (peer, side, village)) strict, without rowid;
create table asked (peer integer not null references peer, id blob not null,
  primary key (peer, id)) strict, without rowid;

create table household_row (root integer primary key references root,
  village text not null, "group" text not null, code text not null,
  head text not null, spelling text not null, size integer not null,
  kind text not null, monitor_type text not null, risks text not null,
  income text not null, eliminated integer not null, surveyed text not null,
  draft integer not null, plan text not null, helper text not null,
  no_labour integer not null, words text not null) strict;
create index household_village on household_row
  (village, size, monitor_type, surveyed, draft);
create index household_watched on household_row (monitor_type, village)
  where monitor_type <> '';
create virtual table word using fts5(head, member, tokenize = "ascii tokenchars '='",
  content = '', contentless_delete = 1, detail = column);
create virtual table gram using fts5(head, member, tokenize = 'trigram',
  content = '', contentless_delete = 1, detail = column);

create table audit (n integer primary key, at text not null, who text not null,
  action text not null, subject text not null, detail text not null,
  seal blob not null) strict;
create trigger audit_altered before update on audit begin
  select raise(abort, 'the audit is append-only'); end;
create trigger audit_removed before delete on audit begin
  select raise(abort, 'the audit is append-only'); end;
"""
