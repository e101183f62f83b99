-- What an approval counted as and which roles the account had at that moment: who gains a role later
-- has not approved, who loses it has (CON-02). Null in what was approved before.
alter table approval
	add column given_as text check (given_as in ('LEGAL', 'SPONSOR')),
	add column roles text;

-- How the frontier runs with another live partnership (CON-09). Each sentence is kept; the latest on
-- the same terms counts.
create table contract_frontier (
	id bigint generated always as identity primary key,
	contract_id uuid not null references contract,
	term_sheet_id uuid not null references term_sheet,
	entry_key bigint not null,
	other_partnership_id uuid not null references partnership,
	sentence text not null,
	drawn_by text not null,
	drawn_at timestamptz not null default clock_timestamp(),
	unique (contract_id, entry_key, other_partnership_id)
);

-- What legal says of terms with a competitor (PRO-04). The latest on the same terms counts.
create table competition_check (
	id bigint generated always as identity primary key,
	contract_id uuid not null references contract,
	term_sheet_id uuid not null references term_sheet,
	entry_key bigint not null,
	lawful boolean not null,
	confidentiality text not null,
	reason text not null,
	checked_by text not null,
	roles text not null,
	checked_at timestamptz not null default clock_timestamp(),
	unique (contract_id, entry_key)
);

comment on column competition_check.confidentiality is 'which agreement protects what is shared; empty when there is none';

-- Another strictness of one clause than the profile says (CON-07). The latest of a clause counts.
create table clause_deviation (
	id bigint generated always as identity primary key,
	contract_id uuid not null references contract,
	entry_key bigint not null,
	clause text not null,
	variant text not null check (variant in ('light', 'standard', 'strict', 'profile')),
	reason text not null,
	asked_by text not null,
	asked_at timestamptz not null default clock_timestamp(),
	unique (contract_id, entry_key, clause)
);

comment on column clause_deviation.variant is 'profile takes an earlier deviation back';

create table clause_deviation_approval (
	id bigint generated always as identity primary key,
	deviation_id bigint not null references clause_deviation,
	approved_by text not null,
	roles text not null,
	approved_at timestamptz not null default clock_timestamp(),
	unique (deviation_id, approved_by)
);

-- One revision in the words of one person (CON-04). The latest of a person counts.
create table read_back (
	id bigint generated always as identity primary key,
	contract_id uuid not null references contract,
	revision int not null,
	sha256 char(64) not null,
	entry_key text not null unique,
	side text not null check (side in ('OURS', 'PARTNER')),
	person text not null,
	person_name text not null,
	objective text not null,
	duties text not null,
	dates text not null,
	exit text not null,
	restated_at timestamptz not null default clock_timestamp(),
	foreign key (contract_id, revision) references contract_revision (contract_id, revision)
);

comment on column read_back.person is 'user name on our side, id of the person on the partner''s';

create table read_back_comparison (
	id uuid primary key,
	number bigint generated always as identity,
	contract_id uuid not null references contract,
	revision int not null,
	sha256 char(64) not null,
	entry_key bigint not null,
	objective_alike boolean not null,
	duties_alike boolean not null,
	dates_alike boolean not null,
	exit_alike boolean not null,
	decision text not null check (decision in ('COMPARED', 'SETTLE', 'RETURN')),
	understanding text not null,
	reason text not null,
	compared_by text not null,
	compared_at timestamptz not null default clock_timestamp(),
	unique (contract_id, entry_key),
	foreign key (contract_id, revision) references contract_revision (contract_id, revision)
);

-- What each signatory of the partner says to what was settled.
create table read_back_confirmation (
	comparison_id uuid not null references read_back_comparison,
	person_id uuid not null references person,
	person_name text not null,
	confirmed boolean not null,
	note text not null,
	answered_at timestamptz not null default clock_timestamp(),
	primary key (comparison_id, person_id)
);

create trigger contract_frontier_append_only before update or delete or truncate on contract_frontier
	for each statement execute function refuse_evidence_change();
create trigger competition_check_append_only before update or delete or truncate on competition_check
	for each statement execute function refuse_evidence_change();
create trigger clause_deviation_append_only before update or delete or truncate on clause_deviation
	for each statement execute function refuse_evidence_change();
create trigger clause_deviation_approval_append_only before update or delete or truncate
	on clause_deviation_approval for each statement execute function refuse_evidence_change();
create trigger read_back_append_only before update or delete or truncate on read_back
	for each statement execute function refuse_evidence_change();
create trigger read_back_comparison_append_only before update or delete or truncate on read_back_comparison
	for each statement execute function refuse_evidence_change();
create trigger read_back_confirmation_append_only before update or delete or truncate on read_back_confirmation
	for each statement execute function refuse_evidence_change();
