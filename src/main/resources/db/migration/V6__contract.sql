create table contract (
	id uuid primary key,
	number bigint generated always as identity unique,
	partnership_id uuid not null unique references partnership,
	term_sheet_id uuid not null,
	state text not null check (state in ('DRAFT', 'IN_FORCE', 'REFUSED', 'DECLINED')),
	opened_at timestamptz not null default now(),
	drawn_up_on date not null,
	revision_in_force int,
	starts_on date,
	ends_on date,
	notice_by date,
	notice_reminder_at timestamptz
);

-- What only the manager can add: never a commercial term (CON-08). Each entry is kept; the latest counts.
create table contract_details (
	id bigint generated always as identity primary key,
	contract_id uuid not null references contract,
	entry_key bigint not null,
	partner_legal_name text not null,
	partner_address text not null,
	partner_registration text not null,
	partner_signatory text not null,
	partner_signatory_title text not null,
	jurisdiction text not null,
	note text not null,
	entered_by text not null,
	entered_at timestamptz not null default now(),
	unique (contract_id, entry_key)
);

create table contract_revision (
	id uuid primary key,
	contract_id uuid not null references contract,
	revision int not null,
	entry_key bigint not null,
	kind text not null,
	clause_profile text not null check (clause_profile in ('light', 'standard', 'strict')),
	language text not null check (language in ('fr', 'en')),
	template_version text not null,
	data jsonb not null,
	data_sha256 char(64) not null,
	html text not null,
	pdf bytea not null,
	sha256 char(64) not null,
	author text not null,
	reason text not null,
	created_at timestamptz not null,
	recorded_at timestamptz not null default clock_timestamp(),
	unique (contract_id, revision),
	unique (contract_id, entry_key)
);

alter table contract_revision alter column pdf set storage external;

create table approval (
	id bigint generated always as identity primary key,
	contract_id uuid not null references contract,
	revision int not null,
	sha256 char(64) not null,
	entry_key bigint not null,
	approver text not null,
	decision text not null check (decision in ('APPROVED', 'RETURNED', 'REFUSED')),
	reason text not null,
	template_version text not null,
	data_sha256 char(64) not null,
	task_key text not null,
	process_instance_key bigint not null,
	process_version int not null,
	completed_at timestamptz not null,
	recorded_at timestamptz not null default now(),
	unique (contract_id, entry_key),
	foreign key (contract_id, revision) references contract_revision (contract_id, revision)
);

create table signature (
	id bigint generated always as identity primary key,
	contract_id uuid not null references contract,
	revision int not null,
	sha256 char(64) not null,
	side text not null check (side in ('OURS', 'PARTNER')),
	signer text not null,
	signer_name text not null,
	signer_title text not null,
	signer_email text not null,
	answer text not null check (answer in ('SIGNED', 'DECLINED')),
	reason text not null default '',
	method text not null check (method in ('ACCOUNT', 'SIGNED_LINK')),
	statement text not null,
	ip text not null default '',
	signed_at timestamptz not null,
	unique (contract_id, revision, side, signer),
	foreign key (contract_id, revision) references contract_revision (contract_id, revision)
);

-- Evidence is only ever added.
create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% is append-only', tg_table_name;
end $$;

create trigger contract_revision_append_only before update or delete on contract_revision
	for each row execute function refuse_change();
create trigger approval_append_only before update or delete on approval
	for each row execute function refuse_change();
create trigger signature_append_only before update or delete on signature
	for each row execute function refuse_change();
