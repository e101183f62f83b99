package org.binome.gate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.decision.Timeline;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Ends silent loops (GOV-03): a gate that holds the same partnership three times in a row
 * is told to the level above whoever clears it; three times more, to the level above
 * that.
 */
@Component
class GateEscalation {

	/** How many holds in a row are told to the level above. */
	static final int HOLDS = 3;

	private final Evaluations evaluations;

	private final Subjects subjects;

	private final Accounts accounts;

	private final Letters letters;

	private final Mailer mailer;

	private final Timeline timeline;

	private final String portal;

	GateEscalation(Evaluations evaluations, Subjects subjects, Accounts accounts, Letters letters, Mailer mailer,
			Timeline timeline, @Value("${binome.portal-url}") String portal) {
		this.evaluations = evaluations;
		this.subjects = subjects;
		this.accounts = accounts;
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
		List<Account> audience = audience(evaluation.gate(), times / HOLDS, subject);
		for (Account account : audience) {
			send(evaluation, subject, times, account);
		}
		if (subject.partnership()) {
			String names = audience.stream().map(Account::name).collect(Collectors.joining(", "));
			this.timeline.note(subject.id(), "gate-escalation:" + evaluation.id(), "gate", "binome",
					"Le contrôle « %s » retient le partenariat pour la %de fois ; prévenus : %s."
						.formatted(evaluation.gate().label("fr"), times, names),
					"The gate “%s” has held %d times; told: %s.".formatted(evaluation.gate().label("en"), times,
							names));
		}
	}

	/** Everybody of the level above but the owner; a level without anybody is skipped. */
	private List<Account> audience(Gate gate, int levels, Subject subject) {
		Role role = gate.clearedBy();
		for (int level = 0; level < levels; level++) {
			role = role.above();
		}
		List<Account> audience = others(role, subject);
		while (audience.isEmpty() && role != role.above()) {
			role = role.above();
			audience = others(role, subject);
		}
		return audience;
	}

	private List<Account> others(Role role, Subject subject) {
		return this.accounts.withRole(role)
			.stream()
			.filter((account) -> !account.username().equals(subject.owner()))
			.toList();
	}

	private void send(Evaluation evaluation, Subject subject, int times, Account account) {
		String language = account.language();
		Letter letter = this.letters.write("gate-held", language,
				Map.of("name", account.name(), "subject", subject.name(), "gate", evaluation.gate().label(language),
						"times", times, "owner", this.accounts.nameOf(subject.owner()), "findings",
						lines(evaluation, language), "link", this.portal + subject.path()));
		this.mailer.send(new Mail("gate-escalation:" + evaluation.id() + ":" + account.username(),
				subject.partnership() ? subject.id() : null, account.email(), letter.subject(), letter.text()));
	}

	static List<Map<String, String>> lines(Evaluation evaluation, String language) {
		return evaluation.findings()
			.stream()
			.map((finding) -> Map.of("rule", finding.rule(), "text", finding.text(language), "remedy",
					finding.remedy(language)))
			.toList();
	}

}
