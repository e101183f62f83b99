package org.binome.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.decision.Timeline;
import org.binome.gate.GovernancePolicy.Level;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Ends silent loops (GOV-03): a gate that holds the same partnership three times in a row
 * is told to the level above whoever clears it; three times more, to the level above
 * that. The person named at that level of the partnership's governance is told (GOV-02),
 * or everybody of the role when nobody is named.
 */
@Component
class GateEscalation {

	/** How many holds in a row are told to the level above. */
	static final int HOLDS = 3;

	private static final String ADDRESS = "[^@\\s<>\"']{1,64}@[^@\\s<>\"']+\\.[^@\\s<>\"'.]{2,}";

	private final Evaluations evaluations;

	private final Subjects subjects;

	private final Accounts accounts;

	private final NamedLevels named;

	private final Letters letters;

	private final Mailer mailer;

	private final Timeline timeline;

	private final String portal;

	GateEscalation(Evaluations evaluations, Subjects subjects, Accounts accounts, NamedLevels named, Letters letters,
			Mailer mailer, Timeline timeline, @Value("${binome.portal-url}") String portal) {
		this.evaluations = evaluations;
		this.subjects = subjects;
		this.accounts = accounts;
		this.named = named;
		this.letters = letters;
		this.mailer = mailer;
		this.timeline = timeline;
		this.portal = portal;
	}

	/** Escalates if this hold is the third in a row, or the sixth. */
	void heldAgain(Evaluation evaluation) {
		int times = this.evaluations.timesHeld(evaluation);
		if (times % HOLDS != 0) {
			return;
		}
		Subject subject = this.subjects.get(evaluation.subject());
		List<Recipient> audience = named(evaluation.gate(), times / HOLDS, subject).map(List::of)
			.orElseGet(() -> ofRole(evaluation.gate(), times / HOLDS, subject));
		for (Recipient recipient : audience) {
			send(evaluation, subject, times, recipient);
		}
		if (subject.partnership()) {
			String names = audience.stream().map(Recipient::name).collect(Collectors.joining(", "));
			this.timeline.note(subject.id(), "gate-escalation:" + evaluation.id(), "gate", "binome",
					"Le contrôle « %s » retient le partenariat pour la %de fois ; prévenus : %s."
						.formatted(evaluation.gate().label("fr"), times, names),
					"The gate “%s” has held %d times; told: %s.".formatted(evaluation.gate().label("en"), times,
							names));
		}
	}

	/**
	 * Our person at the level of governance above whoever clears the gate, unless that is
	 * the owner.
	 */
	private Optional<Recipient> named(Gate gate, int levels, Subject subject) {
		int level = (gate.clearedBy() == Role.MANAGER || gate.clearedBy() == Role.LEGAL) ? levels
				: Level.EXECUTIVE.ordinal() + levels;
		if (level >= Level.values().length) {
			return Optional.empty();
		}
		return this.named.ours(subject.id(), Level.values()[level]).flatMap((person) -> recipient(person, subject));
	}

	private Optional<Recipient> recipient(String person, Subject subject) {
		Optional<Account> account = this.accounts.named(person);
		if (account.isPresent()) {
			return account.filter((found) -> !found.username().equals(subject.owner())).map(Recipient::of);
		}
		return person.matches(ADDRESS) ? Optional.of(new Recipient(person, person, person, "fr")) : Optional.empty();
	}

	/** Everybody of the level above but the owner; a level without anybody is skipped. */
	private List<Recipient> ofRole(Gate gate, int levels, Subject subject) {
		Role role = gate.clearedBy();
		for (int level = 0; level < levels; level++) {
			role = role.above();
		}
		List<Account> audience = others(role, subject);
		while (audience.isEmpty() && role != role.above()) {
			role = role.above();
			audience = others(role, subject);
		}
		return audience.stream().map(Recipient::of).toList();
	}

	private List<Account> others(Role role, Subject subject) {
		return this.accounts.withRole(role)
			.stream()
			.filter((account) -> !account.username().equals(subject.owner()))
			.toList();
	}

	private void send(Evaluation evaluation, Subject subject, int times, Recipient recipient) {
		String language = recipient.language();
		Letter letter = this.letters.write("gate-held", language,
				Map.of("name", recipient.name(), "subject", subject.name(), "gate", evaluation.gate().label(language),
						"times", times, "owner", this.accounts.nameOf(subject.owner()), "findings",
						lines(evaluation, language), "link", this.portal + subject.path()));
		this.mailer.send(new Mail("gate-escalation:" + evaluation.id() + ":" + recipient.key(),
				subject.partnership() ? subject.id() : null, recipient.email(), letter.subject(), letter.text()));
	}

	static List<Map<String, String>> lines(Evaluation evaluation, String language) {
		return evaluation.findings()
			.stream()
			.map((finding) -> Map.of("rule", finding.rule(), "text", finding.text(language), "remedy",
					finding.remedy(language)))
			.toList();
	}

	/**
	 * Somebody who is told.
	 *
	 * @param key tells one from another
	 */
	private record Recipient(String key, String name, String email, String language) {

		static Recipient of(Account account) {
			return new Recipient(account.username(), account.name(), account.email(), account.language());
		}

	}

}
