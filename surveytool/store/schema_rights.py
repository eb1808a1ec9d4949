"""The tables of quarantine, of gaps and of packages taken in."""

RIGHTS = """
create table held (change integer primary key references change,
  dev text not null, reason text not null) strict;
create table watched (root integer not null references root,
  change integer not null references held,
  primary key (root, change)) strict, without rowid;
create table gap (peer integer not null references peer, village text not null,
  top integer not null, primary key (peer, village)) strict, without rowid;
create table parcel (n integer primary key, peer integer not null references peer,
  at text not null, file text not null, after integer not null,
  upto integer not null) strict;
"""
