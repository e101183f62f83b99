package org.binome.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.binome.gate.Finding;

/**
 * What a person needs to see to do a task. Display only: nothing decides on it.
 */
public final class Brief {

	private final Map<String, Object> brief = new HashMap<>();

	private final Map<String, Object> prefilled = new HashMap<>();

	private final List<Map<String, Object>> facts = new ArrayList<>();

	private final String language;

	private Brief(String language, String partner) {
		this.language = language;
		this.brief.put("partner", partner);
		this.brief.put("summary", "");
		this.brief.put("link", "");
		this.brief.put("linkText", "");
		this.brief.put("facts", this.facts);
		this.brief.put("findings", List.of());
	}

	/**
	 * Starts a brief.
	 * @param language "fr" or "en": every text given in two languages is shown in this
	 * one
	 * @param partner the organisation or programme it is about
	 */
	public static Brief about(String language, String partner) {
		return new Brief(language, partner);
	}

	/** One or two sentences: what is to be done and why now. */
	public Brief summary(String french, String english) {
		this.brief.put("summary", text(french, english));
		return this;
	}

	public Brief fact(String french, String english, Object value) {
		this.facts.add(Map.of("label", text(french, english), "value", (value != null) ? value.toString() : "–"));
		return this;
	}

	/**
	 * Shortens the longest facts until all that is read has at most this many characters;
	 * the link leads to the rest.
	 */
	public Brief onOnePage(int most) {
		int longest = most;
		while (characters() > most && longest > 20) {
			longest = longest * 4 / 5;
			shorten(longest);
		}
		while (characters() > most && !this.facts.isEmpty()) {
			this.facts.removeLast();
		}
		return this;
	}

	private void shorten(int longest) {
		this.facts.replaceAll((fact) -> {
			String value = fact.get("value").toString();
			if (value.length() <= longest) {
				return fact;
			}
			int end = Character.isHighSurrogate(value.charAt(longest - 2)) ? longest - 2 : longest - 1;
			return Map.of("label", fact.get("label"), "value", value.substring(0, end) + "…");
		});
	}

	/** How many characters summary and facts have. */
	public int characters() {
		return this.brief.get("summary").toString().length() + this.facts.stream()
			.mapToInt((fact) -> fact.get("label").toString().length() + fact.get("value").toString().length())
			.sum();
	}

	/** What a gate has found and what would clear it. */
	public Brief findings(List<Finding> findings) {
		this.brief.put("findings",
				findings.stream()
					.map((finding) -> Map.of("rule", finding.rule(), "text", finding.text(this.language), "remedy",
							finding.remedy(this.language)))
					.toList());
		return this;
	}

	/**
	 * What gates only warned of: the process went on, and whoever works on it knows
	 * (GOV-16).
	 */
	public Brief warnings(List<Finding> findings) {
		findings.forEach((finding) -> fact("Avertissement · " + finding.rule(), "Warning · " + finding.rule(),
				finding.text(this.language) + " " + finding.remedy(this.language)));
		return this;
	}

	/** The page of the portal that belongs to the task. */
	public Brief link(String url, String french, String english) {
		this.brief.put("link", url);
		this.brief.put("linkText", text(french, english));
		return this;
	}

	/**
	 * A further value shown in the form as <code>brief.name</code>, such as options of a
	 * list.
	 */
	public Brief with(String name, Object value) {
		this.brief.put(name, value);
		return this;
	}

	/** The value a field of the form starts with. */
	public Brief prefill(String field, Object value) {
		if (value != null) {
			this.prefilled.put(field, value);
		}
		return this;
	}

	/** The variables of the task's own scope. */
	public Map<String, Object> variables() {
		var variables = new HashMap<>(this.prefilled);
		variables.put("brief", this.brief);
		return variables;
	}

	/** The text in the language of the brief. */
	public String text(String french, String english) {
		return "fr".equals(this.language) ? french : english;
	}

}
