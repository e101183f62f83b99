package org.binome.prospecting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds longlist files for tests.
 */
final class CsvFile {

	private final List<String> lines = new ArrayList<>();

	private CsvFile() {
		this.lines.add(String.join(",", good("x").keySet()));
	}

	static CsvFile withHeadings() {
		return new CsvFile();
	}

	/** The values of a row that is right, by heading. */
	static Map<String, String> good(String name) {
		var row = new LinkedHashMap<String, String>();
		row.put("Organisation", name);
		row.put("Website", "");
		row.put("Country", "FR");
		row.put("Language", "fr");
		row.put("Time zone", "");
		row.put("Sector", "Média");
		row.put("Contact name", "Responsable des partenariats");
		row.put("Contact email", "partenariats@" + name.toLowerCase().replaceAll("[^a-z0-9]", "") + ".example");
		row.put("Contact role", "Partnership manager");
		row.put("Contact kind", "professional");
		row.put("Contact obtained from", "Their site");
		row.put("Contact consent", "");
		row.put("Source", "newsletter");
		row.put("Origin", "research");
		row.put("Audience", "1200");
		row.put("Audience affinity", "4");
		row.put("Product fit", "4");
		row.put("Image fit", "5");
		row.put("Culture fit", "3");
		row.put("Openness", "open");
		row.put("Relation", "none");
		row.put("Evidence", "Même lectorat");
		return row;
	}

	CsvFile row(String name) {
		return line(String.join(",", good(name).values()));
	}

	/** A row that is right but for one value, which is quoted. */
	CsvFile row(String name, String heading, String value) {
		Map<String, String> row = good(name);
		if (row.put(heading, "\"" + value.replace("\"", "\"\"") + "\"") == null) {
			throw new IllegalArgumentException(heading);
		}
		return line(String.join(",", row.values()));
	}

	CsvFile line(String line) {
		this.lines.add(line);
		return this;
	}

	String text() {
		return String.join("\r\n", this.lines) + "\r\n";
	}

	byte[] bytes() {
		return text().getBytes(StandardCharsets.UTF_8);
	}

}
