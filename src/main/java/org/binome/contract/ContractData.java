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
import org.binome.document.Attachment;
import org.binome.document.Attachment.Relationship;
import org.binome.document.Digest;
import org.binome.relationship.Objective;
import org.binome.relationship.TermSheet;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a contract is made from: the accepted terms, the objectives and the parties, and
 * nothing typed for the occasion (CON-08).
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
			String partnerContact) {
		Map<String, Object> values = new TreeMap<>();
		values.put("kind", terms.kind());
		values.put("language", language);
		values.put("clauseProfile", profile);
		values.put("reference", contract.reference());
		values.put("revision", revision);
		values.put("drawnUpOn", contract.drawnUpOn().toString());
		values.put("termSheetRevision", terms.revision());
		values.put("parties", List.of(
				party("ours", company.legalName(), company.address(), company.registration(), company.signatory(),
						company.signatoryTitle(), ourContact, terms.ourContribution(), terms.ourBenefit(),
						role(terms.kind(), language, true)),
				party("partner", details.partnerLegalName(), details.partnerAddress(), details.partnerRegistration(),
						details.partnerSignatory(), details.partnerSignatoryTitle(), partnerContact,
						terms.partnerContribution(), terms.partnerBenefit(), role(terms.kind(), language, false))));
		values.put("scope", scope(terms));
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

	private static Map<String, Object> party(String side, String name, String address, String registration,
			String signatory, String signatoryTitle, String contact, String contribution, String benefit, String role) {
		Map<String, Object> party = new TreeMap<>();
		party.put("side", side);
		party.put("name", text(name));
		party.put("address", text(address));
		party.put("registration", text(registration));
		party.put("signatory", text(signatory));
		party.put("signatoryTitle", text(signatoryTitle));
		party.put("contact", text(contact));
		party.put("contribution", text(contribution));
		party.put("benefit", text(benefit));
		party.put("role", role);
		return party;
	}

	private static String role(String kind, String language, boolean ours) {
		if (!kind.equals("reseller")) {
			return "";
		}
		if (language.equals("fr")) {
			return ours ? "le fournisseur" : "le revendeur";
		}
		return ours ? "the supplier" : "the reseller";
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
