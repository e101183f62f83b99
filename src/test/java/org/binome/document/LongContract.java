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

import static java.nio.charset.StandardCharsets.UTF_8;
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

	private final Attachment attachment;

	public LongContract(Templates templates, Printer printer) throws IOException {
		this.templates = templates;
		this.printer = printer;
		this.data = sample();
		this.attachment = new Attachment("contract-data.json", "application/json", Relationship.SOURCE, "Données",
				JsonMapper.shared().writeValueAsString(this.data).getBytes(UTF_8));
		while (pages() < PAGES) {
			addObjective();
		}
	}

	/** Fills in the template, prints it with its data and proves that no word is lost. */
	public byte[] drawUp() {
		return this.printer.print(html(), EPOCH, this.attachment);
	}

	public String html() {
		return this.templates.render("contracts/marketing/contract-fr.ftlh", this.data, Locale.FRENCH);
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
