create table identity (
  one      integer primary key check (one = 1),
  origin   text    not null,
  format   integer not null,
  language integer not null,
  sum      integer not null
) strict;

create table head (
  one  integer primary key check (one = 1),
  size integer not null,
  root blob    not null,
  sum  integer not null
) strict;

create table entry (
  position  integer primary key,
  id        blob    not null unique,
  hash      blob    not null,
  bytes_sum integer not null,
  sum       integer not null,
  bytes     blob    not null
) strict;

create table tile (
  level    integer not null,
  position integer not null,
  sum      integer not null,
  bytes    blob    not null,
  primary key (level, position)
) strict, without rowid;

create table checkpoint (
  one   integer primary key check (one = 1),
  size  integer not null,
  sum   integer not null,
  bytes blob    not null
) strict;

create table body (
  commitment blob    not null primary key,
  sum        integer not null,
  salt       blob    not null,
  bytes      blob    not null
) strict;

create table snapshot (
  one   integer primary key check (one = 1),
  size  integer not null,
  sum   integer not null,
  bytes blob    not null
) strict;
