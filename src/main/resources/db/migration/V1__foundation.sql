create table programme (
	id uuid primary key,
	name text not null unique,
	kind text not null default 'standard',
	partnership_type text not null check (partnership_type in ('marketing', 'reseller')),
	persona text not null default '',
	owner text not null,
	language text not null check (language in ('fr', 'en')),
	created_at timestamptz not null default now()
);

create table organisation (
	id uuid primary key,
	name text not null,
	dedupe_key text not null unique,
	website text,
	country char(2) not null,
	language text not null check (language in ('fr', 'en')),
	time_zone text not null,
	sector text,
	created_at timestamptz not null default now()
);

create table person (
	id uuid primary key,
	organisation_id uuid not null references organisation,
	name text not null,
	email text not null,
	role text not null default '',
	created_at timestamptz not null default now(),
	unique (organisation_id, email)
);

create table partnership (
	id uuid primary key,
	programme_id uuid not null references programme,
	organisation_id uuid not null references organisation,
	contact_id uuid not null references person,
	type text not null,
	owner text not null,
	stage text not null check (stage in ('APPROACH', 'RELATIONSHIP', 'CONTRACT', 'PLANNING', 'TRACKING')),
	state text not null check (state in ('OPEN', 'ACTIVE', 'CLOSED')),
	process_instance_key bigint,
	created_at timestamptz not null default now(),
	activated_at timestamptz,
	closed_at timestamptz,
	closing_reason text,
	unique (programme_id, organisation_id)
);

create table signed_link (
	id uuid primary key,
	purpose text not null,
	partnership_id uuid not null references partnership,
	person_id uuid not null references person,
	subject_id uuid,
	business_key text not null unique,
	expires_at timestamptz not null,
	used_at timestamptz,
	created_at timestamptz not null default now()
);

create table mail (
	id uuid primary key,
	business_key text not null unique,
	recipient text not null,
	subject text not null,
	partnership_id uuid references partnership,
	created_at timestamptz not null default now(),
	sent_at timestamptz
);

create table signal (
	id uuid primary key,
	name text not null,
	correlation_key text not null,
	variables jsonb not null,
	created_at timestamptz not null default now(),
	published_at timestamptz
);

create index signal_waiting on signal (created_at) where published_at is null;

create table timeline (
	id bigint generated always as identity primary key,
	partnership_id uuid not null references partnership,
	business_key text not null unique,
	kind text not null,
	actor text not null,
	text_fr text not null,
	text_en text not null,
	at timestamptz not null default now()
);

create index timeline_of_partnership on timeline (partnership_id, at);

create table gate_evaluation (
	id bigint generated always as identity primary key,
	subject_id uuid not null,
	gate text not null,
	verdict text not null check (verdict in ('PASSED', 'HELD')),
	mode text not null check (mode in ('OFF', 'WARN', 'BLOCK')),
	let_through boolean not null,
	findings jsonb not null,
	process_instance_key bigint not null,
	process_version int not null,
	element_instance_key bigint not null,
	at timestamptz not null default clock_timestamp(),
	unique (subject_id, gate, element_instance_key)
);

create index gate_evaluation_of_subject on gate_evaluation (subject_id, gate, id);

-- which visit of a process a completed human task has counted for
create table completed_task (
	task_key text primary key,
	element_instance_key bigint not null
);
