package org.binome.contract;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signature.Method;
import org.binome.contract.Signatures.Required;
import org.binome.document.Printer;
import org.binome.document.Templates;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The pages that say who signed a revision, when and how we know: told from the database
 * alone, in the language of the contract.
 */
@Component
class SignatureEvidence {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	private final Company company;

	private final Accounts accounts;

	private final Contracts contracts;

	private final Approvals approvals;

	private final Signatures signatures;

	private final ContractFiles files;

	private final Templates templates;

	private final Printer printer;

	SignatureEvidence(JdbcClient jdbc, JsonMapper json, Clock clock, Company company, Accounts accounts,
			Contracts contracts, Approvals approvals, Signatures signatures, ContractFiles files, Templates templates,
			Printer printer) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
		this.company = company;
		this.accounts = accounts;
		this.contracts = contracts;
		this.approvals = approvals;
		this.signatures = signatures;
		this.files = files;
		this.templates = templates;
		this.printer = printer;
	}

	/** The pages as PDF. */
	byte[] print(Contract contract, Revision revision) {
		boolean french = revision.language().equals("fr");
		Words words = new Words(french,
				DateTimeFormatter
					.ofPattern(french ? "d MMMM uuuu 'à' HH:mm:ss" : "d MMMM uuuu, HH:mm:ss",
							Locale.of(revision.language()))
					.withZone(this.clock.getZone()));
		List<Required> signed = this.signatures.required(contract, revision);
		Map<String, Object> values = new HashMap<>();
		values.put("language", revision.language());
		values.put("company", this.company.legalName());
		values.put("reference", contract.reference());
		values.put("revision", Integer.toString(revision.number()));
		values.put("bytes", Integer.toString(this.contracts.pdf(contract.id(), revision.number()).length));
		values.put("drawnUp", words.at(revision.createdAt()));
		values.put("sha256", revision.sha256());
		values.put("dataSha256", revision.dataSha256());
		values.put("template", revision.kind() + " · " + revision.language() + " · " + revision.templateVersion());
		values.put("parties", parties(revision));
		values.put("signatures", signed.stream().map((party) -> signature(party, words)).toList());
		values.put("approvals", approvals(revision, words));
		values.put("events", events(contract, revision, words));
		values.put("zone",
				this.clock.getZone().normalized().equals(ZoneOffset.UTC) ? "UTC" : this.clock.getZone().getId());
		return this.printer.print(
				this.templates.render("evidence/evidence.ftlh", values, Locale.of(revision.language())),
				this.clock.instant());
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> parties(Revision revision) {
		String data = this.jdbc.sql("select data::text from contract_revision where contract_id = ? and revision = ?")
			.params(revision.contractId(), revision.number())
			.query(String.class)
			.single();
		return ((List<Map<String, Object>>) this.json.readValue(data, Map.class).get("parties")).stream()
			.map((party) -> Map.<String, Object>of("name", party.get("name"), "description",
					String.join(", ",
							Stream.of("address", "registration", "signatory")
								.map((key) -> String.valueOf(party.getOrDefault(key, "")))
								.filter((text) -> !text.isBlank())
								.toList())))
			.toList();
	}

	private Map<String, Object> signature(Required party, Words words) {
		Signature signature = party.signature().orElseThrow();
		Map<String, Object> values = new HashMap<>();
		values.put("name", signature.name());
		values.put("title",
				signature.title().equals("SPONSOR") ? words.say("Direction", "Management") : signature.title());
		values.put("party", party.party());
		values.put("when", words.signed(signature));
		values.put("email", signature.email());
		values.put("ip", signature.ip());
		values.put("userAgent", (signature.userAgent() != null) ? signature.userAgent() : "");
		values.put("code", (signature.codeVerifiedAt() != null)
				? words.say("saisi le ", "entered on ") + words.at(signature.codeVerifiedAt()) : "");
		values.put("method", switch (signature.method()) {
			case ACCOUNT ->
				words.say("Compte personnel, identifié par mot de passe", "Personal account, identified by password");
			case SIGNED_LINK -> words.say("Lien personnel et code à six chiffres reçus par courriel",
					"Personal link and six-digit code received by mail");
			case WET_INK -> words.say("À la main sur papier ; scan comparé par une seconde personne",
					"By hand on paper; scan compared by a second person");
		});
		values.put("statement", signature.statement());
		values.put("drawing",
				(signature.drawingSha256() != null)
						? "data:image/png;base64,"
								+ Base64.getEncoder().encodeToString(this.files.get(signature.drawingSha256()).bytes())
						: "");
		values.put("scan", (signature.scanId() != null) ? scan(signature) : "");
		return values;
	}

	private String scan(Signature signature) {
		return this.jdbc.sql("select scan_sha256 from signed_scan where id = ?")
			.param(signature.scanId())
			.query(String.class)
			.single();
	}

	private List<Map<String, Object>> approvals(Revision revision, Words words) {
		return this.approvals.of(revision.contractId())
			.stream()
			.filter((approval) -> approval.revision() == revision.number())
			.filter((approval) -> approval.decision() == Approval.Decision.APPROVED)
			.map((approval) -> Map.<String, Object>of("name", this.accounts.nameOf(approval.approver()), "text",
					words.say("a approuvé exactement cette empreinte le ", "approved exactly this fingerprint on ")
							+ words.at(approval.completedAt())))
			.toList();
	}

	private List<Map<String, Object>> events(Contract contract, Revision revision, Words words) {
		List<Event> events = new ArrayList<>();
		events.add(new Event(revision.recordedAt(),
				words.say("Révision établie par ", "Revision drawn up by ") + this.accounts.nameOf(revision.author())));
		this.approvals.of(contract.id())
			.stream()
			.filter((approval) -> approval.revision() == revision.number())
			.forEach((approval) -> events.add(new Event(approval.completedAt(), switch (approval.decision()) {
				case APPROVED -> words.say("Approuvée par ", "Approved by ");
				case RETURNED -> words.say("Renvoyée par ", "Returned by ");
				case REFUSED -> words.say("Refusée par ", "Refused by ");
			} + this.accounts.nameOf(approval.approver()))));
		events.addAll(linksAndCodes(contract, revision, words));
		this.signatures.of(contract.id())
			.stream()
			.filter((signature) -> signature.revision() == revision.number() && signature.method() != Method.WET_INK)
			.forEach(
					(signature) -> events.add(new Event(signature.signedAt(),
							((signature.answer() == Answer.SIGNED) ? words.say("Signée par ", "Signed by ")
									: words.say("Signature refusée par ", "Signature declined by "))
									+ signature.name())));
		events.addAll(scans(contract, revision, words));
		return events.stream()
			.sorted(Comparator.comparing(Event::at))
			.map((event) -> Map.<String, Object>of("when", words.at(event.at()), "what", event.what()))
			.toList();
	}

	private List<Event> linksAndCodes(Contract contract, Revision revision, Words words) {
		return this.jdbc.sql("""
				select p.name, p.email, l.created_at, null::timestamptz as sent_at, null::timestamptz as verified_at
				from signed_link l join person p on p.id = l.person_id where l.business_key like ?
				union all
				select p.name, c.sent_to, null, c.sent_at, c.verified_at
				from signing_code c join signed_link l on l.id = c.link_id join person p on p.id = l.person_id
				where l.business_key like ?""")
			.params(key(contract, revision), key(contract, revision))
			.query((row, number) -> {
				List<Event> found = new ArrayList<>();
				add(found, row.getTimestamp("created_at"),
						words.say("Lien personnel fait pour %s, %s", "Personal link made for %s, %s")
							.formatted(row.getString("name"), row.getString("email")));
				add(found, row.getTimestamp("sent_at"),
						words.say("Code à six chiffres envoyé à %s", "Six-digit code sent to %s")
							.formatted(row.getString("email")));
				add(found, row.getTimestamp("verified_at"),
						words.say("Code saisi par %s", "Code entered by %s").formatted(row.getString("name")));
				return found;
			})
			.list()
			.stream()
			.flatMap(List::stream)
			.toList();
	}

	private List<Event> scans(Contract contract, Revision revision, Words words) {
		return this.jdbc.sql("""
				select s.uploaded_by, s.uploaded_at, k.checked_by, k.checked_at, k.matches
				from signed_scan s left join scan_check k on k.scan_id = s.id
				where s.contract_id = ? and s.revision = ?""")
			.params(contract.id(), revision.number())
			.query((row, number) -> {
				List<Event> found = new ArrayList<>();
				add(found, row.getTimestamp("uploaded_at"),
						words.say("Scan du papier signé déposé par %s", "Scan of the signed paper uploaded by %s")
							.formatted(this.accounts.nameOf(row.getString("uploaded_by"))));
				if (row.getString("checked_by") != null) {
					add(found, row.getTimestamp("checked_at"),
							(row.getBoolean("matches")
									? words.say("Scan conforme au document selon %s", "Scan found to match by %s")
									: words.say("Scan écarté par %s", "Scan rejected by %s"))
								.formatted(this.accounts.nameOf(row.getString("checked_by"))));
				}
				return found;
			})
			.list()
			.stream()
			.flatMap(List::stream)
			.toList();
	}

	private static void add(List<Event> events, Timestamp at, String what) {
		if (at != null) {
			events.add(new Event(at.toInstant(), what));
		}
	}

	private static String key(Contract contract, Revision revision) {
		return "signature:" + contract.id() + ":" + revision.number() + ":%";
	}

	private record Event(Instant at, String what) {
	}

	private record Words(boolean french, DateTimeFormatter times) {

		String say(String inFrench, String inEnglish) {
			return this.french ? inFrench : inEnglish;
		}

		String at(Instant instant) {
			return this.times.format(instant);
		}

		/** Paper has a date, no time. */
		String signed(Signature signature) {
			return (signature.method() == Method.WET_INK)
					? DateTimeFormatter.ofPattern("d MMMM uuuu", this.times.getLocale())
						.withZone(this.times.getZone())
						.format(signature.signedAt())
					: at(signature.signedAt());
		}

	}

}
