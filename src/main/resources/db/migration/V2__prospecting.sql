alter table programme add column audience bigint not null default 1000 check (audience > 0);
alter table programme add column longlist_declared boolean not null default false;
alter table programme add column scored_at timestamptz;
alter table programme add column shortlist_reason text;

create table readiness (
	id bigint generated always as identity primary key,
	programme_id uuid not null references programme,
	business_key text not null unique,
	concept_proven boolean not null,
	offer_proven boolean not null,
	evidence text not null,
	decision text not null check (decision in ('PROCEED', 'WAIT', 'ABANDON')),
	at timestamptz not null
);

create table longlist_import (
	id uuid primary key,
	programme_id uuid not null references programme,
	file_name text not null,
	sha256 char(64) not null,
	imported_by text not null,
	rows_read int not null,
	rows_added int not null,
	rows_duplicate int not null,
	rows_rejected int not null,
	ignored_columns text not null default '',
	at timestamptz not null,
	unique (programme_id, sha256)
);

create table longlist_problem (
	id bigint generated always as identity primary key,
	import_id uuid not null references longlist_import,
	kind text not null check (kind in ('REJECTED', 'DUPLICATE')),
	line int not null,
	field text not null,
	value text not null,
	reason_fr text not null,
	reason_en text not null
);

create index longlist_problem_of_import on longlist_problem (import_id, line);

create table candidate (
	id uuid primary key,
	programme_id uuid not null references programme,
	import_id uuid not null references longlist_import,
	line int not null,
	name text not null,
	dedupe_key text not null,
	website text,
	country char(2) not null,
	language text not null check (language in ('fr', 'en')),
	time_zone text not null,
	sector text,
	contact_name text not null,
	contact_email text not null,
	contact_role text not null,
	source text,
	origin text not null check (origin in ('RESEARCH', 'REFERRAL', 'INBOUND', 'PERSONAL_LIKING')),
	audience bigint,
	audience_affinity smallint not null check (audience_affinity between 1 and 5),
	product_fit smallint not null check (product_fit between 1 and 5),
	image_fit smallint not null check (image_fit between 1 and 5),
	culture_fit smallint not null check (culture_fit between 1 and 5),
	openness text not null check (openness in ('CLOSED', 'MIXED', 'OPEN')),
	relation text not null check (relation in ('NONE', 'KNOWN', 'PARTNER', 'COMPETITOR')),
	evidence text not null,
	desirability int check (desirability between 0 and 100),
	likelihood int check (likelihood between 0 and 100),
	knocked_out text,
	scored_by bigint,
	shortlisted boolean not null default false,
	partnership_id uuid references partnership,
	unique (programme_id, dedupe_key)
);

create index candidate_ranking on candidate (programme_id, desirability desc, likelihood desc);

create table objection (
	email text primary key,
	at timestamptz not null
);
