"""The table of those who work at one workspace; never edited once shipped."""

OPERATORS = """
create table operator (tag text primary key, name text not null unique,
  role text not null, villages text not null) strict;
"""
