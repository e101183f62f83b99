package org.binome.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.binome.account.Company;
import org.binome.contract.ContractDetails.PartyDetails;
import org.binome.document.Attachment;
import org.binome.document.Attachment.Relationship;
import org.binome.document.Digest;
import org.binome.relationship.Objective;
import org.binome.relationship.Party;
import org.binome.relationship.Reserve;
import org.binome.relationship.TermSheet;
import org.binome.relationship.TermsChange;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a contract is made from: the accepted terms, the objectives and the parties, and
 * nothing typed for the occasion (CON-08). The parties stand in order: we, the partner
 * who leads, the further ones (CON-12).
 *
 * @param values as the templates see them
 */
record ContractData(Map<String, Object> values) {

	private static final JsonMapper CANONICAL = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private static final byte[] SCHEMA = schema();

	static ContractData of(Contract contract, int revision, String language, String profile, TermSheet terms,
			List<Objective> objectives, Company company, ContractDetails details, String ourContact,
			String partnerContact, String partnerCountry) {
		Map<String, Object> values = new TreeMap<>();
		values.put("kind", terms.kind());
		values.put("language", language);
		values.put("clauseProfile", profile);
		values.put("reference", contract.reference());
		values.put("revision", revision);
		values.put("drawnUpOn", contract.drawnUpOn().toString());
		values.put("termSheetRevision", terms.revision());
		Roles roles = new Roles(terms.kind(), language, terms.parties().size() + 1);
		List<Map<String, Object>> parties = new ArrayList<>();
		parties.add(party("ours", company.legalName(), company.address(), company.registration(), company.country(),
				company.signatory(), company.signatoryTitle(), ourContact, terms.ourContribution(), terms.ourBenefit(),
				terms.ours(), roles.ours()));
		parties
			.add(party("partner", details.partnerLegalName(), details.partnerAddress(), details.partnerRegistration(),
					partnerCountry, details.partnerSignatory(), details.partnerSignatoryTitle(), partnerContact,
					terms.partnerContribution(), terms.partnerBenefit(), terms.partners(), roles.other(1)));
		for (Party further : terms.parties()) {
			parties.add(party(further, details, roles.other(further.position() - 1)));
		}
		values.put("parties", parties);
		values.put("scope", scope(terms));
		if (terms.exclusive()) {
			values.put("exclusive", true);
		}
		if (terms.commission() != null) {
			values.put("commission", Map.of("percent", terms.commission().percent(), "basis",
					text(terms.commission().basis()), "paymentDays", terms.commission().paymentDays()));
		}
		values.put("objectives", objectives.stream().map(ContractData::objective).toList());
		values.put("valueMinor", terms.valueMinor());
		values.put("currency", terms.currency());
		values.put("durationMonths", terms.durationMonths());
		values.put("noticeDays", terms.noticeDays());
		values.put("launchOn", text(terms.launchOn()));
		values.put("governingLaw", details.jurisdiction());
		values.put("courtCity", details.jurisdiction().equals(company.country()) ? text(company.city()) : "");
		return new ContractData(values);
	}

	/** What makes this the data of an amendment (PIL-01). */
	Map<String, Object> amending(Contract amended, Revision inForce, List<TermsChange> changes) {
		Map<String, Object> amendment = new TreeMap<>();
		amendment.put("kind", "amendment");
		amendment.put("amends", Map.of("reference", amended.reference(), "revision", inForce.number(), "signedOn",
				amended.startsOn().toString(), "sha256", inForce.sha256()));
		amendment.put("changes",
				changes.stream()
					.map((change) -> Map.of("what", change.what(), "before", change.before(), "after", change.after()))
					.toList());
		return amendment;
	}

	/** The name of the party on this side. */
	String name(String side) {
		return ((List<?>) this.values.get("parties")).stream()
			.map((party) -> (Map<?, ?>) party)
			.filter((party) -> side.equals(party.get("side")))
			.map((party) -> party.get("name").toString())
			.findFirst()
			.orElseThrow();
	}

	String json() {
		return CANONICAL.writeValueAsString(this.values);
	}

	String sha256() {
		return Digest.sha256(json());
	}

	/**
	 * What the PDF made from this data carries: the data, whose fingerprint is
	 * {@link #sha256}, and the schema that explains it.
	 */
	Attachment[] attachments() {
		boolean french = "fr".equals(this.values.get("language"));
		return new Attachment[] {
				new Attachment("contract-data.json", "application/json", Relationship.SOURCE,
						french ? "Données convenues dont ce contrat est tiré"
								: "Agreed data this contract is made from",
						json().getBytes(StandardCharsets.UTF_8)),
				new Attachment("contract-data.schema.json", "application/schema+json", Relationship.SUPPLEMENT,
						french ? "Description des données du contrat" : "Description of the contract's data", SCHEMA) };
	}

	private static byte[] schema() {
		try (InputStream schema = ContractData.class.getResourceAsStream("/templates/contracts/data.schema.json")) {
			return schema.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Object> party(Party terms, ContractDetails details, String role) {
		PartyDetails entered = details.parties()
			.stream()
			.filter((party) -> party.side().equals(terms.side()))
			.findFirst()
			.orElseGet(() -> new PartyDetails(terms.side(), terms.name(), "", "", terms.contactName(),
					terms.contactRole()));
		return party(terms.side(), entered.legalName(), entered.address(), entered.registration(), terms.country(),
				entered.signatory(), entered.signatoryTitle(), terms.contactName(), terms.contribution(),
				terms.benefit(), terms.reserve(), role);
	}

	private static Map<String, Object> party(String side, String name, String address, String registration,
			String country, String signatory, String signatoryTitle, String contact, String contribution,
			String benefit, Reserve reserve, String role) {
		Map<String, Object> party = new TreeMap<>();
		party.put("side", side);
		party.put("name", text(name));
		party.put("address", text(address));
		party.put("registration", text(registration));
		party.put("country", text(country));
		party.put("signatory", text(signatory));
		party.put("signatoryTitle", text(signatoryTitle));
		party.put("contact", text(contact));
		party.put("contribution", text(contribution));
		party.put("benefit", text(benefit));
		party.put("brandConditions", text(reserve.brandConditions()));
		party.put("neverShared", text(reserve.neverShared()));
		party.put("role", role);
		return party;
	}

	/**
	 * What the parties are called in a contract whose kind gives them names of their own;
	 * empty in the others.
	 */
	private record Roles(String kind, String language, int others) {

		String ours() {
			return switch (this.kind) {
				case "reseller" -> french() ? "le fournisseur" : "the supplier";
				case "referral" -> french() ? "le bénéficiaire" : "the principal";
				default -> "";
			};
		}

		/** Of the other party of this number, counting from 1. */
		String other(int number) {
			String name = switch (this.kind) {
				case "reseller" -> french() ? "le revendeur" : "the reseller";
				case "referral" -> french() ? "l’apporteur" : "the referrer";
				default -> "";
			};
			return (name.isEmpty() || this.others == 1) ? name : name + "\u00a0" + number;
		}

		private boolean french() {
			return this.language.equals("fr");
		}

	}

	private static List<Map<String, Object>> scope(TermSheet terms) {
		List<Map<String, Object>> lines = new ArrayList<>();
		for (String territory : text(terms.territory()).split("[;\\n]")) {
			if (!territory.isBlank()) {
				Map<String, Object> line = new LinkedHashMap<>();
				line.put("territory", territory.strip());
				line.put("products", text(terms.products()));
				line.put("sectors", text(terms.sectors()));
				lines.add(line);
			}
		}
		return lines;
	}

	private static Map<String, Object> objective(Objective objective) {
		Map<String, Object> line = new TreeMap<>();
		line.put("name", text(objective.name()));
		line.put("target", objective.target());
		line.put("unit", text(objective.unit()));
		line.put("dueOn", text(objective.dueOn()));
		line.put("benchmark", text(objective.benchmark()));
		return line;
	}

	private static String text(String text) {
		return (text != null) ? text.strip() : "";
	}

	private static String text(LocalDate date) {
		return (date != null) ? date.toString() : "";
	}

}
