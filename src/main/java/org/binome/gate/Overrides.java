package org.binome.gate;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.decision.Timeline;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a person with the authority, never an owner, take responsibility for a held gate
 * (GOV-16). The process waits at the task that can clear the gate; when that task is
 * completed next and the gate finds nothing new, it lets the process through, once.
 */
@Service
public class Overrides {

	/**
	 * Gates before steps that can't be taken back: a contract approved by the wrong
	 * person or signed by one side only binds nobody, whoever takes responsibility for
	 * it. CON-01 allows a recorded, approved exception, so a company may list them in
	 * <code>binome.gates.overridable</code>; the step after them, which releases the
	 * contract, still asks for the approval and the signatures themselves.
	 */
	public static final Set<Gate> IRREVERSIBLE = Set.copyOf(EnumSet.of(Gate.LEGAL_APPROVAL, Gate.SIGNATURE));

	/** How many characters a reason has at least. */
	public static final int SHORTEST_REASON = 20;

	private static final int FEWEST_WORDS = 4;

	private final Evaluations evaluations;

	private final Subjects subjects;

	private final Accounts accounts;

	private final EvidenceChain evidence;

	private final GateSettings settings;

	private final Timeline timeline;

	private final Letters letters;

	private final Mailer mailer;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final String portal;

	Overrides(Evaluations evaluations, Subjects subjects, Accounts accounts, EvidenceChain evidence,
			GateSettings settings, Timeline timeline, Letters letters, Mailer mailer, JdbcClient jdbc, Clock clock,
			@Value("${binome.portal-url}") String portal) {
		this.evaluations = evaluations;
		this.subjects = subjects;
		this.accounts = accounts;
		this.evidence = evidence;
		this.settings = settings;
		this.timeline = timeline;
		this.letters = letters;
		this.mailer = mailer;
		this.jdbc = jdbc;
		this.clock = clock;
		this.portal = portal;
	}

	/**
	 * Why this person can't override this gate now; empty if it is possible.
	 */
	public Optional<OverrideRefused> obstacle(UUID subjectId, Gate gate, String username) {
		Subject subject = this.subjects.get(subjectId);
		Optional<Evaluation> latest = this.evaluations.latest(gate, subjectId);
		if (latest.filter(Evaluation::stops).isEmpty()) {
			return refused("Ce contrôle ne retient rien en ce moment.", "This gate holds nothing at present.");
		}
		if (latest.get().override() != null) {
			return refused("Une dérogation a déjà été accordée ; elle attend la tâche suivante.",
					"An override was given already; it waits for the next task.");
		}
		if (IRREVERSIBLE.contains(gate) && !this.settings.overridable().contains(gate)) {
			return refused("Ce contrôle protège une étape irréversible : aucune dérogation n’est possible.",
					"This gate guards a step that can’t be taken back: it can’t be overridden.");
		}
		if (authority(username).isEmpty()) {
			return refused("Seule la direction ou l’administration peut accorder une dérogation.",
					"Only a sponsor or an administrator can override a gate.");
		}
		if (subject.owners().contains(username)) {
			return refused("Vous êtes responsable de ce partenariat : une autre personne doit en décider.",
					"You own this partnership: somebody else has to decide.");
		}
		return Optional.empty();
	}

	/**
	 * Lets the gate pass when it is asked next, unless it then finds something new. The
	 * owner is told by mail.
	 * @param reason why it is right in this case, for everybody to read
	 * @throws OverrideRefused if it isn't possible or the reason says too little
	 */
	@Transactional
	public GateOverride override(UUID subjectId, Gate gate, String username, String reason) {
		this.evidence.lock(subjectId);
		obstacle(subjectId, gate, username).ifPresent((refused) -> {
			throw refused;
		});
		String words = (reason != null) ? reason.strip() : "";
		if (words.codePointCount(0, words.length()) < SHORTEST_REASON || !Words.atLeast(FEWEST_WORDS, words)) {
			throw new OverrideRefused(
					"Donnez une raison d’au moins %d caractères, en quelques mots.".formatted(SHORTEST_REASON),
					"Give a reason of at least %d characters, in a few words.".formatted(SHORTEST_REASON));
		}
		Evaluation held = this.evaluations.latest(gate, subjectId).orElseThrow();
		var override = new GateOverride(UUID.randomUUID(), held.id(), username, authority(username).orElseThrow(),
				words, this.clock.instant());
		this.jdbc.sql("""
				insert into gate_override (id, evaluation_id, subject_id, gate, given_by, authority, reason, at)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(override.id(), held.id(), subjectId, gate.id(), username, override.authority().name(), words,
					OffsetDateTime.ofInstant(override.at(), ZoneOffset.UTC))
			.update();
		this.evidence.append(subjectId, EvidenceKind.OVERRIDE, override.id());
		tell(this.subjects.get(subjectId), held, override);
		return override;
	}

	private Optional<Role> authority(String username) {
		return this.accounts.find(username)
			.flatMap((account) -> Stream.of(Role.SPONSOR, Role.ADMIN).filter(account::has).findFirst());
	}

	/**
	 * Last in the transaction: an override of which the owner can't be told isn't given.
	 */
	private void tell(Subject subject, Evaluation held, GateOverride override) {
		String by = this.accounts.nameOf(override.givenBy());
		if (subject.partnership()) {
			this.timeline.note(subject.id(), "gate-override:" + override.id(), "gate", override.givenBy(),
					"%s accorde une dérogation au contrôle « %s » : %s".formatted(by, held.gate().label("fr"),
							override.reason()),
					"%s overrides the gate “%s”: %s".formatted(by, held.gate().label("en"), override.reason()));
		}
		this.accounts.find(subject.owner()).ifPresent((owner) -> send(subject, held, override, owner));
	}

	private void send(Subject subject, Evaluation held, GateOverride override, Account owner) {
		String language = owner.language();
		Letter letter = this.letters.write("gate-overridden", language,
				Map.of("name", owner.name(), "subject", subject.name(), "gate", held.gate().label(language), "by",
						this.accounts.nameOf(override.givenBy()), "reason", override.reason(), "findings",
						GateEscalation.lines(held, language), "link", this.portal + subject.path()));
		this.mailer.send(new Mail("gate-override:" + override.id(), subject.partnership() ? subject.id() : null,
				owner.email(), letter.subject(), letter.text()));
	}

	private static Optional<OverrideRefused> refused(String french, String english) {
		return Optional.of(new OverrideRefused(french, english));
	}

}
