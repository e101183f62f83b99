create table gesture (
	id bigint generated always as identity primary key,
	partnership_id uuid not null references partnership,
	kind text not null,
	made_on date not null,
	note text not null,
	made_by text not null,
	unique (partnership_id, kind, made_on, note)
);

create table approach_attempt (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	number int not null,
	mode text not null default 'WARM' check (mode in ('WARM', 'COLD')),
	cold_reason text not null default '',
	opened_at timestamptz not null,
	send_at timestamptz,
	sent_at timestamptz,
	unique (partnership_id, number)
);

create table approach_message (
	id uuid primary key,
	attempt_id uuid not null references approach_attempt,
	revision int not null,
	business_key text not null unique,
	source text not null,
	why_them text not null,
	their_benefit text not null,
	idea text not null,
	phone text not null,
	hours text not null,
	language text not null,
	subject text not null,
	body text not null,
	author text not null,
	drafted_at timestamptz not null,
	decision text check (decision in ('SEND', 'RETURN')),
	comment text not null default '',
	reviewed_at timestamptz,
	unique (attempt_id, revision)
);

create table approach_reply (
	attempt_id uuid primary key references approach_attempt,
	outcome text not null check (outcome in ('INTERESTED', 'NOT_NOW', 'NO', 'DO_NOT_CONTACT', 'SILENCE')),
	note text not null,
	return_on date,
	channel text not null check (channel in ('LINK', 'MANAGER', 'SILENCE', 'OBJECTION')),
	at timestamptz not null
);

create table approach_refusal (
	attempt_id uuid primary key references approach_attempt,
	reason text not null,
	tone text not null check (tone in ('FRIENDLY', 'NEUTRAL', 'COLD')),
	opening boolean not null,
	refused text not null check (refused in ('IDEA', 'APPROACH', 'TIMING')),
	reapproach_at timestamptz,
	recorded_at timestamptz not null
);
