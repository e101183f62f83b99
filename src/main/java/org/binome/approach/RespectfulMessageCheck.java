package org.binome.approach;

import java.util.List;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.gate.Gate;
import org.binome.gate.NothingToJudge;
import org.binome.gate.PolicyCheck;
import org.binome.gate.RespectfulMessagePolicy;
import org.binome.gate.Verdict;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;

import org.springframework.stereotype.Component;

/**
 * Gate <code>respectful-message</code> (APP-02, APP-05, APP-09 to APP-14).
 */
@Component
class RespectfulMessageCheck implements PolicyCheck<RespectfulMessagePolicy.Facts> {

	private final Messages messages;

	private final Gestures gestures;

	private final WordLists words;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Accounts accounts;

	private final Company company;

	RespectfulMessageCheck(Messages messages, Gestures gestures, WordLists words, Partnerships partnerships,
			Organisations organisations, Accounts accounts, Company company) {
		this.messages = messages;
		this.gestures = gestures;
		this.words = words;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.accounts = accounts;
		this.company = company;
	}

	@Override
	public Gate gate() {
		return Gate.RESPECTFUL_MESSAGE;
	}

	@Override
	public RespectfulMessagePolicy.Facts facts(UUID partnershipId) {
		Message message = this.messages.latestOf(partnershipId)
			.orElseThrow(() -> new NothingToJudge("Aucun message n’est rédigé.", "No message is drafted.",
					"Rédigez d’abord le message.", "Draft the message first."));
		Draft draft = message.draft();
		boolean met = this.gestures.of(partnershipId).stream().anyMatch((gesture) -> gesture.kind().inPerson());
		return new RespectfulMessagePolicy.Facts(draft.source(), draft.whyThem(), draft.theirBenefit(), draft.idea(),
				draft.phone(), draft.hours(), message.subject(), message.body(), this.accounts.nameOf(message.author()),
				this.company.legalName(), this.messages.whyOthers(partnershipId), met,
				message.body().contains(Message.LINK), names(partnershipId), this.words.in(message.language()));
	}

	@Override
	public Verdict judge(RespectfulMessagePolicy.Facts facts) {
		return RespectfulMessagePolicy.verdict(facts);
	}

	/**
	 * What was written to others is compared with, but is no evidence of this
	 * partnership.
	 */
	@Override
	public Assessment assess(UUID partnershipId) {
		RespectfulMessagePolicy.Facts facts = facts(partnershipId);
		return new Assessment(judge(facts),
				new RespectfulMessagePolicy.Facts(facts.source(), facts.whyThem(), facts.theirBenefit(), facts.idea(),
						facts.phone(), facts.hours(), facts.subject(), facts.body(), facts.sender(), facts.company(),
						List.of(), facts.met(), facts.answerable(), facts.names(), facts.wording()));
	}

	private List<String> names(UUID partnershipId) {
		Partnership partnership = this.partnerships.get(partnershipId);
		return List.of(this.organisations.get(partnership.organisationId()).name(),
				this.organisations.person(partnership.contactId()).name(), this.accounts.nameOf(partnership.owner()),
				this.company.legalName());
	}

}
