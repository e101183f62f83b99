-- The pair of people without whom nothing works (GOV-01). Each naming is kept; the latest counts.
create table pair (
	id bigint generated always as identity primary key,
	partnership_id uuid not null references partnership,
	entry_key bigint not null,
	our_name text not null,
	our_account text,
	partner_person_id uuid references person,
	partner_name text not null,
	partner_email text not null,
	partner_role text not null,
	named_at timestamptz not null default clock_timestamp(),
	unique (partnership_id, entry_key)
);

comment on column pair.our_name is 'as entered; our_account is null when nobody has this login';
comment on column pair.partner_person_id is 'null when name or address entered were not usable';

-- Both sides score the four pillars apart, in rounds (QUA-02 to QUA-06).
create table pillar_round (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	number int not null,
	entry_key bigint not null,
	opened_at timestamptz not null default clock_timestamp(),
	gap_decision text check (gap_decision in ('RESCORE', 'STOP')),
	gap_plan text,
	unique (partnership_id, number),
	unique (partnership_id, entry_key)
);

create table pillar_scores (
	round_id uuid not null references pillar_round,
	side text not null check (side in ('OURS', 'PARTNER')),
	desire int check (desire between 1 and 5),
	project int check (project between 1 and 5),
	balance int check (balance between 1 and 5),
	contract int check (contract between 1 and 5),
	comment text not null default '',
	scored_by text not null,
	scored_at timestamptz not null default clock_timestamp(),
	primary key (round_id, side)
);

-- The common project and its objectives, as entered; the latest set counts (QUA-03, QUA-14).
create table objective_set (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	number int not null,
	entry_key bigint not null,
	common_project text not null,
	set_at timestamptz not null default clock_timestamp(),
	unique (partnership_id, number),
	unique (partnership_id, entry_key)
);

create table objective (
	id uuid primary key,
	set_id uuid not null references objective_set,
	position int not null,
	name text not null,
	target numeric,
	unit text not null,
	due_on date,
	benchmark text not null,
	unique (set_id, position)
);

-- Revisions of the terms. A revision is never changed: who accepts it knows what is accepted (CON-06).
create table term_sheet (
	id uuid primary key,
	partnership_id uuid not null references partnership,
	revision int not null,
	entry_key bigint not null,
	kind text not null,
	our_contribution text not null,
	partner_contribution text not null,
	our_benefit text not null,
	partner_benefit text not null,
	territory text not null,
	products text not null,
	sectors text not null,
	value_minor bigint,
	currency text not null,
	duration_months int,
	notice_days int,
	launch_on date,
	risk text not null,
	written_at timestamptz not null default clock_timestamp(),
	unique (partnership_id, revision),
	unique (partnership_id, entry_key)
);

-- One answer per side and revision; there is no second.
create table term_sheet_answer (
	term_sheet_id uuid not null references term_sheet,
	side text not null check (side in ('OURS', 'PARTNER')),
	answer text not null check (answer in ('ACCEPTED', 'CHANGES', 'DECLINED')),
	note text not null default '',
	answered_by text not null,
	answered_at timestamptz not null default clock_timestamp(),
	primary key (term_sheet_id, side)
);

create function term_sheet_stays() returns trigger language plpgsql as $$
begin
	raise exception 'Rows of % are never changed; write a new revision', tg_table_name;
end $$;

create trigger term_sheet_stays before update or delete on term_sheet
	for each row execute function term_sheet_stays();

create trigger term_sheet_answer_stays before update or delete on term_sheet_answer
	for each row execute function term_sheet_stays();

-- The sponsor's yes or no to exactly one revision (QUA-18, QUA-19).
create table sponsor_decision (
	id bigint generated always as identity primary key,
	partnership_id uuid not null references partnership,
	entry_key bigint not null,
	term_sheet_id uuid references term_sheet,
	decision text not null check (decision in ('YES', 'NO')),
	reason text not null default '',
	decided_by text not null,
	decided_at timestamptz not null default clock_timestamp(),
	unique (partnership_id, entry_key)
);
