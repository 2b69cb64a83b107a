create schema servanda;

create table servanda.layout (
  one     smallint primary key check (one = 1),
  version bigint   not null
);

create table servanda.identity (
  one      smallint primary key check (one = 1),
  origin   text     not null,
  format   bigint   not null,
  language bigint   not null,
  sum      bigint   not null
);

create table servanda.head (
  one  smallint primary key check (one = 1),
  size bigint   not null,
  root bytea    not null,
  sum  bigint   not null
);

create table servanda.entry (
  position  bigint primary key,
  id        bytea  not null unique,
  hash      bytea  not null,
  bytes_sum bigint not null,
  sum       bigint not null,
  bytes     bytea  not null
);

create table servanda.tile (
  level    smallint not null,
  position bigint not null,
  sum      bigint not null,
  bytes    bytea  not null,
  primary key (level, position)
);

create table servanda.checkpoint (
  one   smallint primary key check (one = 1),
  size  bigint   not null,
  sum   bigint   not null,
  bytes bytea    not null
);

create table servanda.body (
  commitment bytea  not null primary key,
  sum        bigint not null,
  salt       bytea  not null,
  bytes      bytea  not null
);

create table servanda.snapshot (
  one   smallint primary key check (one = 1),
  size  bigint   not null,
  sum   bigint   not null,
  bytes bytea    not null
);
