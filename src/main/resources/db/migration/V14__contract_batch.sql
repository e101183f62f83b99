-- Drafts of all contracts in force with the templates of the day. They are for reading: nothing here is
-- ever approved, signed or in force, so these tables are no evidence.
create table contract_batch (
	id uuid primary key,
	state text not null check (state in ('RUNNING', 'STOPPED', 'DONE')),
	reason text not null,
	started_by text not null,
	started_at timestamptz not null default now(),
	ended_at timestamptz
);

create unique index contract_batch_one_running on contract_batch (state) where state = 'RUNNING';

create table contract_batch_item (
	batch_id uuid not null references contract_batch,
	contract_id uuid not null references contract,
	revision int not null,
	state text not null default 'WAITING' check (state in ('WAITING', 'CHANGED', 'UNCHANGED', 'FAILED')),
	template_version text,
	changed_clauses int,
	html text,
	pdf bytea,
	sha256 char(64),
	reason text,
	done_at timestamptz,
	primary key (batch_id, contract_id),
	foreign key (contract_id, revision) references contract_revision (contract_id, revision)
);

alter table contract_batch_item alter column pdf set storage external;

create index contract_batch_item_waiting on contract_batch_item (contract_id) where state = 'WAITING';
