-- What the terms also say, each part of a revision that never changes (CON-06, CON-11, PRO-10, QUA-08).
alter table term_sheet
	add column exclusive boolean not null default false,
	add column kind_reason text not null default '',
	add column proposed_kind text not null default '',
	add column commission_percent numeric,
	add column commission_basis text not null default '',
	add column commission_payment_days int,
	add column our_brand_conditions text not null default '',
	add column partner_brand_conditions text not null default '',
	add column our_never_shared text not null default '',
	add column partner_never_shared text not null default '';

comment on column term_sheet.proposed_kind is 'what formality-ladder.dmn proposed for these terms (CON-11)';

-- Parties beside us and the partner who leads (CON-12). The position is the one in the contract: we are
-- 1, the leading partner is 2.
create table term_sheet_party (
	term_sheet_id uuid not null references term_sheet,
	position int not null check (position > 2),
	organisation_id uuid references organisation,
	person_id uuid references person,
	name text not null,
	country text not null,
	language text not null,
	contact_name text not null,
	contact_email text not null,
	contact_role text not null,
	contribution text not null,
	benefit text not null,
	brand_conditions text not null,
	never_shared text not null,
	primary key (term_sheet_id, position)
);

comment on column term_sheet_party.organisation_id is 'null when what was entered was not usable; so is person_id';

create trigger term_sheet_party_append_only before update or delete on term_sheet_party
	for each row execute function term_sheet_stays();
create trigger term_sheet_party_never_emptied before truncate on term_sheet_party
	for each statement execute function refuse_evidence_change();

-- Every party answers for itself.
alter table term_sheet_answer
	drop constraint term_sheet_answer_side_check,
	add constraint term_sheet_answer_side_check check (side ~ '^(OURS|PARTNER|PARTY-[0-9]+)$');

-- What the contract must say of a further party. Each entry is kept; the latest counts.
create table contract_party_details (
	id bigint generated always as identity primary key,
	contract_id uuid not null references contract,
	entry_key bigint not null,
	side text not null,
	legal_name text not null,
	address text not null,
	registration text not null,
	signatory text not null,
	signatory_title text not null,
	unique (contract_id, entry_key, side)
);

-- A partnership has one contract and a chain of amendments to it (PIL-01): number 0 is the contract.
alter table contract
	drop constraint contract_partnership_id_key,
	add column amendment int not null default 0 check (amendment >= 0),
	add column amends uuid references contract,
	add constraint contract_amendment_amends check ((amendment = 0) = (amends is null)),
	add constraint contract_amendment_once unique (partnership_id, amendment);

comment on column contract.amends is 'the contract or amendment that was in force when this one was opened';
