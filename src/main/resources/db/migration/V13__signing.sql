-- Drawn signatures, scans and sealed documents, each kept once under its fingerprint.
create table contract_file (
	sha256 char(64) primary key,
	media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
	bytes bytea not null,
	stored_at timestamptz not null default clock_timestamp()
);

alter table contract_file alter column bytes set storage external;

-- The code by which a person shows to be the one whom the link was mailed to.
create table signing_code (
	id uuid primary key,
	link_id uuid not null references signed_link,
	code_mac char(64) not null,
	sent_to text not null,
	sent_at timestamptz not null,
	expires_at timestamptz not null,
	attempts int not null default 0,
	verified_at timestamptz,
	session_sha256 char(64)
);

create index signing_code_of_link on signing_code (link_id, sent_at);

-- Who signs when; the owner may choose it until the first person is asked.
alter table contract add column signing_order text not null default 'ANY'
	check (signing_order in ('ANY', 'OURS_FIRST', 'PARTNERS_FIRST'));
-- The revision people were last asked to sign, and on which visit of the process.
alter table contract add column signing_revision int;
alter table contract add column signing_visit bigint;

-- Paper that was signed by hand and scanned: what its uploader says of it, and what a second person found.
create table signed_scan (
	id uuid primary key,
	contract_id uuid not null references contract,
	revision int not null,
	sha256 char(64) not null,
	scan_sha256 char(64) not null references contract_file,
	signed_by jsonb not null,
	uploaded_by text not null,
	uploaded_at timestamptz not null,
	unique (contract_id, revision, scan_sha256),
	foreign key (contract_id, revision) references contract_revision (contract_id, revision)
);

create table scan_check (
	id uuid primary key,
	scan_id uuid not null unique references signed_scan,
	matches boolean not null,
	note text not null,
	checked_by text not null,
	checked_at timestamptz not null
);

alter table signature drop constraint signature_method_check;
alter table signature add constraint signature_method_check check (method in ('ACCOUNT', 'SIGNED_LINK', 'WET_INK'));
-- The party signed for, null for us; then how we know who it was.
alter table signature add column organisation_id uuid references organisation;
alter table signature add column code_verified_at timestamptz;
alter table signature add column drawing_sha256 char(64) references contract_file;
alter table signature add column user_agent text;
alter table signature add column scan_id uuid references signed_scan;

-- One sealed document per revision.
create table contract_seal (
	id uuid primary key,
	contract_id uuid not null references contract,
	revision int not null,
	revision_sha256 char(64) not null,
	sha256 char(64) not null references contract_file,
	certificate bytea not null,
	level text not null check (level in ('B', 'T')),
	sealed_at timestamptz not null,
	unique (contract_id, revision),
	foreign key (contract_id, revision) references contract_revision (contract_id, revision)
);

create trigger contract_file_append_only before update or delete or truncate on contract_file
	for each statement execute function refuse_evidence_change();
create trigger signed_scan_append_only before update or delete or truncate on signed_scan
	for each statement execute function refuse_evidence_change();
create trigger scan_check_append_only before update or delete or truncate on scan_check
	for each statement execute function refuse_evidence_change();
create trigger contract_seal_append_only before update or delete or truncate on contract_seal
	for each statement execute function refuse_evidence_change();
