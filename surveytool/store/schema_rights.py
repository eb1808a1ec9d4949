"""The tables of quarantine and of gaps."""

RIGHTS = """
create table held (change integer primary key references change,
  dev text not null, reason text not null) strict;
create table watched (root integer not null references root,
  change integer not null references held,
  primary key (root, change)) strict, without rowid;
create table gap (peer integer not null references peer, village text not null,
  top integer not null, primary key (peer, village)) strict, without rowid;
"""
