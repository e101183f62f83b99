package org.binome.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.binome.document.Attachment.Relationship;
import tools.jackson.databind.json.JsonMapper;

import static java.time.Instant.EPOCH;

/**
 * The strict French marketing contract, with as many objectives as fill eight pages: the
 * document whose cost we measure, drawn up as production does it.
 */
public final class LongContract {

	public static final int PAGES = 8;

	private final Templates templates;

	private final Printer printer;

	private final Map<String, Object> data;

	private final Attachment[] attachments;

	/**
	 * Takes the contract as long as told.
	 * @param objectives from 3 on
	 */
	public LongContract(Templates templates, Printer printer, int objectives) throws IOException {
		this.templates = templates;
		this.printer = printer;
		this.data = sample();
		for (int number = 3; number < objectives; number++) {
			addObjective();
		}
		this.attachments = attachments(JsonMapper.shared().writeValueAsBytes(this.data));
	}

	/** Finds how many objectives fill eight pages. */
	public static LongContract ofEightPages(Templates templates, Printer printer) throws IOException {
		int objectives = 3;
		LongContract contract = new LongContract(templates, printer, objectives);
		while (contract.pages() < PAGES) {
			objectives++;
			contract = new LongContract(templates, printer, objectives);
		}
		return contract;
	}

	/** Fills in the template, prints it with its data and proves that no word is lost. */
	public byte[] drawUp() {
		return this.printer.print(html(), EPOCH, this.attachments);
	}

	public String html() {
		return this.templates.render("contracts/marketing/contract-fr.ftlh", this.data, Locale.FRENCH);
	}

	/** The same with clauses of another strictness. */
	public String html(String profile) {
		Map<String, Object> other = new HashMap<>(this.data);
		other.put("clauseProfile", profile);
		return this.templates.render("contracts/marketing/contract-fr.ftlh", other, Locale.FRENCH);
	}

	/** What a contract carries. */
	static Attachment[] attachments(byte[] data) throws IOException {
		try (InputStream schema = LongContract.class.getResourceAsStream("/templates/contracts/data.schema.json")) {
			return new Attachment[] {
					new Attachment("contract-data.json", "application/json", Relationship.SOURCE, "Données", data),
					new Attachment("contract-data.schema.json", "application/schema+json", Relationship.SUPPLEMENT,
							"Schéma", schema.readAllBytes()) };
		}
	}

	private int pages() throws IOException {
		try (PDDocument pdf = Loader.loadPDF(drawUp())) {
			return pdf.getNumberOfPages();
		}
	}

	@SuppressWarnings("unchecked")
	private void addObjective() {
		List<Map<String, Object>> objectives = new ArrayList<>((List<Map<String, Object>>) this.data.get("objectives"));
		Map<String, Object> added = new HashMap<>(objectives.get(objectives.size() % 3));
		added.put("name", added.get("name") + " " + objectives.size());
		objectives.add(added);
		this.data.put("objectives", objectives);
	}

	private static Map<String, Object> sample() throws IOException {
		try (InputStream file = LongContract.class
			.getResourceAsStream("/templates/contracts/marketing/sample-fr.json")) {
			@SuppressWarnings("unchecked")
			Map<String, Object> data = new HashMap<>(JsonMapper.shared().readValue(file, Map.class));
			data.put("clauseProfile", "strict");
			return data;
		}
	}

}
